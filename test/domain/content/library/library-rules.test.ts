import {
  askedUntilMs,
  canBeValidUntil,
  fileTypeOf,
  oneYearOn,
  validityAt,
  type Validity,
} from '../../../../domain/content/library/library-rules';
import { instantOf, localDay, MINUTES_PER_DAY } from '../../../../domain/time/local-day';

const LAST = localDay('2026-03-31');
const at = (day: string, minute = 600) => instantOf(localDay(day), minute);

test.each<[string, number, Validity]>([
  ['31 days before its last', at('2026-02-28', MINUTES_PER_DAY - 1), 'valid'],
  ['30 days before its last', at('2026-03-01', 0), 'ending'],
  ['in the last minute of its last day', at('2026-03-31', MINUTES_PER_DAY - 1), 'ending'],
  ['in the first minute of the day after', at('2026-04-01', 0), 'over'],
])('a document %s', (_when, nowMs, validity) => {
  expect(validityAt(LAST, nowMs)).toBe(validity);
  expect(validityAt(null, nowMs)).toBe('valid');
});

test('a must-read is asked until the end of its last day, and without one for a year', () => {
  const letAtMs = at('2026-03-10');
  expect(askedUntilMs(LAST, letAtMs)).toBe(at('2026-04-01', 0));
  expect(askedUntilMs(null, letAtMs)).toBe(at('2027-03-10'));
});

test('a last day is today or later, and not three years away', () => {
  const nowMs = at('2026-03-10');
  expect(canBeValidUntil(null, nowMs)).toBe(true);
  expect(canBeValidUntil(localDay('2026-03-09'), nowMs)).toBe(false);
  expect(canBeValidUntil(localDay('2026-03-10'), nowMs)).toBe(true);
  expect(canBeValidUntil(localDay('2029-03-12'), nowMs)).toBe(true);
  expect(canBeValidUntil(localDay('2029-03-13'), nowMs)).toBe(false);
});

test('a year more goes from the last day, or from today where that has passed', () => {
  expect(oneYearOn(LAST, at('2026-03-10'))).toBe('2027-03-31');
  expect(oneYearOn(LAST, at('2026-05-02'))).toBe('2027-05-02');
  expect(oneYearOn(localDay('2028-02-29'), at('2028-02-01'))).toBe('2029-02-28');
});

test.each([
  ['新规.pdf', 'pdf'],
  ['新规.PDF', 'pdf'],
  ['名单.xlsx', 'xlsx'],
  ['新规.pdf.exe', undefined],
  ['图.jpg', undefined],
  ['新规', undefined],
])('%s is of the type %s', (name, type) => {
  expect(fileTypeOf(name)).toBe(type);
});
