import type { Fit } from '../../../contract/roster/shift';
import { fitBadge, shiftHoursText } from '../../../miniprogram/text/fit';
import { fiveCrewDays } from '../../builders/phone/study';

const [backNight, rest, frontNight, middle] = fiveCrewDays();

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
  ] as const)('%s reads as it should', (fit: Fit, shift, text) => {
    expect(fitBadge(fit, shift ?? null).text).toBe(text);
  });

  it('points to no other sitting where there is none', () => {
    expect(fitBadge('after-night', backNight ?? null, false).text).toBe('你刚下夜班，不必勉强');
  });
});

it('hours with minutes are told to the minute', () => {
  const dayWork = {
    ...rest!,
    label: 'white',
    kind: 'day' as const,
    startMinute: 480,
    endMinute: 1050,
  };
  expect(shiftHoursText(dayWork)).toBe('白班 8:00–17:30');
});
