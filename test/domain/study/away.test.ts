import type { Override } from '../../../domain/shift/override';
import { backOn, isAwayThroughout } from '../../../domain/study/away';
import { localDay } from '../../../domain/time/local-day';
import { at, leave } from '../shift/people';

const loan = (fromDay: string, toDay: string, crewId: string | null = null): Override => ({
  kind: 'on-loan',
  id: 'loan',
  crewId,
  fromDay: localDay(fromDay),
  toDay: localDay(toDay),
});
const withChanges = (...overrides: Override[]) => ({ overrides });
const sitting = (text: string) => ({ startAtMs: at(text) });

test.each<{ what: string; overrides: Override[]; isAway: boolean }>([
  { what: 'nothing recorded', overrides: [], isAway: false },
  { what: 'leave of 14 days', overrides: [leave('2026-03-01', '2026-03-15')], isAway: false },
  { what: 'leave of 15 days', overrides: [leave('2026-03-01', '2026-03-16')], isAway: true },
  { what: 'a loan elsewhere', overrides: [loan('2026-03-10', '2026-03-11')], isAway: true },
  { what: 'a loan to a crew', overrides: [loan('2026-03-01', '2026-03-20', 'one')], isAway: false },
  { what: 'one that begins after', overrides: [loan('2026-03-11', '2026-03-20')], isAway: false },
  { what: 'one that ends before', overrides: [loan('2026-03-01', '2026-03-10')], isAway: false },
])('$what on the day of the sitting: away $isAway', ({ overrides, isAway }) => {
  expect(isAwayThroughout({ overrides }, [sitting('2026-03-10 23:30')])).toBe(isAway);
});

test('one sitting outside is enough to be expected; without sittings nobody is away', () => {
  const away = withChanges(loan('2026-03-01', '2026-03-11'));
  const [within, after] = [sitting('2026-03-10 14:00'), sitting('2026-03-11 00:00')];
  expect(isAwayThroughout(away, [within, after])).toBe(false);
  expect(isAwayThroughout(away, [])).toBe(false);
});

test('whoever goes from one into the other is back after both', () => {
  const both = withChanges(loan('2026-03-01', '2026-03-10'), leave('2026-03-09', '2026-04-01'));
  expect(backOn(both, localDay('2026-03-05'))).toBe('2026-04-01');
  expect(backOn(both, localDay('2026-04-01'))).toBe('2026-04-01');
  expect(backOn(both, localDay('2026-02-28'))).toBe('2026-02-28');
});
