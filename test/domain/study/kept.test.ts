import type { KeptBy } from '../../../domain/study/attendance';
import { keptFrom, keptFromAll } from '../../../domain/study/kept';
import { usualSitting } from '../../../domain/study/sitting';
import { MS_PER_HOUR } from '../../../domain/time/local-day';
import { aPerson, at, leave } from '../shift/people';

/** Crew `one`: evening 20–02 on the 2nd, 14–20, 08–14, night 02–08 on the 5th, rest on the 6th. */
const one = aPerson();
const sitting = (start: string, hours = 1) =>
  usualSitting(at(start), at(start) + hours * MS_PER_HOUR);

test.each<[string, string, KeptBy | null]>([
  ['in the early shift', '2026-03-04 10:00', 'on-duty'],
  ['from its last minute on', '2026-03-04 13:59', 'on-duty'],
  ['from its end on', '2026-03-04 14:00', null],
  ['in bed after the night', '2026-03-05 10:00', 'asleep'],
  ['until the last minute of that sleep', '2026-03-05 15:59', 'asleep'],
  ['from its end on', '2026-03-05 16:00', null],
  ['at night', '2026-03-07 03:00', 'asleep'],
  ['on a day of rest', '2026-03-06 15:00', null],
])('%s, %s: %s', (_what, start, keptBy) => {
  expect(keptFrom(one, sitting(start))).toBe(keptBy);
});

test.each<[string, readonly string[], KeptBy | null]>([
  ['duty in both', ['2026-03-03 15:00', '2026-03-04 10:00'], 'on-duty'],
  ['sleep in both', ['2026-03-05 10:00', '2026-03-07 03:00'], 'asleep'],
  ['duty in one and sleep in the other', ['2026-03-04 10:00', '2026-03-05 10:00'], 'asleep'],
  ['sleep in one, and nothing in the other', ['2026-03-05 10:00', '2026-03-06 15:00'], null],
  ['duty in one, and nothing in the other', ['2026-03-04 10:00', '2026-03-06 15:00'], null],
  ['no sittings', [], null],
])('%s: %s', (_what, starts, keptBy) => {
  expect(
    keptFromAll(
      one,
      starts.map((start) => sitting(start)),
    ),
  ).toBe(keptBy);
});

test('being away in one and asleep or on duty in the other keeps as well; away in all is being away', () => {
  const away = aPerson({ overrides: [leave('2026-03-06', '2026-03-30')] });
  const [duty, sleep, leaveA, leaveB] = [
    sitting('2026-03-04 10:00'),
    sitting('2026-03-05 10:00'),
    sitting('2026-03-06 15:00'),
    sitting('2026-03-08 03:00'),
  ];
  expect(keptFromAll(away, [leaveA, leaveB])).toBe('away');
  expect(keptFromAll(away, [sleep, leaveA])).toBe('asleep');
  expect(keptFromAll(away, [duty, leaveA])).toBe('on-duty');
});

test('whose rota is not known is kept by nothing in the day', () => {
  expect(keptFrom(aPerson({ memberships: [] }), sitting('2026-03-05 10:00'))).toBeNull();
});

describe('own hours of sleep', () => {
  const window = { startMinute: 9 * 60, lengthMinutes: 14 * 60 };

  test('excuse nobody', () => {
    const own = aPerson({ sleepPreference: { night: window } });
    expect(keptFrom(own, sitting('2026-03-06 15:00'))).toBeNull();
    expect(keptFromAll(own, [sitting('2026-03-06 11:00'), sitting('2026-03-06 18:00')])).toBeNull();
  });

  test('nor do they call anybody out of the sleep that the rota gives them', () => {
    const afterNight = { delayMinutes: 0, lengthMinutes: 60 };
    const own = aPerson({ sleepPreference: { afterNight } });
    expect(keptFrom(own, sitting('2026-03-05 12:00'))).toBe('asleep');
  });
});
