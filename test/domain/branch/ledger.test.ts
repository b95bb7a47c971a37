import {
  askedFor,
  askingDaysAt,
  freeLinesOf,
  ledgerOf as ledgerAs,
  periodAt,
  type Meeting,
} from '../../../domain/branch/ledger';
import { frequenciesOf } from '../../../domain/branch/norms';
import { at } from '../shift/people';

const BY_RULE = frequenciesOf({ own: null, common: null });
const ledgerOf = (meetings: readonly Meeting[], groups: readonly string[], nowMs: number) =>
  ledgerAs(meetings, BY_RULE, groups, nowMs);

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
  ['half-year', '2026-06-30 23:59', '2026-01-01 00:00', '2026-07-01 00:00'],
  ['half-year', '2026-07-01 00:00', '2026-07-01 00:00', '2027-01-01 00:00'],
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

test.each([
  ['2026-03-21 23:59', false],
  ['2026-03-22 00:00', true],
  ['2026-03-31 23:59', true],
  ['2026-04-01 00:00', false],
] as const)('R-199: at %s officers are asked for what is due: %s', (now, isAsked) => {
  expect(askingDaysAt(at(now)) !== null).toBe(isAsked);
});

test.each([
  ['2026-03-25 09:00', ['theme-day', 'branch-committee', 'member-meeting', 'party-lecture']],
  ['2026-05-25 09:00', ['theme-day', 'branch-committee']],
  [
    '2026-12-25 09:00',
    ['theme-day', 'branch-committee', 'member-meeting', 'party-lecture', 'organisation-life'],
  ],
] as const)('R-199: of a branch without groups that has planned nothing, at %s', (now, kinds) => {
  const days = askingDaysAt(at(now));
  if (days === null) throw new Error('nothing is asked');
  const lines = ledgerOf([], [], at(now));
  const ofGroups = lines.filter(({ kind }) => kind !== 'group-meeting');
  expect(askedFor(ofGroups, days).map(({ kind }) => kind)).toEqual(kinds);
  const planned = ledgerOf([meeting('theme-day', `${now.slice(0, 8)}28 09:00`)], [], at(now));
  expect(askedFor(planned, days).map(({ kind }) => kind)).not.toContain('theme-day');
});

test('R-138: six kinds are asked for by rule, in the order of the ledger', () => {
  expect(ledgerOf([], [], at('2026-03-24 09:00')).map(({ kind, every }) => [kind, every])).toEqual([
    ['theme-day', 'month'],
    ['branch-committee', 'month'],
    ['group-meeting', 'month'],
    ['member-meeting', 'quarter'],
    ['party-lecture', 'quarter'],
    ['organisation-life', 'year'],
  ]);
});

test.each([
  ['2026-05-16 23:59', 'not-urgent'],
  ['2026-05-17 00:00', 'due'],
] as const)('R-138: what is held every half year is at %s %s', (now, state) => {
  const [line] = ledgerAs([], [{ kind: 'fire-drill', every: 'half-year' }], [], at(now));
  expect(line).toMatchObject({ kind: 'fire-drill', lastDay: '2026-06-30', state });
});

test('R-293: every other kind stands with what was held and is planned this year, and no day', () => {
  const now = at('2026-03-24 09:00');
  const before = meeting('training', '2025-12-30 09:00');
  const held = meeting('training', '2026-01-30 09:00');
  const ahead = meeting('training', '2026-11-30 09:00');
  const free = freeLinesOf([ahead, before, held], BY_RULE, now);
  expect(free).toHaveLength(12);
  expect(free.find(({ kind }) => kind === 'training')).toEqual({
    kind: 'training',
    held: [held],
    planned: [ahead],
  });
  expect(free.map(({ kind }) => kind)).not.toContain('theme-day');
});
