import { shortMemory } from '../../../cloudfunctions/_kit/memory';

const START_MS = Date.UTC(2025, 2, 5);

beforeEach(() => jest.useFakeTimers({ now: START_MS }));
afterEach(() => jest.useRealTimers());

test('remembers up to its time and not at it', () => {
  const memory = shortMemory<string>({ ttlMs: 1000, most: 10 });
  memory.keep('a', 'kept');
  jest.setSystemTime(START_MS + 999);
  expect(memory.get('a')).toBe('kept');
  jest.setSystemTime(START_MS + 1000);
  expect(memory.get('a')).toBeUndefined();
});

test('forgets what seems to come from the future after the clock was set back', () => {
  const memory = shortMemory<string>({ ttlMs: 1000, most: 10 });
  memory.keep('a', 'kept');
  jest.setSystemTime(START_MS - 1);
  expect(memory.get('a')).toBeUndefined();
});

test('lets go of what was kept longest ago when it is full', () => {
  const memory = shortMemory<number>({ ttlMs: 1000, most: 2 });
  memory.keep('a', 1);
  memory.keep('b', 2);
  memory.keep('a', 3);
  memory.keep('c', 4);
  expect(memory.get('a')).toBe(3);
  expect(memory.get('b')).toBeUndefined();
  expect(memory.get('c')).toBe(4);
});

test('forgets when told', () => {
  const memory = shortMemory<number>({ ttlMs: 1000, most: 2 });
  memory.keep('a', 1);
  memory.forget('a');
  expect(memory.get('a')).toBeUndefined();
});
