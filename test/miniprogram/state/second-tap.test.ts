import { isSecondTap } from '../../../miniprogram/state/second-tap';

const tapAt = (clientX: number, clientY: number) => ({
  type: 'tap',
  changedTouches: [{ clientX, clientY }],
});

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.runAllTimers();
  jest.useRealTimers();
});

test('the second of two quick taps at one spot is told from the first', () => {
  expect(isSecondTap(tapAt(200, 700))).toBe(false);
  jest.advanceTimersByTime(150);
  expect(isSecondTap(tapAt(200, 700))).toBe(true);
});

test('a finger comes down a little beside where it was', () => {
  isSecondTap(tapAt(200, 700));
  expect(isSecondTap(tapAt(180, 720))).toBe(true);
});

test('a row further down is another spot', () => {
  isSecondTap(tapAt(200, 700));
  expect(isSecondTap(tapAt(200, 744))).toBe(false);
  expect(isSecondTap(tapAt(244, 744))).toBe(false);
});

test('who taps again half a second later means it', () => {
  isSecondTap(tapAt(200, 700));
  jest.advanceTimersByTime(499);
  expect(isSecondTap(tapAt(200, 700))).toBe(true);
  jest.advanceTimersByTime(1);
  expect(isSecondTap(tapAt(200, 700))).toBe(false);
});

test('a tap that is let go of does not begin the time anew', () => {
  isSecondTap(tapAt(200, 700));
  jest.advanceTimersByTime(400);
  isSecondTap(tapAt(200, 700));
  jest.advanceTimersByTime(100);
  expect(isSecondTap(tapAt(200, 700))).toBe(false);
});

test('the time of a tap elsewhere is its own', () => {
  isSecondTap(tapAt(200, 700));
  jest.advanceTimersByTime(400);
  isSecondTap(tapAt(200, 100));
  jest.advanceTimersByTime(400);
  expect(isSecondTap(tapAt(200, 100))).toBe(true);
});

test('what no finger did is never the second tap', () => {
  isSecondTap(tapAt(200, 700));
  expect(isSecondTap()).toBe(false);
  expect(isSecondTap({ type: 'closed' })).toBe(false);
  expect(isSecondTap({ type: 'tap', changedTouches: [] })).toBe(false);
});
