import type { Fit, ShiftOfDay } from '../../../contract/roster/shift';
import { fitBadge, shiftHoursText } from '../../../miniprogram/text/fit';
import { aSitting, at, dayAfter, fiveCrewDays } from '../../builders/phone/study';

const [backNight, rest, frontNight, middle] = fiveCrewDays();
const dayWork = {
  ...rest!,
  label: 'white',
  kind: 'day' as const,
  startMinute: 480,
  endMinute: 1050,
};

const badge = (fit: Fit, shift: ShiftOfDay | undefined, hasOthers?: boolean) =>
  fitBadge(
    aSitting({ fit, shift: shift ?? null, startAtMs: at('21:00', dayAfter(20)) }),
    hasOthers,
  );

describe('what a sitting means in my day', () => {
  it.each([
    ['free', rest, '你休息，可参加'],
    ['free', middle, '你不在岗，可参加'],
    ['free', undefined, '你不在岗，可参加'],
    ['on-duty', middle, '你在岗（中班 14–20 点）'],
    ['on-duty', frontNight, '你在岗（前夜班 20–2 点）'],
    ['on-duty', undefined, '你在岗'],
    ['asleep', backNight, '正是你睡觉的时候，可选其他场'],
    ['after-night', backNight, '你刚下夜班，可选其他场'],
    ['unknown', undefined, '没有你的班表，请自己看时间'],
    ['unknown', backNight, '请自己看时间'],
  ] as const)('%s reads as it should', (fit: Fit, shift, text) => {
    expect(badge(fit, shift).text).toBe(text);
  });

  it('points to no other sitting where there is none', () => {
    expect(badge('after-night', backNight, false).text).toBe('你刚下夜班，不必勉强');
  });

  it.each([
    ['9:00', '上班时间，可参加'],
    ['17:00', '上班时间，可参加'],
    ['17:30', '你不在岗，可参加'],
    ['7:00', '你不在岗，可参加'],
  ])('at %s reads to a day worker as it is in office hours', (time, text) => {
    const white = { ...dayWork, day: dayAfter(1) };
    const sitting = aSitting({ fit: 'free', shift: white, startAtMs: at(time, dayAfter(1)) });
    expect(fitBadge(sitting).text).toBe(text);
  });
});

it('hours with minutes are told to the minute', () => {
  expect(shiftHoursText(dayWork)).toBe('白班 8:00–17:30');
});
