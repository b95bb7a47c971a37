import { availabilityAt, quietUntil } from '../../../domain/shift/availability';
import type { PersonSchedule } from '../../../domain/shift/person-schedule';
import { timelineOf } from '../../../domain/shift/timeline';
import { aPerson, aRoster, aRotation, aSlot, at, clock, lines } from './people';
import { localDay } from '../../../domain/time/local-day';

/** 2026-03-05 is a Thursday, 2026-03-07 a Saturday. */
const officeWorker = (changes: Partial<PersonSchedule> = {}) =>
  aPerson({ roster: aRoster([aRotation('day-workers')]), ...changes });
const during = (person: PersonSchedule, from: string, to: string) =>
  lines(timelineOf(person, { startAtMs: at(from), endAtMs: at(to) }));

describe('office hours', () => {
  it('are duty without handover on working days, and not at weekends', () => {
    expect(during(officeWorker(), '2026-03-06 05:00', '2026-03-07 12:00')).toEqual([
      '03-06 05:00 to 03-06 06:30 asleep: night',
      '03-06 06:30 to 03-06 08:00 free: off-shift',
      '03-06 08:00 to 03-06 17:30 on-duty: office-hours white',
      '03-06 17:30 to 03-06 22:30 free: off-shift',
      '03-06 22:30 to 03-07 06:30 asleep: night',
      '03-07 06:30 to 03-07 12:00 free: rest-day',
    ]);
  });

  it('keep nobody out of reach', () => {
    expect(quietUntil(officeWorker(), at('2026-03-05 09:00'))).toBeNull();
    const early = quietUntil(officeWorker(), at('2026-03-05 05:00'));
    expect(early && clock(early.untilAtMs)).toBe('03-05 06:30');
  });

  it('yield to hours of sleep that the person set', () => {
    const night = { startMinute: 23 * 60, lengthMinutes: 10 * 60 };
    const person = officeWorker({ sleepPreference: { night } });
    const quiet = quietUntil(person, at('2026-03-05 08:30'));
    expect(quiet && clock(quiet.untilAtMs)).toBe('03-05 09:00');
    expect(availabilityAt(person, at('2026-03-05 09:00'))).toMatchObject({ state: 'on-duty' });
  });

  it('are not those of a swap or of changed hours: those are a shift', () => {
    const span = { fromDay: localDay('2026-03-05'), toDay: localDay('2026-03-06') };
    const person = officeWorker({
      overrides: [{ kind: 'changed-hours', id: 'half', ...span, slots: [aSlot()] }],
    });
    expect(availabilityAt(person, at('2026-03-05 09:00')).reason.code).toBe('shift');
  });

  it('of a night shift that follows the national calendar are none: sleep follows it', () => {
    const days = [[aSlot({ label: 'night', kind: 'night', startMinute: 22 * 60 })]];
    const roster = aRoster([aRotation('day-workers', { days })]);
    expect(quietUntil(aPerson({ roster }), at('2026-03-05 23:00'))?.reason.code).toBe(
      'after-night',
    );
  });
});
