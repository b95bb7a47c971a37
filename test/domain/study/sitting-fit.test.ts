import { nationalCalendar } from '../../../domain/shift/national-calendar';
import type { PersonSchedule } from '../../../domain/shift/person-schedule';
import { ROTATION_PRESETS } from '../../../domain/shift/rotation-presets';
import { DEFAULT_SLEEP_RULES } from '../../../domain/shift/sleep-rules';
import { fitOf } from '../../../domain/study/sitting-fit';
import { instantOf, localDay } from '../../../domain/time/local-day';
import { aSittingAt, HOUR } from './a-sitting';

const PRESET = ROTATION_PRESETS['five-crews-four-shifts'];
const DAY = localDay('2025-03-05');

/** Somebody of 五班四倒 whose shift on the day is the one with this label. */
function worker(label: string): PersonSchedule {
  const offset = PRESET.days.findIndex((day) => day[0]?.label === label);
  const rotation = {
    id: 'rotation-1',
    cycleDays: PRESET.days.length,
    days: PRESET.days,
    crews: [{ crewId: 'crew-1', offset }],
    anchorDay: DAY,
    validFromDay: localDay('2024-01-01'),
    daysCounted: 'every-day' as const,
  };
  return {
    roster: { rotations: [rotation], calendar: nationalCalendar, sleep: DEFAULT_SLEEP_RULES },
    memberships: [{ crewId: 'crew-1', fromDay: localDay('2024-01-01') }],
    overrides: [],
  };
}

const at = (hour: number) => aSittingAt(instantOf(DAY, hour * 60));

test('a sitting inside a shift finds the person on duty', () => {
  expect(fitOf(worker('early'), at(10))).toBe('on-duty');
});

test('a sitting that a shift touches by a minute does too', () => {
  expect(fitOf(worker('early'), at(13 + 59 / 60))).toBe('on-duty');
  expect(fitOf(worker('early'), at(7 + 1 / 60))).toBe('on-duty');
});

test('people can stay for a sitting that begins when their shift ends', () => {
  expect(fitOf(worker('early'), at(14))).toBe('free');
});

test('whoever comes off the back night rests and then sleeps, both because of that night', () => {
  expect(fitOf(worker('back-night'), at(8))).toBe('after-night');
  expect(fitOf(worker('back-night'), at(12))).toBe('after-night');
});

test('in the small hours before a morning shift a person is asleep', () => {
  expect(fitOf(worker('early'), at(3))).toBe('asleep');
});

test('an afternoon on a rest day is free', () => {
  expect(fitOf(worker('rest'), at(15))).toBe('free');
});

test('from the office people come', () => {
  const { roster, ...person } = worker('early');
  const rotations = roster.rotations.map((each) => ({
    ...each,
    daysCounted: 'workdays' as const,
  }));
  expect(fitOf({ ...person, roster: { ...roster, rotations } }, at(10))).toBe('free');
});

test('of somebody without a crew nothing is known', () => {
  expect(fitOf({ ...worker('rest'), memberships: [] }, at(15))).toBe('unknown');
});

test('the sitting counts, not when its register opens', () => {
  const sitting = {
    ...at(15),
    opensAtMs: instantOf(DAY, 8 * 60),
    closesAtMs: at(15).endAtMs + HOUR,
  };
  expect(fitOf(worker('early'), sitting)).toBe('free');
});
