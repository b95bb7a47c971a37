import fc from 'fast-check';
import type { PersonSchedule } from '../../../domain/shift/person-schedule';
import { timelineOf } from '../../../domain/shift/timeline';
import { DEFAULT_SLEEP_RULES } from '../../../domain/shift/sleep-rules';
import { localDay } from '../../../domain/time/local-day';
import { aWorld, diceOf } from '../delivery/random-worlds';
import { aPerson, aRoster, aRotation, aSlot, at, leave, lines } from './people';

const linesOf = (person: PersonSchedule, from: string, to: string) =>
  lines(timelineOf(person, { startAtMs: at(from), endAtMs: at(to) }));

/** A crew that works one shift every fourth day, the first on 2026-03-02. */
const worksOnly = (slot: Parameters<typeof aSlot>[0], changes: Partial<PersonSchedule> = {}) => {
  const days = [[aSlot(slot)], [], [], []];
  const rotation = aRotation('four-crews-two-shifts', { days });
  return aPerson({ roster: aRoster([rotation]), ...changes });
};

describe('a night worker', () => {
  it('sleeps before, is handed over, works, goes home and sleeps after', () => {
    expect(linesOf(aPerson(), '2026-03-04 12:00', '2026-03-06 08:00')).toEqual([
      '03-04 12:00 to 03-04 14:00 on-duty: shift early',
      '03-04 14:00 to 03-04 14:30 on-duty: handover-after early',
      '03-04 14:30 to 03-04 20:00 free: off-shift',
      '03-04 20:00 to 03-05 01:00 asleep: before-early back-night',
      '03-05 01:00 to 03-05 01:30 asleep: night',
      '03-05 01:30 to 03-05 02:00 on-duty: handover-before back-night',
      '03-05 02:00 to 03-05 08:00 on-duty: shift back-night',
      '03-05 08:00 to 03-05 08:30 on-duty: handover-after back-night',
      '03-05 08:30 to 03-05 09:00 resting-after-night: after-night back-night',
      '03-05 09:00 to 03-05 16:00 asleep: after-night back-night',
      '03-05 16:00 to 03-05 22:30 free: off-shift',
      '03-05 22:30 to 03-06 06:30 asleep: night',
      '03-06 06:30 to 03-06 08:00 free: rest-day',
    ]);
  });

  it('needs no sleep before the second night when the first has been slept off', () => {
    const person = aPerson({ roster: aRoster([aRotation('five-crews-three-shifts')]) });
    expect(linesOf(person, '2026-03-02 16:00', '2026-03-03 00:00')).toEqual([
      '03-02 16:00 to 03-02 22:30 free: off-shift',
      '03-02 22:30 to 03-02 23:30 asleep: night',
      '03-02 23:30 to 03-03 00:00 on-duty: handover-before night',
    ]);
  });

  it('sleeps before it when that sleep ended twelve hours before, and not when a minute less', () => {
    const two = (startMinute: number) => {
      const days = [
        [aSlot({ kind: 'night', startMinute: 0, durationMinutes: 240 })],
        [aSlot({ startMinute })],
        [],
      ];
      const rotation = aRotation('three-crews-two-shifts', { days, cycleDays: 3 });
      return linesOf(
        aPerson({ roster: aRoster([rotation]) }),
        '2026-03-02 12:00',
        '2026-03-03 01:00',
      );
    };
    // The night ends at 04:00, sleep after it at 12:00.
    expect(two(0)).toContain('03-02 18:00 to 03-02 23:00 asleep: before-early white');
    const rules = { ...DEFAULT_SLEEP_RULES.beforeEarly, restedWithinMinutes: 721 };
    const days = [
      [aSlot({ kind: 'night', startMinute: 0, durationMinutes: 240 })],
      [aSlot({ startMinute: 0 })],
      [],
    ];
    const roster = {
      ...aRoster([aRotation('three-crews-two-shifts', { days, cycleDays: 3 })]),
      sleep: { ...DEFAULT_SLEEP_RULES, beforeEarly: rules },
    };
    expect(
      linesOf(aPerson({ roster }), '2026-03-02 12:00', '2026-03-02 23:00').join(),
    ).not.toContain('before-early');
  });
});

describe('which shifts sleep follows', () => {
  it.each([
    ['ends when the hours of sleep begin', 22 * 60 + 30, false],
    ['ends a minute into them', 22 * 60 + 31, true],
    ['ends at midnight', 24 * 60, true],
    ['ends with the hours of sleep', 30 * 60 + 30, true],
    ['ends a minute after them', 30 * 60 + 31, false],
  ])('a shift that %s', (_, endMinute, isLate) => {
    const slot = { kind: 'evening', startMinute: endMinute - 240, durationMinutes: 240 } as const;
    const text = linesOf(worksOnly(slot), '2026-03-02 00:00', '2026-03-04 00:00').join();
    expect(text.includes('resting-after-night')).toBe(isLate);
  });

  it.each([
    ['07:59', 479, true],
    ['08:00', 480, false],
    ['00:00', 0, true],
    ['23:59', 1439, false],
  ])('sleep before a shift that starts at %s', (_, startMinute, isEarly) => {
    const text = linesOf(
      worksOnly({ startMinute, durationMinutes: 60 }),
      '2026-03-01 00:00',
      '2026-03-03 00:00',
    ).join();
    expect(text.includes('before-early')).toBe(isEarly);
  });

  it('a night shift, whenever it ends', () => {
    const person = worksOnly({ kind: 'night', startMinute: 600, durationMinutes: 300 });
    expect(linesOf(person, '2026-03-02 15:00', '2026-03-02 17:00')).toEqual([
      '03-02 15:00 to 03-02 15:30 on-duty: handover-after white',
      '03-02 15:30 to 03-02 16:00 resting-after-night: after-night white',
      '03-02 16:00 to 03-02 17:00 asleep: after-night white',
    ]);
  });
});

describe('where a piece comes from', () => {
  it('own windows take the place of the rules and are named as such', () => {
    const person = aPerson({
      sleepPreference: {
        night: { startMinute: 60, lengthMinutes: 300 },
        afterNight: { delayMinutes: 0, lengthMinutes: 240 },
      },
    });
    const pieces = timelineOf(person, {
      startAtMs: at('2026-03-05 08:00'),
      endAtMs: at('2026-03-06 12:00'),
    });
    expect(lines(pieces)).toEqual([
      '03-05 08:00 to 03-05 08:30 on-duty: handover-after back-night',
      '03-05 08:30 to 03-05 12:00 asleep: after-night back-night',
      '03-05 12:00 to 03-06 00:00 free: off-shift',
      '03-06 00:00 to 03-06 01:00 free: rest-day',
      '03-06 01:00 to 03-06 06:00 asleep: own-window',
      '03-06 06:00 to 03-06 12:00 free: rest-day',
    ]);
    expect(pieces.map(({ source }) => source.kind)).toEqual([
      'rotation',
      'preference',
      'rotation',
      'rotation',
      'preference',
      'rotation',
    ]);
  });

  it('leave frees the day, and the night is still for sleep', () => {
    const person = aPerson({ overrides: [leave('2026-03-03', '2026-03-05')] });
    expect(linesOf(person, '2026-03-03 10:00', '2026-03-04 20:00')).toEqual([
      '03-03 10:00 to 03-03 22:30 free: leave',
      '03-03 22:30 to 03-04 06:30 asleep: night',
      '03-04 06:30 to 03-04 20:00 free: leave',
    ]);
  });

  it('someone of whom nothing is known is free by day and asleep at night, and said to be unknown', () => {
    const pieces = timelineOf(aPerson({ memberships: [] }), {
      startAtMs: at('2026-03-03 00:00'),
      endAtMs: at('2026-03-03 23:00'),
    });
    expect(lines(pieces)).toEqual([
      '03-03 00:00 to 03-03 06:30 asleep: night',
      '03-03 06:30 to 03-03 22:30 free: unknown',
      '03-03 22:30 to 03-03 23:00 asleep: night',
    ]);
    expect(pieces[1]?.source).toEqual({ kind: 'unknown', reason: 'no-crew' });
  });

  it('a day worker is on duty by the national calendar', () => {
    const person = aPerson({ roster: aRoster([aRotation('day-workers')]) });
    const [piece] = timelineOf(person, {
      startAtMs: at('2026-03-03 08:00'),
      endAtMs: at('2026-03-03 09:00'),
    });
    expect(piece?.source.kind).toBe('calendar');
  });

  it('the night shift before a switch is worked out under the old pattern', () => {
    const before = aRotation('five-crews-four-shifts');
    const after = aRotation('day-workers', {
      validFromDay: localDay('2026-03-06'),
      crews: [{ crewId: 'one', offset: 0 }],
      daysCounted: 'every-day',
    });
    const night = {
      ...before,
      days: [
        ...before.days.slice(0, 3),
        [aSlot({ kind: 'night', label: 'back-night', startMinute: 1320 })],
        [],
      ],
    };
    const person = aPerson({ roster: aRoster([night, after]) });
    expect(linesOf(person, '2026-03-05 22:00', '2026-03-06 09:00')).toEqual([
      '03-05 22:00 to 03-06 06:00 on-duty: shift back-night',
      '03-06 06:00 to 03-06 06:30 on-duty: handover-after back-night',
      '03-06 06:30 to 03-06 07:00 resting-after-night: after-night back-night',
      '03-06 07:00 to 03-06 07:30 asleep: after-night back-night',
      '03-06 07:30 to 03-06 08:00 on-duty: handover-before white',
      '03-06 08:00 to 03-06 09:00 on-duty: shift white',
    ]);
  });
});

describe('any timeline', () => {
  it('is empty for an empty interval', () => {
    expect(
      timelineOf(aPerson(), { startAtMs: at('2026-03-03 00:00'), endAtMs: at('2026-03-03 00:00') }),
    ).toEqual([]);
  });

  it('covers its interval without gaps, and a part of it is the same part', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 30_000 }),
        fc.nat(),
        (seed, minutes, cut) => {
          const { recipients, nowMs } = aWorld(diceOf(seed), 1);
          const { schedule } = recipients[0]!.situation;
          const endAtMs = nowMs + minutes * 60_000;
          const whole = timelineOf(schedule, { startAtMs: nowMs, endAtMs });
          const starts = whole.map((piece) => piece.startAtMs);
          const ends = whole.map((piece) => piece.endAtMs);
          expect([nowMs, ...ends]).toEqual([...starts, endAtMs]);
          expect(whole.every((piece) => piece.startAtMs < piece.endAtMs)).toBe(true);
          const middleAtMs = nowMs + (cut % minutes) * 60_000;
          const [part] = timelineOf(schedule, { startAtMs: middleAtMs, endAtMs: middleAtMs + 1 });
          const same = whole.find((piece) => piece.endAtMs > middleAtMs);
          expect([part?.state, part?.reason.code]).toEqual([same?.state, same?.reason.code]);
        },
      ),
      { numRuns: 150 },
    );
  });
});
