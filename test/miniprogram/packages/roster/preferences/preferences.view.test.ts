import {
  isSleepPossible,
  noPreferences,
  savable,
  toView,
  withAfterNight,
  withNight,
  type Answer,
} from '../../../../../miniprogram/packages/roster/preferences/preferences.view';
import { NOW_MS } from '../../../../builders/phone/study';

const answer: Answer = {
  preferences: noPreferences,
  defaults: {
    nightStartMinute: 1350,
    nightLengthMinutes: 480,
    afterNightDelayMinutes: 60,
    afterNightLengthMinutes: 420,
    onDuty: 'never',
    digestMinute: 1050,
    mostADay: 3,
  },
  credits: [],
};
const known = (output: Answer = answer) => ({ kind: 'known', output, asOfAtMs: null }) as const;

describe('preferences', () => {
  it('wait for what is known', () => {
    expect(toView({ kind: 'loading' }, noPreferences, NOW_MS)).toEqual({ kind: 'loading' });
  });

  it('start from what the organisation does', () => {
    expect(toView(known(), noPreferences, NOW_MS)).toMatchObject({
      nightStart: '22:30',
      nightEnd: '06:30',
      isOwnNight: false,
      delayText: '下班后 1 小时',
      lengthText: '7 小时',
      isOwnAfterNight: false,
      duty: 'never',
      digest: '17:30',
      mostADay: 3,
      hasCredits: false,
    });
  });

  it('show one’s own choices instead', () => {
    const own = {
      night: { startMinute: 1260, lengthMinutes: 450 },
      afterNight: { delayMinutes: 0, lengthMinutes: 330 },
      onDuty: 'in-breaks',
      digestMinute: 720,
    } as const;
    expect(toView(known(), own, NOW_MS)).toMatchObject({
      nightStart: '21:00',
      nightEnd: '04:30',
      isOwnNight: true,
      delayIndex: 0,
      delayText: '下班就睡',
      lengthIndex: 3,
      lengthText: '5 个半小时',
      isOwnAfterNight: true,
      duty: 'in-breaks',
      digest: '12:00',
    });
  });

  it('show no choice as the one that stands where a newer version has set another', () => {
    const ofNewer = { ...noPreferences, onDuty: 'newer' } as const;
    const view = toView(known({ ...answer, preferences: ofNewer }), ofNewer, NOW_MS);
    expect(view).toMatchObject({ duty: '', dutyNote: expect.stringContaining('新版本设的') });
    const defaults = { ...answer.defaults, onDuty: 'newer' } as const;
    expect(toView(known({ ...answer, defaults }), noPreferences, NOW_MS)).toMatchObject({
      duty: '',
    });
    expect(toView(known(), noPreferences, NOW_MS)).toMatchObject({ dutyNote: '' });
  });

  it('never save over what a newer version has set, until the person picks a way themselves', () => {
    const ofNewer = { ...noPreferences, onDuty: 'newer', digestMinute: 720 } as const;
    expect(savable(ofNewer)).toBeUndefined();
    expect(savable({ ...ofNewer, onDuty: 'in-breaks' })).toEqual({
      ...noPreferences,
      onDuty: 'in-breaks',
      digestMinute: 720,
    });
    expect(savable(noPreferences)).toEqual(noPreferences);
  });

  it('say how many reminders are left', () => {
    const credits = [
      { templateKey: 'study', templateId: 'a', title: '学习提醒', count: 0 },
      { templateKey: 'notice', templateId: 'b', title: '通知提醒', count: 2 },
    ];
    expect(toView(known({ ...answer, credits }), noPreferences, NOW_MS)).toMatchObject({
      hasCredits: true,
      credits: [{ text: '没有了' }, { text: '还有 2 次' }],
    });
  });
});

describe('changing the sleep at night', () => {
  it('keeps the other end where it was, also over midnight', () => {
    const later = withNight(answer, noPreferences, { startMinute: 30 });
    expect(later.night).toEqual({ startMinute: 30, lengthMinutes: 360 });
    const longer = withNight(answer, later, { endMinute: 480 });
    expect(longer.night).toEqual({ startMinute: 30, lengthMinutes: 450 });
  });

  it.each([
    [240, true],
    [720, true],
    [239, false],
    [721, false],
  ])('to %d minutes is possible: %s', (lengthMinutes, isPossible) => {
    const night = { startMinute: 0, lengthMinutes };
    expect(isSleepPossible({ ...noPreferences, night })).toBe(isPossible);
  });

  it('is no question while the organisation’s hours are taken', () => {
    expect(isSleepPossible(noPreferences)).toBe(true);
  });
});

test('changing one half of the sleep after a night keeps the other', () => {
  const shorter = withAfterNight(answer, noPreferences, { lengthMinutes: 300 });
  expect(shorter.afterNight).toEqual({ delayMinutes: 60, lengthMinutes: 300 });
  expect(withAfterNight(answer, shorter, { delayMinutes: 0 }).afterNight).toEqual({
    delayMinutes: 0,
    lengthMinutes: 300,
  });
});
