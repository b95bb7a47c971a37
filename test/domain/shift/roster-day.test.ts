import fc from 'fast-check';
import { nationalCalendar, NATIONAL_CALENDAR_YEARS } from '../../../domain/shift/national-calendar';
import type { Override } from '../../../domain/shift/override';
import { rosterDaysOf, shiftsOf } from '../../../domain/shift/roster-day';
import { addDays, localDay } from '../../../domain/time/local-day';
import { aPerson, aRoster, aRotation, aSlot, clock, leave } from './people';

const day = localDay;
const labels = (person: ReturnType<typeof aPerson>, from: string, to: string) =>
  rosterDaysOf(person, day(from), day(to)).map(({ slots, source }) =>
    source.kind === 'unknown' ? source.reason : (slots[0]?.label ?? 'off'),
  );

describe('the days of a crew', () => {
  it('follow the cycle over weekends, a month end and a leap day', () => {
    const changes = { anchorDay: day('2024-02-27'), validFromDay: day('2020-01-01') };
    const early = aRotation('five-crews-four-shifts', changes);
    const old = {
      ...aPerson({ roster: aRoster([early]) }),
      memberships: [{ crewId: 'one', fromDay: day('2020-01-01') }],
    };
    expect(labels(old, '2024-02-27', '2024-03-04')).toEqual([
      'front-night',
      'middle',
      'early',
      'back-night',
      'rest',
      'front-night',
    ]);
  });

  it('go on over a year end', () => {
    expect(labels(aPerson(), '2025-12-29', '2026-01-03')).toEqual([
      'early',
      'back-night',
      'rest',
      'front-night',
      'middle',
    ]);
  });

  it('a shift that crosses midnight belongs to its start day', () => {
    const shifts = shiftsOf(aPerson(), day('2026-03-02'), day('2026-03-03'));
    expect(
      shifts.map(({ startDay, startAtMs, endAtMs }) => [
        startDay,
        clock(startAtMs),
        clock(endAtMs),
      ]),
    ).toEqual([['2026-03-02', '03-02 20:00', '03-03 02:00']]);
  });

  it('a night counted to the evening before starts on the next civil day', () => {
    const person = aPerson({ roster: aRoster([aRotation('five-crews-three-shifts-study')]) });
    const [shift] = shiftsOf(person, day('2026-03-04'), day('2026-03-05'));
    expect([shift?.startDay, shift && clock(shift.startAtMs)]).toEqual([
      '2026-03-04',
      '03-05 00:00',
    ]);
  });

  it('a day may have two half shifts', () => {
    const rotation = aRotation('five-crews-four-shifts', {
      cycleDays: 1,
      days: [[aSlot({ durationMinutes: 240 }), aSlot({ startMinute: 840, durationMinutes: 180 })]],
      crews: [{ crewId: 'one', offset: 0 }],
    });
    const person = aPerson({ roster: aRoster([rotation]) });
    expect(shiftsOf(person, day('2026-03-02'), day('2026-03-04'))).toHaveLength(4);
  });

  it('crews of one rotation are never on the same shift', () => {
    const people = ['one', 'two', 'three', 'four', 'five'].map((crewId) => aPerson({ crewId }));
    for (const date of ['2026-03-02', '2026-03-03', '2026-03-06']) {
      const today = people.map((person) => labels(person, date, addDays(day(date), 1))[0]);
      expect(new Set(today).size).toBe(5);
    }
  });
});

describe('which pattern counts', () => {
  const before = aRotation('five-crews-four-shifts');
  const after = aRotation('four-crews-two-shifts', { validFromDay: day('2026-03-05') });

  it('the newest valid one of the crew, from its day on', () => {
    const person = aPerson({ roster: aRoster([after, before]) });
    expect(labels(person, '2026-03-03', '2026-03-08')).toEqual([
      'middle',
      'early',
      'rest',
      'white',
      'night',
    ]);
  });

  it('a shift that runs over the switch is worked to its end', () => {
    const person = aPerson({
      roster: aRoster([before, { ...after, validFromDay: day('2026-03-03') }]),
    });
    const [shift] = shiftsOf(person, day('2026-03-02'), day('2026-03-03'));
    expect(shift && clock(shift.endAtMs)).toBe('03-03 02:00');
  });

  it('a rotation of other crews changes nothing', () => {
    const others = { ...after, crews: [{ crewId: 'else', offset: 0 }] };
    expect(
      labels(aPerson({ roster: aRoster([before, others]) }), '2026-03-05', '2026-03-08'),
    ).toEqual(labels(aPerson(), '2026-03-05', '2026-03-08'));
  });

  it('before the first valid day nothing is known', () => {
    expect(labels(aPerson(), '2024-12-31', '2025-01-01')).toEqual(['no-crew']);
    const person = { ...aPerson(), memberships: [{ crewId: 'one', fromDay: day('2024-01-01') }] };
    expect(labels(person, '2024-12-31', '2025-01-02')).toEqual(['no-pattern', 'front-night']);
  });

  it('a person follows the crew they belong to on the day, in whatever order it was recorded', () => {
    const memberships = [
      { crewId: 'three', fromDay: day('2026-03-04') },
      { crewId: 'one', fromDay: day('2025-01-01') },
      { crewId: null, fromDay: day('2026-03-06') },
    ];
    expect(labels(aPerson({ memberships }), '2026-03-03', '2026-03-07')).toEqual([
      'middle',
      'rest',
      'front-night',
      'no-crew',
    ]);
  });
});

describe('personal changes', () => {
  const training: Override = {
    kind: 'training',
    id: 'training',
    fromDay: day('2026-03-03'),
    toDay: day('2026-03-04'),
    slot: aSlot({ label: 'study', kind: 'study-day' }),
  };

  it('outrank the pattern, from their first day to the one before their end', () => {
    const person = aPerson({ overrides: [leave('2026-03-02', '2026-03-04')] });
    expect(labels(person, '2026-03-01', '2026-03-05')).toEqual(['rest', 'off', 'off', 'early']);
    expect(rosterDaysOf(person, day('2026-03-02'), day('2026-03-03'))[0]?.source).toEqual({
      kind: 'override',
      overrideId: 'leave',
      override: 'leave',
    });
  });

  it('the later recorded of two that should not have been counts', () => {
    const overrides = [leave('2026-03-02', '2026-03-09'), training];
    expect(labels(aPerson({ overrides }), '2026-03-02', '2026-03-05')).toEqual([
      'off',
      'study',
      'off',
    ]);
  });

  it('a loan follows the other crew, and a change within it outranks it', () => {
    const loan: Override = {
      kind: 'on-loan',
      id: 'loan',
      crewId: 'two',
      fromDay: day('2026-03-02'),
      toDay: day('2026-03-05'),
    };
    const person = aPerson({ overrides: [training, loan] });
    expect(labels(person, '2026-03-02', '2026-03-06')).toEqual([
      'middle',
      'study',
      'back-night',
      'back-night',
    ]);
    expect(rosterDaysOf(person, day('2026-03-02'), day('2026-03-03'))[0]).toMatchObject({
      onLoanId: 'loan',
      source: { kind: 'rotation', crewId: 'two' },
    });
    const elsewhere = aPerson({ overrides: [{ ...loan, crewId: null }] });
    expect(labels(elsewhere, '2026-03-04', '2026-03-06')).toEqual([
      'on-loan-elsewhere',
      'back-night',
    ]);
  });

  it('changed hours may be half a shift or none', () => {
    const base = {
      kind: 'changed-hours',
      fromDay: day('2026-03-02'),
      toDay: day('2026-03-03'),
    } as const;
    const half = {
      ...base,
      id: 'half',
      slots: [aSlot({ startMinute: 1200, durationMinutes: 180 })],
    };
    expect(shiftsOf(aPerson({ overrides: [half] }), base.fromDay, base.toDay)).toHaveLength(1);
    const none = { ...base, id: 'none', slots: [] };
    expect(shiftsOf(aPerson({ overrides: [none] }), base.fromDay, base.toDay)).toEqual([]);
  });
});

describe('day workers', () => {
  const rotation = aRotation('day-workers');
  const person = aPerson({ roster: aRoster([rotation]) });

  it('work Monday to Friday', () => {
    expect(labels(person, '2026-03-06', '2026-03-10')).toEqual(['white', 'off', 'off', 'white']);
  });

  it('rest on holidays and work on the days moved for them', () => {
    expect(labels(person, '2026-10-01', '2026-10-02')).toEqual(['off']);
    expect(nationalCalendar.isWorkday(day('2026-02-14'))).toBe(true);
    expect(labels(person, '2026-02-14', '2026-02-15')).toEqual(['white']);
  });

  it('outside the years of the data nothing is known', () => {
    const last = day(`${NATIONAL_CALENDAR_YEARS.last}-12-31`);
    const next = addDays(last, 1);
    expect(labels(person, last, addDays(last, 2))[1]).toBe('calendar-not-published');
    expect(nationalCalendar.isWorkday(next)).toBeUndefined();
    expect(
      nationalCalendar.isWorkday(day(`${NATIONAL_CALENDAR_YEARS.first - 1}-06-01`)),
    ).toBeUndefined();
  });

  it('a crew on shifts knows no holidays', () => {
    expect(labels(aPerson(), '2026-10-01', '2026-10-02')).not.toEqual(['off']);
  });
});

it('days asked for together are the days asked for one by one', () => {
  const roster = aRoster([
    aRotation('five-crews-four-shifts'),
    aRotation('four-crews-three-shifts', { validFromDay: day('2026-03-10') }),
    aRotation('day-workers', {
      validFromDay: day('2026-03-20'),
      crews: [{ crewId: 'one', offset: 0 }],
    }),
  ]);
  const dates = fc.integer({ min: -5, max: 40 }).map((n) => addDays(day('2026-03-01'), n));
  const spans = fc.tuple(dates, fc.integer({ min: 1, max: 6 }));
  fc.assert(
    fc.property(
      fc.array(spans, { maxLength: 4 }),
      fc.array(dates, { maxLength: 3 }),
      (leaves, joins) => {
        const person = aPerson({
          roster,
          overrides: leaves.map(([from, n], index) =>
            leave(from, addDays(from, n), `leave-${index}`),
          ),
          memberships: joins.map((fromDay, index) => ({
            crewId: ['one', 'two', null][index]!,
            fromDay,
          })),
        });
        const all = rosterDaysOf(person, day('2026-02-20'), day('2026-04-20'));
        expect(all).toHaveLength(59);
        for (const [index, rosterDay] of all.entries()) {
          const date = addDays(day('2026-02-20'), index);
          expect(rosterDay).toEqual(rosterDaysOf(person, date, addDays(date, 1))[0]);
        }
      },
    ),
    { numRuns: 50 },
  );
});
