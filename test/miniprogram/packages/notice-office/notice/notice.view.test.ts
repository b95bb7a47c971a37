import {
  draftOf,
  emptyForm,
  unknownReach,
  withKind,
  withToggled,
} from '../../../../../miniprogram/packages/notice-office/notice/notice-form';
import {
  noDirectoryText,
  toFormView,
} from '../../../../../miniprogram/packages/notice-office/notice/notice-form.view';
import {
  toPreviewView,
  type Preview,
} from '../../../../../miniprogram/packages/notice-office/notice/notice.view';
import { at, dayAfter, NOW_MS } from '../../../../builders/phone/study';

const why = (code: Preview['groups'][number]['why']['code'], label: string | null = null) => ({
  code,
  because: null,
  label,
});
const none = { noCredit: 0, notBound: 0, asleep: 0, dailyLimit: 0 };

it('a list of people that did not come says what to do by why it did not', () => {
  const text = (code: Parameters<typeof noDirectoryText>[0]['code']) =>
    noDirectoryText({ ok: false, code, detail: {}, requestId: 'r-1' });
  expect(text('timeout')).toBe('没取到名单，先按全支部写。有网时再打开这一页。');
  expect(text('update-needed')).toBe(
    '没取到名单。这个版本太旧，已经不能用了。更新后再来，保存在手机里的都还在。',
  );
  expect(text('internal')).toContain('过一会儿再试');
});

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
    [{ title: ' ' }, 'no-title'],
    [{ title: '\u200b\u3164' }, 'no-title'],
    [{ audience: 'crews' as const }, 'no-audience'],
    [{ audience: 'groups' as const }, 'no-audience'],
    [{ isLater: true, sendDay: dayAfter(3) }, 'starts-after-deadline'],
  ])('finds what is missing: %j', (given, problem) => {
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
