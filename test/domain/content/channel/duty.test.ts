import {
  canBeOnDuty,
  mayGiveDuty,
  planDuties,
  type Duty,
  type DutyEditor,
} from '../../../../domain/content/channel/duty';
import { localDay } from '../../../../domain/time/local-day';
import type { PersonSchedule } from '../../../../domain/shift/person-schedule';
import { aPerson, aRoster, at, leave } from '../../shift/people';

/** Issues come out at 12:00. Crew `one` works 20-02 on 2026-03-02, then 14-20, 08-14, 02-08, and rests. */
const shifts = aPerson();
const office = aPerson({ roster: aRoster([]), memberships: [] });
const sleeper = (startMinute: number, lengthMinutes: number) =>
  aPerson({
    roster: aRoster([]),
    memberships: [],
    sleepPreference: { night: { startMinute, lengthMinutes } },
  });

test.each<[string, PersonSchedule, string, boolean]>([
  ['before a night shift', shifts, '2026-03-02', true],
  ['asleep until 10:00 after one, and awake for two hours', shifts, '2026-03-03', true],
  ['on shift from 08:00 to 14:00', shifts, '2026-03-04', false],
  ['asleep in the morning after a shift that ends at 08:00', shifts, '2026-03-05', false],
  ['on the day of rest', shifts, '2026-03-06', true],
  ['without a rota', office, '2026-03-04', true],
  ['awake for two hours, to the end of the window', sleeper(2 * 60, 8 * 60), '2026-03-04', true],
  ['a minute less', sleeper(2 * 60 + 1, 8 * 60), '2026-03-04', false],
  ['awake for two hours, from its beginning', sleeper(10 * 60, 8 * 60), '2026-03-04', true],
  ['a minute less at its beginning', sleeper(10 * 60 - 1, 8 * 60), '2026-03-04', false],
  [
    'asleep between two stretches that are too short',
    sleeper(9 * 60, 4 * 60 - 60),
    '2026-03-04',
    false,
  ],
])('who is awake and off shift can be on duty: %s', (_, schedule, day, can) => {
  expect(canBeOnDuty(schedule, 'party', localDay(day))).toBe(can);
});

test.each<[string, string, boolean]>([
  ['the day before', '2026-03-03', true],
  ['its first day', '2026-03-04', false],
  ['its last day', '2026-03-05', false],
  ['the day after', '2026-03-06', true],
])('nobody is on duty on leave: %s', (_, day, can) => {
  const person = { ...office, overrides: [leave('2026-03-04', '2026-03-06')] };
  expect(canBeOnDuty(person, 'party', localDay(day))).toBe(can);
});

const editor = (memberId: string, more: Partial<DutyEditor> = {}): DutyEditor => ({
  memberId,
  roles: ['publicity-officer'],
  schedule: office,
  ...more,
});
const duty = (day: string, memberId: string | null, channel: Duty['channel'] = 'party'): Duty => ({
  channel,
  day: localDay(day),
  memberId,
});
const NOW = at('2026-03-02 09:00');
const partyOf = (duties: readonly Duty[]) =>
  duties.filter(({ channel }) => channel === 'party').map(({ memberId }) => memberId ?? '-');

test('two weeks are shared evenly, never two days in a row where others can', () => {
  const planned = planDuties([editor('b'), editor('a'), editor('c')], [], NOW);
  expect(partyOf(planned).join('')).toBe('abcabcabcabcab');
});

test('a channel for which nobody writes has no duties', () => {
  const planned = planDuties([editor('a')], [], NOW);
  expect(new Set(planned.map(({ channel }) => channel))).toEqual(new Set(['party']));
  expect(planDuties([], [], NOW)).toEqual([]);
});

test('the same comes of the same, in whatever order it is given', () => {
  const editors = [editor('a'), editor('b'), editor('c', { schedule: shifts })];
  const known = [duty('2026-02-20', 'a'), duty('2026-03-04', 'b'), duty('2026-03-07', 'a')];
  const planned = planDuties(editors, known, NOW);
  expect(planDuties([...editors].reverse(), [...known].reverse(), NOW)).toEqual(planned);
});

test('who had duties before gives way to who had none', () => {
  const known = ['2026-02-20', '2026-02-24', '2026-02-27'].map((day) => duty(day, 'a'));
  expect(
    partyOf(planDuties([editor('a'), editor('b')], known, NOW))
      .slice(0, 4)
      .join(''),
  ).toBe('bbba');
});

test('a channel is seen to by those who write for it, and duties of both count', () => {
  const both = { roles: ['publicity-officer', 'discipline-officer'] };
  const planned = planDuties([editor('a', both), editor('b')], [], NOW);
  const ofIntegrity = planned.filter(({ channel }) => channel === 'integrity');
  expect(ofIntegrity.map(({ memberId }) => memberId)).toEqual(new Array(14).fill('a'));
  expect(partyOf(planned).join('')).toBe('abbbbbbbbbbbbb');
});

test('who is on duty stays while they can, else another is; where nobody can, nobody is', () => {
  const known = [duty('2026-03-03', 'b'), duty('2026-03-04', 'b'), duty('2026-03-05', 'gone')];
  const away = editor('b', {
    schedule: { ...office, overrides: [leave('2026-03-04', '2026-03-05')] },
  });
  const planned = partyOf(planDuties([editor('a'), away], known, NOW));
  expect(planned.slice(1, 3)).toEqual(['b', 'a']);
  expect(planned[3]).not.toBe('gone');
  expect(partyOf(planDuties([], known, NOW))).toEqual(['-', '-', '-']);
});

test('an issue that is due stays with who was on duty for it', () => {
  const days = (now: string) =>
    planDuties([editor('a')], [], at(now)).filter(({ channel }) => channel === 'party');
  expect(days('2026-03-02 11:59')[0]?.day).toBe('2026-03-02');
  expect(days('2026-03-02 12:00')[0]?.day).toBe('2026-03-03');
  expect(days('2026-03-02 12:00').at(-1)?.day).toBe('2026-03-15');
});

test.each<[string, string, string, string, boolean]>([
  ['who is on duty gives theirs', 'publicity-officer', 'me', 'other', true],
  ['nobody gives that of another', 'publicity-officer', 'holder', 'other', false],
  ['who writes for the channel takes it', 'publicity-officer', 'holder', 'me', true],
  ['who does not may not', 'discipline-officer', 'holder', 'me', false],
  ['a secretary neither', 'secretary', 'holder', 'me', false],
  ['the committee office gives any', 'committee-office', 'holder', 'other', true],
])('%s', (_, role, holder, to, may) => {
  expect(mayGiveDuty({ memberId: 'me', roles: [role] }, 'party', holder, to)).toBe(may);
});
