import type { RotationInput } from '../../../domain/shift/check-rotation';
import { checkRotation } from '../../../domain/shift/check-rotation';
import type { CycleDay } from '../../../domain/shift/rotation';
import { ROTATION_PRESET_IDS } from '../../../domain/shift/rotation-presets';
import { aRotation, aSlot } from './people';

const input = (changes: Partial<RotationInput> = {}): RotationInput => ({
  ...aRotation(),
  ...changes,
});
const cycle = (...days: CycleDay[]): Partial<RotationInput> => ({
  cycleDays: days.length,
  days,
  crews: [{ crewId: 'one', offset: 0 }],
});
const problemsOf = (changes: Partial<RotationInput>) => {
  const check = checkRotation(input(changes));
  return check.kind === 'invalid' ? check.problems.map(({ code }) => code) : check.kind;
};

describe('checking a rotation', () => {
  it.each(ROTATION_PRESET_IDS)(
    'the preset %s is valid and leaves no hour of its own uncovered',
    (id) => {
      const check = checkRotation(aRotation(id));
      expect(check.kind).toBe('valid');
      expect(check.kind === 'valid' && check.uncovered).toEqual([]);
    },
  );

  it.each<[string, Partial<RotationInput>, readonly string[]]>([
    ['a cycle of 0 days', { cycleDays: 0, days: [] }, ['cycle-length', 'offset-outside-cycle']],
    ['a cycle of 400 days', { cycleDays: 400, days: [] }, ['cycle-length']],
    ['a cycle of half a day', { cycleDays: 1.5 }, ['cycle-length']],
    ['a cycle with a hole', { cycleDays: 6 }, ['days-missing']],
    ['more days than the cycle has', { days: [...aRotation().days, []] }, ['days-too-many']],
    [
      'an offset outside the cycle',
      { crews: [{ crewId: 'one', offset: 5 }] },
      ['offset-outside-cycle'],
    ],
    ['a negative offset', { crews: [{ crewId: 'one', offset: -1 }] }, ['offset-outside-cycle']],
    [
      'a crew named twice',
      {
        crews: [
          { crewId: 'one', offset: 0 },
          { crewId: 'one', offset: 1 },
        ],
      },
      ['crew-twice'],
    ],
    ['no crews', { crews: [] }, ['no-crews']],
    ['nothing but rest', cycle([], []), ['no-working-shift']],
    ['an anchor that is no day', { anchorDay: '2026-02-30' }, ['anchor-not-a-day']],
    ['a valid-from that is no day', { validFromDay: '' }, ['valid-from-not-a-day']],
    ['a label of another alphabet', cycle([aSlot({ label: 'X!' })]), ['bad-label']],
    ['a start before the day', cycle([aSlot({ startMinute: -1 })]), ['bad-start']],
    ['a start after two days', cycle([aSlot({ startMinute: 2880 })]), ['bad-start']],
    ['a shift of no length', cycle([aSlot({ durationMinutes: 0 })]), ['bad-duration']],
    ['a shift over 24 hours', cycle([aSlot({ durationMinutes: 1441 })]), ['bad-duration']],
    ['a rest that lasts', cycle([aSlot()], [aSlot({ kind: 'rest' })]), ['bad-duration']],
    [
      'a rest beside a shift',
      cycle([aSlot(), aSlot({ kind: 'rest', startMinute: 0, durationMinutes: 0 })]),
      ['rest-beside-shift'],
    ],
    [
      'five shifts a day',
      cycle([0, 1, 2, 3, 4].map((n) => aSlot({ startMinute: n * 60, durationMinutes: 60 }))),
      ['too-many-shifts'],
    ],
    [
      'shifts that overlap in a day',
      cycle([aSlot(), aSlot({ startMinute: 900 })]),
      ['shifts-overlap'],
    ],
    [
      'a night that runs into the next early shift',
      cycle([aSlot({ startMinute: 1320 })], [aSlot({ startMinute: 300 })]),
      ['shifts-overlap'],
    ],
    [
      'the last shift of the cycle running into its first',
      cycle([aSlot({ startMinute: 0 })], [aSlot({ startMinute: 1200 })]),
      ['shifts-overlap'],
    ],
  ])('refuses %s', (_, changes, codes) => {
    expect(problemsOf(changes)).toEqual(expect.arrayContaining([...codes]));
  });

  it.each<[string, Partial<RotationInput>]>([
    ['a cycle of 56 days', cycle(...Array.from({ length: 56 }, () => [aSlot()]))],
    [
      'two half shifts on a day',
      cycle([aSlot({ durationMinutes: 240 }), aSlot({ startMinute: 840 })]),
    ],
    [
      'a shift that begins when the one before ends, at midnight',
      cycle([aSlot({ startMinute: 960 })], [aSlot({ startMinute: 0 })], []),
    ],
    ['a shift of 24 hours, then rest', cycle([aSlot({ durationMinutes: 1440 })], [])],
    ['an anchor before 1970', { anchorDay: '1969-12-31' }],
  ])('accepts %s', (_, changes) => {
    expect(problemsOf(changes)).toBe('valid');
  });

  it('says all problems at once', () => {
    expect(problemsOf({ cycleDays: 9, crews: [], anchorDay: 'x' })).toEqual([
      'days-missing',
      'no-crews',
      'anchor-not-a-day',
    ]);
  });

  it('orders the shifts of a day by their start', () => {
    const check = checkRotation(
      input(cycle([aSlot({ startMinute: 960 }), aSlot({ startMinute: 0 })])),
    );
    const starts = check.kind === 'valid' ? check.rotation.days[0]?.map((s) => s.startMinute) : [];
    expect(starts).toEqual([0, 960]);
  });

  it('shows the hours that nobody works when a crew stands at a wrong offset', () => {
    const crews = ['one', 'two', 'three', 'four', 'five'].map((crewId, index) => ({
      crewId,
      offset: index === 3 ? 4 : index,
    }));
    const check = checkRotation(input({ crews }));
    expect(check.kind === 'valid' && check.uncovered.slice(0, 2)).toEqual([
      { cycleDay: 0, startMinute: 120, endMinute: 480 },
      { cycleDay: 2, startMinute: 1200, endMinute: 1560 },
    ]);
  });
});
