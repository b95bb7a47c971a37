import { chanceOf, piecesAround } from '../../../domain/study/can-come';
import type { PersonSchedule } from '../../../domain/shift/person-schedule';
import { localDay } from '../../../domain/time/local-day';
import { aPerson, aSlot, at, leave } from '../shift/people';

/** Crew `one`: evening 20–02 on the 2nd, 14–20, 08–14, night 02–08 on the 5th, rest on the 6th. */
const one = aPerson();
const elsewhere = {
  kind: 'on-loan' as const,
  id: 'loan',
  crewId: null,
  fromDay: localDay('2026-03-06'),
  toDay: localDay('2026-03-08'),
};
const training = {
  kind: 'training' as const,
  id: 'training',
  slot: aSlot(),
  fromDay: localDay('2026-03-06'),
  toDay: localDay('2026-03-07'),
};

const chance = (start: string, schedule: PersonSchedule = one, minutes = 60) => {
  const startAtMs = at(start);
  const sitting = { startAtMs, endAtMs: startAtMs + minutes * 60_000 };
  return chanceOf(piecesAround(schedule, sitting), sitting);
};

test.each([
  ['2026-03-04 10:00', 'on-duty'],
  ['2026-03-05 10:00', 'after-night'],
  ['2026-03-07 03:00', 'asleep'],
  ['2026-03-06 15:00', null],
  ['2026-03-04 14:00', null],
])('at %s: %s', (start, hindrance) => {
  expect(chance(start)).toEqual({ hindrance, isNearSleep: false });
});

test('leave, and a loan to somewhere else, keep people away; training only during its hours', () => {
  const onLeave = aPerson({ overrides: [leave('2026-03-06', '2026-03-07')] });
  expect(chance('2026-03-06 15:00', onLeave).hindrance).toBe('away');
  expect(chance('2026-03-06 15:00', aPerson({ overrides: [elsewhere] })).hindrance).toBe('away');
  expect(chance('2026-03-06 10:00', aPerson({ overrides: [training] })).hindrance).toBe('on-duty');
  expect(chance('2026-03-06 17:00', aPerson({ overrides: [training] })).hindrance).toBeNull();
});

test('whose rota is not known can come', () => {
  expect(chance('2026-03-06 15:00', aPerson({ memberships: [] })).hindrance).toBeNull();
});

test.each([
  // They sleep until 16:00 after the night, and from 22:30.
  ['2026-03-05 16:00', true],
  ['2026-03-05 16:59', true],
  ['2026-03-05 17:00', false],
  ['2026-03-06 20:30', false],
  ['2026-03-06 20:31', true],
])('at %s near sleep: %s', (start, isNearSleep) => {
  expect(chance(start)).toEqual({ hindrance: null, isNearSleep });
});
