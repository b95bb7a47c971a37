import { openSitting, sittingThatMatters } from '../../../../miniprogram/pages/studies/my-sitting';
import {
  openCards,
  pastCards,
  toOpenView,
  toPastView,
} from '../../../../miniprogram/pages/studies/studies.view';
import { aKept } from '../../../builders/phone/kept';
import { aMyStudy, aSitting, at, dayAfter, NOW_MS } from '../../../builders/phone/study';

const open = (studies: Parameters<typeof openCards>[0]['studies'], nowMs = NOW_MS) =>
  openCards({ nowMs, studies });

describe('a study that is open', () => {
  it('shows the sitting of my choice, how it meets my day and that I chose it', () => {
    const sittings = [
      aSitting(),
      aSitting({ sittingId: 'sitting-2', startAtMs: at('9:30', dayAfter(5)) }),
    ];
    const [card] = open([aMyStudy({ sittings, chosenSittingId: 'sitting-2' })]);
    expect(card).toMatchObject({
      kind: '主题党日 · 约 40 分钟',
      when: '周一 3月16日 9:30–10:10',
      badge: { text: '待参加' },
      fit: { text: '你休息，可参加' },
      note: '你选了这场',
      openSittingId: '',
    });
  });

  it('without a choice shows the first sitting in which I am off duty', () => {
    const busy = aSitting({ sittingId: 'busy', fit: 'on-duty' });
    const free = aSitting({ sittingId: 'free', startAtMs: at('9:30', dayAfter(2)) });
    expect(sittingThatMatters(aMyStudy({ sittings: [busy, free] }), NOW_MS)?.sittingId).toBe(
      'free',
    );
    expect(open([aMyStudy({ sittings: [busy, free] })])[0]?.note).toBe('共 2 场，任选一场');
  });

  it('offers check-in from the opening on and no longer than the closing', () => {
    const mine = aMyStudy();
    const { opensAtMs, closesAtMs } = mine.sittings[0]!;
    expect(openSitting(mine, opensAtMs - 1)).toBeUndefined();
    expect(openSitting(mine, opensAtMs)).toBeDefined();
    expect(openSitting(mine, closesAtMs - 1)).toBeDefined();
    expect(openSitting(mine, closesAtMs)).toBeUndefined();
  });

  it('asks nobody to check in who is on duty, has leave, is in or was told it is cancelled', () => {
    const opensAtMs = aSitting().opensAtMs;
    const ids = (given: Parameters<typeof aMyStudy>[0]) =>
      open([aMyStudy(given)], opensAtMs).map((card) => card.openSittingId);
    expect(ids({})).toEqual(['sitting-1']);
    expect(ids({ sittings: [aSitting({ fit: 'on-duty' })] })).toEqual(['']);
    expect(ids({ state: 'excused' })).toEqual(['']);
    expect(ids({ state: 'asleep' })).toEqual(['']);
    expect(ids({ state: 'attended', atMs: NOW_MS })).toEqual(['']);
    expect(ids({ isCancelled: true })).toEqual(['']);
  });

  it('says of leave that it waits for an answer, or was declined and why', () => {
    const answer = { reason: '要表决', byName: '赵书记', atMs: 1 };
    const [waiting, again, declined] = open([
      aMyStudy({ state: 'excused', leave: { standing: 'waiting', answer: null } }),
      aMyStudy({ state: 'expected', leave: { standing: 'waiting', answer: null } }),
      aMyStudy({ state: 'expected', leave: { standing: 'declined', answer } }),
    ]);
    expect([waiting?.badge.text, waiting?.note]).toEqual([
      '请假等答复',
      '没答复前算请假；不同意会告诉你为什么。',
    ]);
    expect([again?.badge.text, again?.note]).toEqual([
      '请假等答复',
      '上次没有批，这次同意了才算请假。',
    ]);
    expect([declined?.badge.text, declined?.note]).toEqual([
      '待参加',
      '请假没有批：要表决（赵书记）',
    ]);
  });

  it('stands before what comes later, and what is done or cancelled stands last', () => {
    const later = aMyStudy({
      studyId: 'later',
      sittings: [aSitting({ startAtMs: at('9:00', dayAfter(3)) })],
    });
    const cancelled = aMyStudy({
      studyId: 'cancelled',
      isCancelled: true,
      cancelReason: '会议室检修',
    });
    const now = aMyStudy({ studyId: 'now', sittings: [aSitting({ startAtMs: at('10:15') })] });
    const cards = open([cancelled, later, now]);
    expect(cards.map((card) => card.studyId)).toEqual(['now', 'later', 'cancelled']);
    expect(cards[2]).toMatchObject({
      badge: { text: '已取消' },
      note: '原因：会议室检修',
      fit: null,
    });
  });
});

describe('studies of a month that is over', () => {
  it('come newest first, with when I was in or why not', () => {
    const nowMs = at('10:00', dayAfter(20));
    const attended = aMyStudy({ studyId: 'a', state: 'attended', atMs: at('13:55', dayAfter(1)) });
    const excused = aMyStudy({
      studyId: 'b',
      state: 'excused',
      excuseReason: '陪家人看病',
      sittings: [aSitting({ startAtMs: at('9:00', dayAfter(3)) })],
    });
    const cards = pastCards({ nowMs, studies: [attended, excused] });
    expect(cards.map(({ studyId, note, fit }) => [studyId, note, fit])).toEqual([
      ['b', '陪家人看病', null],
      ['a', '周四 3月12日 13:55 签到', null],
    ]);
  });

  it('leave out what can still be made up, which stands among what is open', () => {
    const ofMakeUp = (untilAtMs: number, doneAtMs: number | null = null) =>
      aMyStudy({ state: 'on-duty', makeUp: { untilAtMs, doneAtMs } });
    const open = ofMakeUp(NOW_MS + 1);
    expect(openCards({ nowMs: NOW_MS, studies: [open] })).toHaveLength(1);
    expect(pastCards({ nowMs: NOW_MS, studies: [open] })).toEqual([]);
    const closed = [ofMakeUp(NOW_MS), ofMakeUp(NOW_MS + 1, NOW_MS - 1)];
    expect(pastCards({ nowMs: NOW_MS, studies: closed })).toHaveLength(2);
  });

  it('say in words when there were none', () => {
    const state = {
      kind: 'known' as const,
      output: { nowMs: NOW_MS, studies: [] },
      asOfAtMs: null,
    };
    expect(toPastView(state, '2026-02', NOW_MS)).toEqual({
      kind: 'empty',
      text: '2月没有结束的学习。',
      action: '看上个月',
    });
  });
});

it('what is remembered is shown with its age while nobody answers', () => {
  const state = {
    kind: 'known' as const,
    output: { nowMs: NOW_MS, studies: [] },
    asOfAtMs: at('9:00'),
  };
  expect(toOpenView(state, new Map(), aKept(), NOW_MS)).toMatchObject({
    offline: '没有取到新的，显示的是今天 9:00 的内容',
  });
});

it('leave that waits in the phone is on the card', () => {
  const output = { nowMs: NOW_MS, studies: [aMyStudy()] };
  const excused = { reply: { kind: 'excused', reason: '看病' }, madeAtMs: NOW_MS } as const;
  const state = { kind: 'known', output, asOfAtMs: null } as const;
  expect(toOpenView(state, new Map([['study-1', excused]]), aKept(), NOW_MS)).toMatchObject({
    cards: [{ badge: { text: '已请假' } }],
  });
});
