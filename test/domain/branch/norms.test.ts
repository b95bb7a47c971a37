import {
  creditOf,
  frequencyOf,
  hoursAsked,
  monthOfYear,
  normsOfMonth,
  yearsKept,
  type NormsVersion,
} from '../../../domain/branch/norms';
import { noNorms, someNorms } from '../../builders/norms';

const version = (number: number, fromMonth: string): NormsVersion => ({
  ...noNorms(),
  version: number,
  fromMonth,
});

test.each([
  ['2026-02', null],
  ['2026-03', 1],
  ['2026-04', 3],
  ['2027-01', 3],
])('R-291: in %s the newest version holds that has begun: %p', (month, holds) => {
  const versions = [version(3, '2026-04'), version(2, '2026-04'), version(1, '2026-03')];
  expect(normsOfMonth(versions, month)?.version ?? null).toBe(holds);
});

test.each([
  [2025, '2026-03', '2025-12'],
  [2026, '2026-03', '2026-03'],
  [2026, '2026-12', '2026-12'],
  [2027, '2026-12', '2026-12'],
])('R-291: hours of %i are asked, in %s, by what holds in %s', (year, now, month) => {
  expect(monthOfYear(year, now)).toBe(month);
});

const common = someNorms();

test('R-290: what a branch sets outweighs what is set for all, and that the default', () => {
  const own = noNorms({
    hours: { member: null, officer: 70 },
    meetings: [{ kind: 'theme-day', every: 'quarter' }],
  });
  const both = { own, common };
  expect(hoursAsked(both, 'officer')).toEqual({ hours: 70, isSet: true });
  expect(hoursAsked(both, 'member')).toEqual({ hours: 40, isSet: true });
  expect(hoursAsked({ own, common: null }, 'member')).toEqual({ hours: 32, isSet: false });
  expect(frequencyOf(both, 'theme-day')).toBe('quarter');
  expect(frequencyOf(both, 'party-lecture')).toBe('month');
  expect(frequencyOf(both, 'branch-committee')).toBe('none');
  expect(frequencyOf(both, 'member-meeting')).toBe('quarter');
  expect(frequencyOf(both, 'training')).toBe('none');
});

test('R-290: without anything set all is as it comes', () => {
  expect(creditOf(null)).toBe('study');
  expect(creditOf(common)).toBe('material');
  expect(yearsKept(null, 'notice')).toBe(2);
  expect(yearsKept(common, 'notice')).toBe(1);
  expect(yearsKept(common, 'swap')).toBe(2);
});
