import type { Preview } from '../../../../contract/notice/notice-shapes';
import { toPreviewView } from '../../../../miniprogram/components/told-when/told-when.view';
import { at, dayAfter, NOW_MS } from '../../../builders/phone/study';

const why = (code: Preview['groups'][number]['why']['code'], label: string | null = null) => ({
  code,
  because: null,
  label,
});
const none = { noCredit: 0, notBound: 0, asleep: 0, dailyLimit: 0 };

function aPreview(given: Partial<Preview> = {}): Preview {
  return {
    nowMs: NOW_MS,
    total: 11,
    groups: [
      {
        atMs: at('15:30'),
        isNow: false,
        why: { code: 'after-sleep', because: 'after-night', label: 'back-night' },
        count: 6,
        crews: [{ crewName: '二值', count: 6 }],
      },
      {
        atMs: NOW_MS,
        isNow: true,
        why: why('free-now'),
        count: 5,
        crews: [
          { crewName: '三值', count: 3 },
          { crewName: '四值', count: 2 },
        ],
      },
    ],
    inboxOnly: none,
    tooLate: 0,
    leastBad: 0,
    ...given,
  };
}

describe('what a sender sees before sending', () => {
  it('is who gets it when, in the order of time, and why', () => {
    expect(toPreviewView(aPreview(), false)).toMatchObject({
      summary: '5 人现在送达，6 人晚些送达',
      rows: [
        { day: '', time: '现在', who: '三值、四值', note: '5 人 · 醒着，不在岗' },
        { day: '', time: '15:30', who: '二值', note: '6 人 · 后夜班后睡眠，等免打扰结束' },
      ],
      notes: [],
      promise: '11 人按上面的时间收到，不会吵醒任何人',
    });
  });

  it('names the day of what comes later than today', () => {
    const groups = [
      { atMs: at('8:00', dayAfter(1)), isNow: false, why: why('digest'), count: 1, crews: [] },
    ];
    expect(toPreviewView(aPreview({ groups }), false).rows[0]).toMatchObject({
      day: '明天',
      time: '8:00',
    });
  });

  it('tells each exception by its number', () => {
    const inboxOnly = { noCredit: 1, notBound: 2, asleep: 3, dailyLimit: 4 };
    const { notes } = toPreviewView(aPreview({ inboxOnly, tooLate: 5, leastBad: 6 }), false);
    expect(notes.map((note) => Number.parseInt(note, 10))).toEqual([1, 2, 3, 4, 6, 5]);
  });

  it('promises nothing for those who have no account', () => {
    const inboxOnly = { noCredit: 0, notBound: 2, asleep: 0, dailyLimit: 0 };
    expect(toPreviewView(aPreview({ inboxOnly }), false).promise).toContain('9 人按上面的时间收到');
  });

  it('promises a reminder only to those for whom it rings', () => {
    const inboxOnly = { noCredit: 3, notBound: 1, asleep: 1, dailyLimit: 1 };
    const promise = (isUrgent: boolean) => toPreviewView(aPreview({ inboxOnly }), isUrgent).promise;
    expect(promise(false)).toBe('5 人按上面的时间收到微信提醒，5 人打开清风才看到，不会吵醒任何人');
    expect(promise(true)).toBe('5 人马上收到微信提醒，5 人打开清风才看到，睡觉的人也会收到');
  });

  it('says nothing of reminders where none rings, nor of makeshift where nobody is rung for', () => {
    const inboxOnly = { noCredit: 4, notBound: 2, asleep: 3, dailyLimit: 2 };
    expect(toPreviewView(aPreview({ inboxOnly, leastBad: 5 }), false).promise).toBe(
      '9 人打开清风才看到，不会吵醒任何人',
    );
  });

  it('names who hears of it too late, those of one crew and time together', () => {
    const line = (name: string, crewName: string | null, atMs: number | null) => ({
      ...{ memberId: name, name, crewName, atMs },
      startAtMs: at('14:40'),
    });
    const late = [
      line('王一', '三值', at('14:30')),
      line('李二', '三值', at('14:30')),
      line('赵三', null, at('9:00', dayAfter(1))),
      line('钱四', '一值', null),
    ];
    expect(toPreviewView(aPreview(), false, late).late).toMatchObject({
      title: '4 人收到时来不及',
      what: '他们收到时场次已经开始，或者只剩不到 1 小时。当面说一声，或者把场次往后挪。',
      rows: [
        { who: '王一、李二', note: '三值 · 14:30 才收到，14:40 开始' },
        { who: '赵三', note: '明天 9:00 才收到，14:40 开始' },
        { who: '钱四', note: '一值 · 之前都在睡，不会响，14:40 开始' },
      ],
    });
    expect(toPreviewView(aPreview(), false).late).toBeNull();
  });

  it('does not promise quiet for what is urgent or only the least bad', () => {
    expect(toPreviewView(aPreview(), true).promise).toContain('睡觉的人也会收到');
    expect(toPreviewView(aPreview({ leastBad: 2 }), false).promise).toContain('2 人只能凑合');
  });
});
