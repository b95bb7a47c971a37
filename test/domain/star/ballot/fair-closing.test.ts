import {
  earliestClosingAtMs,
  hoursOfCrew,
  type VotingTime,
} from '../../../../domain/star/ballot/fair-closing';
import { DEFAULT_SLEEP_RULES } from '../../../../domain/shift/sleep-rules';
import { at, aPerson, aRoster, aRotation, aSlot, clock, leave } from '../../shift/people';
import { localDay, MS_PER_HOUR } from '../../../../domain/time/local-day';

/** The invented branch: on 2026-04-07 crew `three` works 14-20, on the 8th 08-14. */
const rotation = aRotation('five-crews-four-shifts', {
  anchorDay: localDay('2026-04-08'),
  crews: [
    { crewId: 'one', offset: 0 },
    { crewId: 'two', offset: 1 },
    { crewId: 'three', offset: 2 },
    { crewId: 'four', offset: 3 },
    { crewId: 'five', offset: 4 },
  ],
});
const OPENED: VotingTime = { openedAtMs: at('2026-04-07 13:00'), gaps: [] };
const SIX = 6 * 60;
const crew = (crewId: string, roster = aRoster([rotation])) => aPerson({ crewId, roster });
const hours = (ms: number) => ms / MS_PER_HOUR;
const said = (schedule = crew('three'), now = '2026-04-08 10:05', poll = OPENED, needed = SIX) => {
  const found = hoursOfCrew(schedule, poll, needed, at(now));
  return {
    stretches: found.stretchesMs.map(hours),
    done: hours(found.doneMs),
    ready: clock(found.readyAtMs),
    free: found.nextFreeAtMs === null ? null : clock(found.nextFreeAtMs),
  };
};

test('the picture, where the night begins at 22:00: 0.5 + 1.5 + 1 = 3 of 6 hours, 17:30', () => {
  const sleep = { ...DEFAULT_SLEEP_RULES, night: { startMinute: 22 * 60, lengthMinutes: 510 } };
  expect(said(crew('three', { ...aRoster([rotation]), sleep }))).toEqual({
    stretches: [0.5, 1.5, 1],
    done: 3,
    ready: '04-08 17:30',
    free: '04-08 14:30',
  });
});

test.each([
  ['before its shift', '2026-04-07 13:15', [0.25], null],
  ['on duty', '2026-04-07 15:00', [0.5], '04-07 20:30'],
  ['asleep', '2026-04-08 03:00', [0.5, 2], '04-08 06:30'],
  ['off duty, not yet enough', '2026-04-08 15:00', [0.5, 2, 1, 0.5], null],
  ['when it has them', '2026-04-08 17:00', [0.5, 2, 1, 2.5], null],
  ['long after', '2026-04-10 17:00', [0.5, 2, 1, 2.5], null],
  ['at the opening', '2026-04-07 13:00', [], null],
])('hours of the crew %s', (_, now, stretches, free) => {
  expect(said(crew('three'), now)).toMatchObject({ stretches, free, ready: '04-08 17:00' });
});

test('office hours are on duty, and nobody is awake at night', () => {
  const office = aRotation('day-workers', { crews: [{ crewId: 'office', offset: 0 }] });
  expect(said(aPerson({ crewId: 'office', roster: aRoster([office]) }))).toMatchObject({
    stretches: [5, 1],
    ready: '04-08 07:30',
  });
});

test('people without a rota are awake by day', () => {
  expect(said(aPerson({ memberships: [] }))).toMatchObject({
    stretches: [6],
    ready: '04-07 19:00',
  });
});

test('a leave of one person changes nothing for the crew: its rota alone is asked', () => {
  const everybodyOnLeave = aPerson({
    memberships: [],
    overrides: [leave('2026-04-01', '2026-04-30')],
  });
  expect(said(everybodyOnLeave).ready).toBe('04-07 19:00');
});

test('hours in which nobody could vote do not count', () => {
  const gaps = [{ startAtMs: at('2026-04-08 15:00'), endAtMs: at('2026-04-08 21:00') }];
  expect(said(crew('three'), '2026-04-08 23:00', { ...OPENED, gaps })).toMatchObject({
    stretches: [0.5, 2, 1, 0.5],
    ready: '04-09 18:00',
    free: '04-09 16:00',
  });
});

test('a crew that is never free keeps nobody waiting for more than 13 days', () => {
  const always = aRotation('three-crews-two-shifts', {
    cycleDays: 1,
    days: [[aSlot({ startMinute: 0, durationMinutes: 1440 })]],
    crews: [{ crewId: 'one', offset: 0 }],
  });
  const schedule = aPerson({ roster: aRoster([always]) });
  expect(said(schedule)).toMatchObject({ stretches: [], ready: '04-20 13:00', free: null });
});

test('where no hours are asked for a poll may end when it opens', () => {
  expect(said(crew('three'), '2026-04-08 10:05', OPENED, 0)).toMatchObject({
    done: 0,
    ready: '04-07 13:00',
  });
});

test('the earliest end is that of the last crew, and the opening where there is no crew', () => {
  const crews = ['one', 'two', 'three', 'four', 'five'].map((id) => {
    return hoursOfCrew(crew(id), OPENED, SIX, at('2026-04-08 10:05'));
  });
  expect(crews.map(({ readyAtMs }) => clock(readyAtMs))).toEqual([
    '04-07 19:00',
    '04-07 19:00',
    '04-08 17:00',
    '04-08 16:30',
    '04-07 22:00',
  ]);
  expect(clock(earliestClosingAtMs(crews, OPENED))).toBe('04-08 17:00');
  expect(earliestClosingAtMs([], OPENED)).toBe(OPENED.openedAtMs);
});

test('a poll across the end of a month counts on', () => {
  const opened = { openedAtMs: at('2026-03-31 22:00'), gaps: [] };
  expect(said(crew('three'), '2026-04-01 12:00', opened)).toMatchObject({
    stretches: [0.5, 5.5],
    ready: '04-01 12:00',
  });
});
