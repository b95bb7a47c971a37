import {
  emptyForm,
  freeLabels,
  patternOf,
  problemOf,
  without,
  withLength,
  withMore,
  withName,
  withNext,
  withShift,
  type OwnForm,
} from '../../../../../../miniprogram/packages/branch-office/rotation/own-pattern/own-form';
import { toOwnView } from '../../../../../../miniprogram/packages/branch-office/rotation/own-pattern/own-pattern.view';

const form = (days: OwnForm['days']): OwnForm => ({ ...emptyForm, days });
const tapped = (times: number, index = 0) =>
  Array.from({ length: times }).reduce<OwnForm>((drawn) => withNext(drawn, index), emptyForm);

describe('drawing a cycle', () => {
  it('goes through the shifts with each tap and comes back to rest', () => {
    expect([1, 2, 3, 4].map((times) => tapped(times).days[0])).toEqual([
      'white',
      'middle',
      'night',
      '',
    ]);
    expect(
      tapped(1, 5)
        .days.map((label) => label || '-')
        .join(''),
    ).toBe('-----white--');
  });

  it('has 1 to 56 days; what was drawn stays when days are added', () => {
    expect(withLength(tapped(1), 12).days).toHaveLength(12);
    expect(withLength(tapped(1), 12).days[0]).toBe('white');
    expect(withLength(emptyForm, 0).days).toHaveLength(1);
    expect(withLength(emptyForm, 400).days).toHaveLength(56);
    expect(toOwnView(withLength(emptyForm, 56), -1)).toMatchObject({ canMore: false });
  });

  it('gives the days of a shift its new name, and rest when it is taken away', () => {
    const drawn = form(['white', 'night', '']);
    expect(withName(drawn, 0, 'early').days).toEqual(['early', 'night', '']);
    expect(without(drawn, 0).days).toEqual(['', 'night', '']);
  });

  it('knows each name once', () => {
    expect(freeLabels(withMore(emptyForm))).not.toContain('early');
    const all = Array.from({ length: 9 }).reduce<OwnForm>(withMore, emptyForm);
    expect(all.shifts).toHaveLength(7);
    expect(toOwnView(all, -1).canAdd).toBe(false);
  });

  it('lasts to the next day when it ends before it starts, and a day when both are the same', () => {
    const lasting = (startMinute: number, endMinute: number) =>
      patternOf(withShift(form(['white']), 0, { startMinute, endMinute })).days[0]?.[0]
        ?.durationMinutes;
    expect([lasting(480, 960), lasting(1200, 480), lasting(480, 480)]).toEqual([480, 720, 1440]);
  });

  it('counts a night after midnight to the day before, only one that starts in the morning', () => {
    const night = withShift(form(['', 'night']), 2, { isAfterMidnight: true });
    expect(patternOf(night).days[1]).toMatchObject([{ startMinute: 1440, durationMinutes: 480 }]);
    const evening = withShift(night, 2, { startMinute: 1200 });
    expect(evening.shifts[2]?.isAfterMidnight).toBe(false);
  });

  it('follows the national calendar only as a cycle of one day', () => {
    const workdays = { ...form(['white']), isWorkdaysOnly: true };
    expect(patternOf(workdays).daysCounted).toBe('workdays');
    expect(patternOf(withLength(workdays, 2)).daysCounted).toBe('every-day');
  });
});

describe('what is wrong with a cycle is said at once', () => {
  it.each<[string, OwnForm, string]>([
    ['nothing but rest', form(['', '']), '还没有哪天上班，点下面的日子排上班。'],
    [
      'two shifts that meet over midnight',
      withShift(form(['night', 'white', '']), 2, { startMinute: 1200, endMinute: 540 }),
      '第 1 天的班还没下，下一个班就开始了。改钟点，或者中间排休息。',
    ],
    [
      'the last day into the first',
      withShift(form(['white', 'night']), 2, { startMinute: 1200, endMinute: 540 }),
      '第 2 天的班还没下，下一个班就开始了。改钟点，或者中间排休息。',
    ],
    ['nothing', form(['white', 'night', '']), ''],
  ])('%s', (_, drawn, problem) => {
    expect(problemOf(drawn)).toBe(problem);
  });
});

test('a shift that is being changed shows its names, hours and kinds', () => {
  const view = toOwnView(form(['white', 'night']), 2);
  expect(view.shifts.map(({ name, hours, isOpen }) => [name, hours, isOpen])).toEqual([
    ['白班', '08:00–16:00', false],
    ['中班', '16:00–00:00', false],
    ['夜班', '00:00–08:00', true],
  ]);
  expect(view.shifts[2]?.names.map(({ text }) => text)).toEqual([
    '早班',
    '前夜班',
    '后夜班',
    '夜班',
    '学习班',
  ]);
  expect(view.shifts[2]).toMatchObject({ canBeAfterMidnight: true, kinds: { length: 4 } });
  expect(view.days[1]).toMatchObject({ number: 2, character: '夜', label: '第 2 天，夜班' });
});
