import type { Override } from '../../../../domain/shift/override';
import { setApartIn } from '../../../../domain/star/assessment/set-apart';
import { localDay } from '../../../../domain/time/local-day';
import { leave } from '../../shift/people';

const loan = (fromDay: string, toDay: string, crewId: string | null = null): Override => ({
  kind: 'on-loan',
  id: `loan-${fromDay}`,
  crewId,
  fromDay: localDay(fromDay),
  toDay: localDay(toDay),
});

test.each<{
  what: string;
  overrides: Override[];
  joined?: string;
  why: string | undefined;
  days?: number;
}>([
  { what: 'nothing', overrides: [], why: undefined },
  { what: 'half of April', overrides: [leave('2026-04-01', '2026-04-16')], why: undefined },
  {
    what: 'sixteen days of April',
    overrides: [leave('2026-04-01', '2026-04-17')],
    why: 'leave',
    days: 16,
  },
  {
    what: 'twice fourteen days, none of them long',
    overrides: [leave('2026-04-01', '2026-04-15'), leave('2026-04-16', '2026-04-30')],
    why: undefined,
  },
  {
    what: 'a loan elsewhere',
    overrides: [loan('2026-04-05', '2026-05-05')],
    why: 'on-loan',
    days: 26,
  },
  {
    what: 'a loan to a crew of ours',
    overrides: [loan('2026-04-01', '2026-05-01', 'one')],
    why: undefined,
  },
  {
    what: 'more loan than leave',
    overrides: [loan('2026-04-01', '2026-04-17'), leave('2026-04-17', '2026-05-02')],
    why: 'on-loan',
    days: 30,
  },
  {
    what: 'who joined on the 20th and is away for six of eleven days',
    overrides: [loan('2026-04-25', '2026-06-01')],
    joined: '2026-04-20',
    why: 'on-loan',
    days: 6,
  },
  { what: 'of a month after', overrides: [loan('2026-05-01', '2026-06-01')], why: undefined },
])('$what: $why', ({ overrides, joined = '2020-01-01', why, days }) => {
  const found = setApartIn('2026-04', overrides, localDay(joined));
  expect(found?.why).toBe(why);
  expect(found?.days).toBe(days);
});
