import { chanceOf, isAtEase, piecesAround } from '../../../domain/study/can-come';
import type { PersonSchedule } from '../../../domain/shift/person-schedule';
import { localDay } from '../../../domain/time/local-day';
import { aPerson, aRoster, aRotation, aSlot, at, leave } from '../shift/people';

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
])('at %s: %s', (start, hindrance) => {
  expect(chance(start)).toEqual({ hindrance, isNearSleep: false, shiftBeside: null });
});

test.each([
  // The shift ends at 14:00, its handover at 14:30; that of the 3rd begins at 14:00, its handover at 13:30.
  ['2026-03-04 14:00', 60, 'after-shift'],
  ['2026-03-04 14:29', 60, 'after-shift'],
  ['2026-03-04 14:30', 60, null],
  ['2026-03-03 13:00', 60, 'before-shift'],
  ['2026-03-03 13:00', 31, 'before-shift'],
  ['2026-03-03 13:00', 30, null],
])('at %s for %d minutes they can come, %s', (start, minutes, shiftBeside) => {
  const found = chance(start, one, minutes);
  expect(found).toEqual({ hindrance: null, isNearSleep: false, shiftBeside });
  expect(isAtEase(found)).toBe(shiftBeside === null);
});

test('office hours are no shift that one comes straight from', () => {
  const office = aPerson({ roster: aRoster([aRotation('day-workers')]) });
  expect(chance('2026-03-04 17:30', office).shiftBeside).toBeNull();
});

test('another sitting keeps people away until it ends, and duty is named before it', () => {
  const sits = [{ startAtMs: at('2026-03-06 15:00'), endAtMs: at('2026-03-06 16:00') }];
  const beside = (start: string) => {
    const sitting = { startAtMs: at(start), endAtMs: at(start) + 60 * 60_000 };
    return chanceOf(piecesAround(one, sitting), sitting, sits).hindrance;
  };
  expect(beside('2026-03-06 14:00')).toBeNull();
  expect(beside('2026-03-06 14:01')).toBe('elsewhere');
  expect(beside('2026-03-06 15:59')).toBe('elsewhere');
  expect(beside('2026-03-06 16:00')).toBeNull();
  const duty = { startAtMs: at('2026-03-04 10:00'), endAtMs: at('2026-03-04 11:00') };
  expect(chanceOf(piecesAround(one, duty), duty, [duty]).hindrance).toBe('on-duty');
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
  expect(chance(start)).toMatchObject({ hindrance: null, isNearSleep });
});
