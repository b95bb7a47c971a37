import { shiftToTell, toldBefore, worksFrom } from '../../../../domain/content/channel/pre-shift';
import { aPerson, aRoster, aRotation, at, leave } from '../../shift/people';

/** Crew `one`: 20-02 on 2026-03-02, then 14-20, 08-14, 02-08, and a day of rest. */
const person = aPerson();

test.each([
  ['before a shift', '2026-03-04 07:59', '2026-03-04 08:00'],
  ['the shift that begins now is not before it', '2026-03-04 08:00', '2026-03-05 02:00'],
  ['in a shift', '2026-03-04 12:00', '2026-03-05 02:00'],
  ['on the day of rest', '2026-03-06 12:00', '2026-03-07 20:00'],
])('it is told before the next shift: %s', (_, now, start) => {
  expect(toldBefore(person, at(now))).toEqual({
    startAtMs: at(start),
    untilAtMs: at(start) + 60 * 60_000,
  });
});

test('whoever has no shift within seven days is not asked', () => {
  const awayUntil = (day: string) => aPerson({ overrides: [leave('2026-03-04', day)] });
  expect(toldBefore(awayUntil('2026-03-10'), at('2026-03-04 12:00'))?.startAtMs).toBe(
    at('2026-03-10 02:00'),
  );
  expect(toldBefore(awayUntil('2026-03-11'), at('2026-03-04 12:00'))).toBeUndefined();
  expect(toldBefore(aPerson({ memberships: [] }), at('2026-03-04 12:00'))).toBeUndefined();
});

test('nobody meets before a study day', () => {
  const roster = aRoster([aRotation('five-crews-three-shifts-study')]);
  const kinds = Array.from({ length: 5 }, (_, day) => {
    const now = at(`2026-03-1${String(day)} 00:00`);
    return shiftToTell(aPerson({ roster }), now)?.slot.kind;
  });
  expect(new Set(kinds)).toEqual(new Set(['day', 'evening', 'night']));
});

test('those are there who work the shift of now, to its end, else the next', () => {
  expect(shiftToTell(person, at('2026-03-04 13:59'))?.startAtMs).toBe(at('2026-03-04 08:00'));
  expect(shiftToTell(person, at('2026-03-04 14:00'))?.startAtMs).toBe(at('2026-03-05 02:00'));
  const onLeave = aPerson({ overrides: [leave('2026-03-04', '2026-03-05')] });
  expect(worksFrom(person, at('2026-03-04 08:00'))).toBe(true);
  expect(worksFrom(onLeave, at('2026-03-04 08:00'))).toBe(false);
  expect(worksFrom(person, at('2026-03-04 14:00'))).toBe(false);
});
