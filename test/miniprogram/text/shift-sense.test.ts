import { quietText, shiftSense } from '../../../miniprogram/text/shift-sense';
import { at, dayAfter, fiveCrewDays, NOW_MS } from '../../builders/phone/study';

describe('an instant in the days of the person', () => {
  it.each([
    ['the rest day after the night', at('14:00', dayAfter(1)), '你的休息日'],
    ['the rest day after the next night', at('12:00', dayAfter(6)), '你的休息日'],
    ['before a shift of that day', at('18:00', dayAfter(2)), '你上前夜班之前'],
    ['within a shift', at('15:00', dayAfter(3)), '你当中班'],
    ['in the part of a shift after midnight', at('1:59', dayAfter(3)), '你当前夜班'],
    ['the end of a shift, which does not belong to it', at('14:00', dayAfter(4)), '你刚下早班'],
    ['soon after a shift', at('14:40', dayAfter(4)), '你下早班后 40 分钟'],
    ['two hours after a shift', at('16:00', dayAfter(4)), '你下早班后 2 小时'],
    ['long after a shift', at('16:01', dayAfter(4)), '你下早班之后'],
    ['a day of which nothing is known', at('12:00', dayAfter(14)), ''],
  ])('%s', (_, atMs, sense) => {
    expect(shiftSense(fiveCrewDays(), atMs)).toBe(sense);
  });

  it('counts rest days from the shift before them, and says no count when that is not known', () => {
    const rests = fiveCrewDays().map((shift, index) =>
      index === 2 || index === 3
        ? { ...shift, kind: 'rest' as const, startMinute: null, endMinute: null }
        : shift,
    );
    const on = (index: number, days = rests) => shiftSense(days, at('12:00', dayAfter(index)));
    expect([on(1), on(2), on(3)]).toEqual([
      '你的休息日',
      '你下后夜班后的第 2 个休息日',
      '你下后夜班后的第 3 个休息日',
    ]);
    expect(on(6)).toBe('你的休息日');
    expect(on(2, rests.slice(1))).toBe('你的休息日');
  });

  it('knows nothing without shifts', () => {
    expect(shiftSense([], NOW_MS)).toBe('');
  });
});

describe('quiet time', () => {
  it.each([
    ['after-night', 'back-night', '后夜班后休息'],
    ['before-early', 'early', '早班前休息'],
    ['night', null, '夜间休息'],
    ['own-window', null, '你设的时段'],
    ['on-duty', 'middle', '在岗'],
    ['after-night', 'own-label', '夜班后休息'],
  ] as const)('says until when and that it is because of %s (%s)', (reason, label, text) => {
    const quiet = { untilAtMs: at('15:30'), reason, label };
    expect(quietText(quiet, NOW_MS)).toBe(`现在免打扰到 15:30（${text}）`);
  });

  it('names the day when it ends on another one', () => {
    const quiet = { untilAtMs: at('7:00', dayAfter(1)), reason: 'night', label: null } as const;
    expect(quietText(quiet, NOW_MS)).toBe('现在免打扰到明天 7:00（夜间休息）');
  });
});
