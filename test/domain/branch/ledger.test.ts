import { ledgerOf, periodAt, type Meeting } from '../../../domain/branch/ledger';
import { at } from '../shift/people';

const HOUR = 3_600_000;
let made = 0;
const meeting = (
  kind: Meeting['kind'],
  start: string,
  groupIds: Meeting['groupIds'] = null,
): Meeting => {
  made += 1;
  const startAtMs = at(start);
  return { studyId: `m${made}`, kind, startAtMs, lastCloseAtMs: startAtMs + HOUR, groupIds };
};
const lineOf = (
  kind: Meeting['kind'],
  meetings: readonly Meeting[],
  now: string,
  groups: string[] = [],
) => ledgerOf(meetings, groups, at(now)).find((line) => line.kind === kind);

test.each([
  ['month', '2026-03-24 16:45', '2026-03-01 00:00', '2026-04-01 00:00'],
  ['quarter', '2026-03-24 16:45', '2026-01-01 00:00', '2026-04-01 00:00'],
  ['quarter', '2026-12-31 23:59', '2026-10-01 00:00', '2027-01-01 00:00'],
  ['year', '2026-01-01 00:00', '2026-01-01 00:00', '2027-01-01 00:00'],
] as const)('the %s of %s', (every, now, start, end) => {
  expect(periodAt(every, at(now))).toEqual({ startAtMs: at(start), endAtMs: at(end) });
});

test('a meeting is held once its register has closed, and planned before', () => {
  const one = meeting('theme-day', '2026-03-24 14:00');
  expect(lineOf('theme-day', [one], '2026-03-24 15:00')).toMatchObject({
    state: 'held',
    held: [one],
    planned: [],
  });
  expect(lineOf('theme-day', [one], '2026-03-24 14:59')).toMatchObject({
    state: 'planned',
    held: [],
    planned: [one],
  });
});

test('one of the month, or quarter, before does not count for this one', () => {
  const before = [
    meeting('theme-day', '2026-02-28 14:00'),
    meeting('member-meeting', '2025-12-31 14:00'),
  ];
  expect(lineOf('theme-day', before, '2026-03-20 09:00')?.state).toBe('due');
  expect(lineOf('member-meeting', before, '2026-03-20 09:00')?.state).toBe('due');
});

test.each([
  ['theme-day', '2026-03-17 23:59', 'not-urgent'],
  ['theme-day', '2026-03-18 00:00', 'due'],
  ['member-meeting', '2026-03-01 23:59', 'not-urgent'],
  ['member-meeting', '2026-03-02 00:00', 'due'],
  ['organisation-life', '2026-11-01 23:59', 'not-urgent'],
  ['organisation-life', '2026-11-02 00:00', 'due'],
] as const)('%s without a plan at %s is %s', (kind, now, state) => {
  expect(lineOf(kind, [], now)?.state).toBe(state);
});

test('of group meetings each group needs one, unless one was for all', () => {
  const groups = ['g1', 'g2'];
  const first = meeting('group-meeting', '2026-03-05 14:00', ['g1']);
  const now = '2026-03-24 09:00';
  expect(lineOf('group-meeting', [first], now, groups)).toMatchObject({
    state: 'due',
    groupsWithout: ['g2'],
  });
  const second = meeting('group-meeting', '2026-03-25 14:00', ['g2']);
  expect(lineOf('group-meeting', [first, second], now, groups)).toMatchObject({
    state: 'planned',
    groupsWithout: [],
  });
  expect(lineOf('group-meeting', [first, second], '2026-03-26 09:00', groups)?.state).toBe('held');
  const forAll = meeting('group-meeting', '2026-03-06 14:00');
  expect(lineOf('group-meeting', [forAll], now, groups)?.state).toBe('held');
});

test('it has to be held by the last day of its period', () => {
  expect(lineOf('member-meeting', [], '2026-03-20 09:00')?.lastDay).toBe('2026-03-31');
  expect(lineOf('theme-day', [], '2026-02-20 09:00')?.lastDay).toBe('2026-02-28');
});
