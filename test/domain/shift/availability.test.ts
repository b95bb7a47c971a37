import { availabilityAt, quietUntil } from '../../../domain/shift/availability';
import { localDay } from '../../../domain/time/local-day';
import { aPerson, aRoster, aRotation, aSlot, at, clock } from './people';

describe('a person now', () => {
  it.each([
    ['2026-03-05 01:29', 'asleep', 'night'],
    ['2026-03-05 01:30', 'on-duty', 'handover-before'],
    ['2026-03-05 02:00', 'on-duty', 'shift'],
    ['2026-03-05 08:00', 'on-duty', 'handover-after'],
    ['2026-03-05 08:30', 'resting-after-night', 'after-night'],
    ['2026-03-05 09:00', 'asleep', 'after-night'],
    ['2026-03-05 16:00', 'free', 'off-shift'],
  ])('at %s is %s: %s', (text, state, code) => {
    expect(availabilityAt(aPerson(), at(text))).toMatchObject({ state, reason: { code } });
  });
});

describe('quiet time', () => {
  it('after a night lasts to the end of sleep and says so', () => {
    const quiet = quietUntil(aPerson(), at('2026-03-05 10:12'));
    expect(quiet && clock(quiet.untilAtMs)).toBe('03-05 16:00');
    expect(quiet?.reason).toMatchObject({ code: 'after-night', label: 'back-night' });
  });

  it('runs through duty and the sleep after it, and names both what is now and why it ends then', () => {
    const quiet = quietUntil(aPerson(), at('2026-03-05 03:00'));
    expect(quiet && clock(quiet.untilAtMs)).toBe('03-05 16:00');
    expect(quiet?.now).toMatchObject({ state: 'on-duty', reason: { code: 'shift' } });
    expect(quiet?.reason.code).toBe('after-night');
  });

  it('is none for someone free', () => {
    expect(quietUntil(aPerson(), at('2026-03-05 16:00'))).toBeNull();
  });

  it('ends after seven days when a schedule leaves no free moment', () => {
    const days = [[aSlot({ startMinute: 0, durationMinutes: 1440 })]];
    const rotation = aRotation('five-crews-four-shifts', {
      cycleDays: 1,
      days,
      crews: [{ crewId: 'one', offset: 0 }],
      anchorDay: localDay('2026-03-01'),
    });
    const quiet = quietUntil(aPerson({ roster: aRoster([rotation]) }), at('2026-03-05 10:00'));
    expect(quiet && clock(quiet.untilAtMs)).toBe('03-12 10:00');
  });
});
