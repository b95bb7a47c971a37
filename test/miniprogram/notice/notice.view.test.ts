import {
  draftOf,
  emptyForm,
  toFormView,
  unknownReach,
  withKind,
  withToggled,
} from '../../../miniprogram/packages/officer/notice/notice-form';
import {
  toPreviewView,
  type Preview,
} from '../../../miniprogram/packages/officer/notice/notice.view';
import {
  toLogView,
  type Log,
} from '../../../miniprogram/packages/officer/notice-log/notice-log.view';
import { at, dayAfter, NOW_MS } from '../builders/study';

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
        { time: '现在', who: '三值、四值', note: '5 人 · 醒着，不在岗' },
        { time: '15:30', who: '二值', note: '6 人 · 后夜班后睡眠，等免打扰结束' },
      ],
      notes: [],
      promise: '11 人按上面的时间收到，不会吵醒任何人',
    });
  });

  it('names the day of what comes later than today', () => {
    const groups = [
      { atMs: at('8:00', dayAfter(1)), isNow: false, why: why('digest'), count: 1, crews: [] },
    ];
    expect(toPreviewView(aPreview({ groups }), false).rows[0]?.time).toBe('明天 8:00');
  });

  it('tells each exception by its number', () => {
    const inboxOnly = { noCredit: 1, notBound: 2, asleep: 3, dailyLimit: 4 };
    const { notes } = toPreviewView(aPreview({ inboxOnly, tooLate: 5, leastBad: 6 }), false);
    expect(notes.map((note) => Number.parseInt(note, 10))).toEqual([1, 2, 3, 4, 6, 5]);
  });

  it('does not promise quiet for what is urgent or only the least bad', () => {
    expect(toPreviewView(aPreview(), true).promise).toContain('睡觉的人也会收到');
    expect(toPreviewView(aPreview({ leastBad: 2 }), false).promise).toContain('2 人只能凑合');
  });
});

describe('the form of a notice', () => {
  const form = { ...emptyForm(NOW_MS), title: ' 主题党日改到明天 ' };

  it('becomes a draft whose urgency and channel follow from its kind', () => {
    expect(draftOf(form)).toEqual({
      ok: true,
      draft: {
        kind: 'branch-notice',
        channel: 'branch',
        urgency: 'timely',
        title: '主题党日改到明天',
        body: null,
        audience: { kind: 'branch' },
        isMustRead: false,
        sendAfterAtMs: null,
        deadlineAtMs: at('20:00', dayAfter(2)),
      },
    });
  });

  it('can wait for the digest, but what is urgent cannot', () => {
    const draft = (given: typeof form) => {
      const checked = draftOf(given);
      return checked.ok ? checked.draft.urgency : checked.problem;
    };
    expect(draft({ ...form, isDigest: true })).toBe('digest');
    expect(draft({ ...withKind(form, 'safety', NOW_MS), isDigest: true })).toBe('urgent');
  });

  it.each([
    [{ title: ' ' }, '还没写标题。'],
    [{ audience: 'crews' as const }, '还没选发给谁。'],
    [{ audience: 'groups' as const }, '还没选发给谁。'],
    [{ isLater: true, sendDay: dayAfter(3) }, '开始送的时间在截止之后，改一下。'],
  ])('says what is missing: %j', (given, problem) => {
    expect(draftOf({ ...form, ...given })).toEqual({ ok: false, problem });
  });

  it('lets a channel be chosen for a must-read only', () => {
    const mustRead = withKind(form, 'must-read', NOW_MS);
    expect(toFormView(mustRead, unknownReach, NOW_MS).channels.map(({ text }) => text)).toEqual([
      '党务清风',
      '廉政清风',
      '支部',
    ]);
    expect(toFormView(form, unknownReach, NOW_MS).channels).toEqual([]);
  });

  it('switches a part on and off', () => {
    expect(withToggled(withToggled([], 'a'), 'b')).toEqual(['a', 'b']);
    expect(withToggled(['a', 'b'], 'a')).toEqual(['b']);
  });
});

describe('the log of a notice', () => {
  const counts = {
    recipients: 48,
    waiting: 10,
    sent: 20,
    inboxOnly: 15,
    unknown: 1,
    failed: 0,
    notConcerned: 1,
    tooLate: 1,
    acknowledged: 9,
    toldInPerson: 2,
  };
  const log: Log = {
    nowMs: NOW_MS,
    title: '换届程序图解',
    body: null,
    kind: 'must-read',
    authorName: '许文静',
    createdAtMs: at('9:00'),
    deadlineAtMs: at('20:00', dayAfter(2)),
    isCancelled: false,
    isMustRead: true,
    revision: { major: 1, minor: 0 },
    counts,
    waiting: [],
    open: [{ memberId: 'm', name: '刘洋', crewName: '四值', state: 'not-acknowledged' }],
    remindFromAtMs: NOW_MS,
  };
  const view = (given: Partial<Log> = {}) =>
    toLogView({ kind: 'known', output: { ...log, ...given }, asOfAtMs: null }, NOW_MS);

  it('counts by state and names only who is still open', () => {
    expect(view()).toMatchObject({
      figures: [
        { caption: '已送到', number: '36/48' },
        { caption: '已确认', number: '11/48' },
      ],
      open: [{ name: '刘洋', note: '四值 · 还没确认' }],
      openTitle: '还没确认的人',
    });
  });

  it('leaves out states in which nobody is', () => {
    const shown = view();
    const texts = shown.kind === 'content' ? shown.counts.map(({ text }) => text) : [];
    expect(texts).not.toContain('没送成');
    expect(texts).toContain('微信没回话');
  });

  it('reminds from the minute on that it may, and says when', () => {
    expect(view()).toMatchObject({ canRemind: true });
    expect(view({ remindFromAtMs: NOW_MS + 1 })).toMatchObject({
      canRemind: false,
      remindNote: '今天 10:12 以后可以再提醒，12 小时里只提醒一次',
    });
    expect(view({ deadlineAtMs: NOW_MS })).toMatchObject({ canRemind: false });
    expect(view({ remindFromAtMs: null })).toMatchObject({ canRemind: false, remindNote: '' });
  });

  it('of a withdrawn one waits for nobody', () => {
    const waiting = [{ atMs: NOW_MS + 1, why: why('digest'), count: 3 }];
    expect(view({ isCancelled: true, waiting })).toMatchObject({
      isCancelled: true,
      waiting: [],
      canCancel: false,
      remindNote: '',
    });
  });
});
