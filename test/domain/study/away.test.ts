import type { Override } from '../../../domain/shift/override';
import { backOn, hereOn, isAwayOn, isLongAwayOn } from '../../../domain/study/away';
import { localDay } from '../../../domain/time/local-day';
import { leave } from '../shift/people';

const loan = (fromDay: string, toDay: string, crewId: string | null = null): Override => ({
  kind: 'on-loan',
  id: 'loan',
  crewId,
  fromDay: localDay(fromDay),
  toDay: localDay(toDay),
});
const withChanges = (...overrides: Override[]) => ({ overrides });

test.each<{ what: string; overrides: Override[]; isAway: boolean }>([
  { what: 'nothing recorded', overrides: [], isAway: false },
  { what: 'leave of the day', overrides: [leave('2026-03-10', '2026-03-11')], isAway: true },
  {
    what: 'leave from the day after',
    overrides: [leave('2026-03-11', '2026-03-20')],
    isAway: false,
  },
  {
    what: 'leave up to the day before',
    overrides: [leave('2026-03-01', '2026-03-10')],
    isAway: false,
  },
  { what: 'a loan elsewhere', overrides: [loan('2026-03-10', '2026-03-11')], isAway: true },
  { what: 'a loan to a crew', overrides: [loan('2026-03-01', '2026-03-20', 'one')], isAway: false },
  { what: 'one that begins after', overrides: [loan('2026-03-11', '2026-03-20')], isAway: false },
  { what: 'one that ends before', overrides: [loan('2026-03-01', '2026-03-10')], isAway: false },
])('$what: away $isAway', ({ overrides, isAway }) => {
  expect(isAwayOn({ overrides }, localDay('2026-03-10'))).toBe(isAway);
});

test.each([
  ['leave of 14 days', leave('2026-03-01', '2026-03-15'), false],
  ['leave of 15 days', leave('2026-03-01', '2026-03-16'), true],
  ['a loan elsewhere of a day', loan('2026-03-10', '2026-03-11'), true],
])('%s: away for long %#', (_, change, isLong) => {
  expect(isLongAwayOn(withChanges(change), localDay('2026-03-10'))).toBe(isLong);
});

test('whoever goes from one into the other is back after both', () => {
  const both = withChanges(loan('2026-03-01', '2026-03-10'), leave('2026-03-09', '2026-04-01'));
  expect(backOn(both, localDay('2026-03-05'))).toBe('2026-04-01');
  expect(backOn(both, localDay('2026-04-01'))).toBe('2026-04-01');
  expect(backOn(both, localDay('2026-02-28'))).toBe('2026-02-28');
});

test('whoever is on short leave is here again when all of it is over', () => {
  const both = withChanges(leave('2026-03-10', '2026-03-12'), loan('2026-03-12', '2026-03-13'));
  expect(hereOn(both, localDay('2026-03-10'))).toBe('2026-03-13');
  expect(hereOn(both, localDay('2026-03-09'))).toBe('2026-03-09');
  expect(backOn(both, localDay('2026-03-10'))).toBe('2026-03-10');
});
