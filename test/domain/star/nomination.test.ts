import { createHmac } from 'node:crypto';
import {
  afterAnswer,
  barsOf,
  drawnOrder,
  NOMINATION_ANSWERS,
  NOMINATION_STATES,
  type Standing,
} from '../../../domain/star/nomination';
import { STANDING_BARS } from '../../../domain/star/star-month';
import { localDay } from '../../../domain/time/local-day';

const TODAY = localDay('2026-04-02');
const person = (given: Partial<Standing> = {}): Standing => ({
  roles: ['member'],
  joinedDay: localDay('2024-01-01'),
  overrides: [],
  ...given,
});
const leave = (fromDay: string, toDay: string) => ({
  kind: 'leave' as const,
  id: 'leave',
  fromDay: localDay(fromDay),
  toDay: localDay(toDay),
  leaveKind: 'sick' as const,
});

test.each<[string, Partial<Standing>, readonly string[]]>([
  ['a member', {}, []],
  ['a probationary member', { roles: ['probationary-member'] }, ['probationary']],
  ['the secretary', { roles: ['member', 'secretary'] }, ['secretary']],
  ['an officer', { roles: ['member', 'publicity-officer'] }, ['committee']],
  ['a group leader', { roles: ['member', 'group-leader'] }, []],
  ['of the first day of the month', { joinedDay: localDay('2026-03-01') }, []],
  ['of the second', { joinedDay: localDay('2026-03-02') }, ['newcomer']],
  ['on leave of 15 days', { overrides: [leave('2026-04-01', '2026-04-16')] }, ['away']],
  ['on leave of 14 days', { overrides: [leave('2026-04-01', '2026-04-15')] }, []],
  ['back from a long one', { overrides: [leave('2026-03-01', '2026-04-02')] }, []],
])('R-157 %s may not stand by %j', (_name, given, bars) => {
  expect(barsOf(person(given), STANDING_BARS, '2026-03', TODAY)).toEqual(bars);
  expect(barsOf(person(given), [], '2026-03', TODAY)).toEqual([]);
});

test('an answer is given once; words that were to be changed can still be agreed to', () => {
  const table = NOMINATION_STATES.map((state) => [
    state,
    NOMINATION_ANSWERS.map((answer) => afterAnswer(state, answer)),
  ]);
  expect(Object.fromEntries(table)).toEqual({
    waiting: ['agreed', 'declined', 'to-change'],
    'to-change': ['agreed', 'declined', null],
    agreed: [null, null, null],
    declined: [null, null, null],
    'taken-back': [null, null, null],
    withdrawn: [null, null, null],
  });
});

describe('the drawn order', () => {
  const mac = (secret: string, text: string) =>
    createHmac('sha256', secret).update(text).digest('hex');
  const ids = Array.from({ length: 6 }, (_, index) => `m${index}`);
  const order = (seed: string, of: readonly string[]) =>
    drawnOrder(mac, seed, of).map(({ memberId }) => memberId);

  test('follows from the seed and from nothing else', () => {
    expect(order('a', ids)).toEqual(order('a', [...ids].reverse()));
    expect(order('a', ids)).not.toEqual(order('b', ids));
  });

  test('is kept by the others when somebody leaves', () => {
    const left = ids.filter((id) => id !== 'm3');
    expect(order('a', left)).toEqual(order('a', ids).filter((id) => id !== 'm3'));
  });

  test('puts everybody first about equally often', () => {
    const first = new Map<string, number>();
    for (let seed = 0; seed < 1200; seed += 1) {
      const [top = ''] = order(`seed ${seed}`, ids);
      first.set(top, (first.get(top) ?? 0) + 1);
    }
    // 200 each; five standard deviations are 65.
    for (const id of ids) expect(Math.abs((first.get(id) ?? 0) - 200)).toBeLessThan(65);
  });
});
