import { momentText } from '../../../../../miniprogram/text/when';
import { checkIn } from '../../../../../contract/study/mine';
import {
  earlyOf,
  openTargets,
  overView,
  toTarget,
  waysView,
} from '../../../../../miniprogram/packages/study/check-in/check-in.view';
import {
  alreadyIn,
  toDoneView,
  toFailureView,
  toKeptView,
  toRefusedView,
} from '../../../../../miniprogram/packages/study/check-in/outcome.view';
import { aMyStudy, aSitting, at, dayAfter, NOW_MS } from '../../../../builders/phone/study';

const target = toTarget(aMyStudy(), undefined, aSitting().opensAtMs);
const failure = (code: string, detail = {}) =>
  ({ ok: false, code, detail, requestId: 'r-1' }) as Parameters<typeof toFailureView>[0];
const reply = {
  studyId: 'study-1',
  sittingId: 'sitting-1',
  topic: '支部组织生活怎么开',
  place: '集控楼二楼会议室',
  state: 'attended' as const,
  atMs: at('13:55', dayAfter(1)),
  wasIn: false,
};
const later = at('13:55', dayAfter(1));

describe('being in', () => {
  it('is told as time, day, place and what, in this order', () => {
    expect(toDoneView(reply, '周立新 · 二值', later)).toEqual({
      kind: 'done',
      isIn: true,
      title: '已签到',
      who: '周立新 · 二值',
      clock: '13:55',
      day: '今天 周四 3月12日',
      place: '集控楼二楼会议室',
      topic: '支部组织生活怎么开',
      note: '已记入你的学习记录本',
    });
  });

  it('says that it is late, and that nothing was written twice', () => {
    expect(toDoneView({ ...reply, state: 'late' }, '', later).title).toBe('已签到，算迟到');
    expect(toDoneView({ ...reply, wasIn: true }, '', later).note).toMatch('不会重复记');
  });

  it('is not what somebody is shown whom an officer has yet to confirm', () => {
    const waiting = toDoneView({ ...reply, state: 'to-confirm' }, '', later);
    expect(waiting).toMatchObject({ isIn: false, title: '等书记确认' });
  });

  it('is shown at once to somebody the presenter has scanned', () => {
    expect(alreadyIn(aMyStudy(), '', later)).toBeUndefined();
    const mine = aMyStudy({ state: 'attended', atMs: later });
    expect(alreadyIn(mine, '周立新', later)).toMatchObject({
      clock: '13:55',
      place: '集控楼二楼会议室',
    });
  });
});

describe('being refused', () => {
  it('for not being bound is an invitation to bind, not a code to scan again', () => {
    expect(toFailureView(failure('not-bound'), 'scan', NOW_MS, target)).toEqual({
      kind: 'guest',
      text: '还没有绑定身份，绑定后才能签到。这次没有记录。',
    });
  });

  it.each(checkIn.errors)('%s has a title, a meaning without gaps and a way on', (code) => {
    const view = toRefusedView(
      code,
      'scan',
      { opensAtMs: NOW_MS, closedAtMs: NOW_MS },
      NOW_MS,
      target,
    );
    expect(view.title).not.toBe('');
    expect(view.meaning).not.toMatch(/[{}]|undefined|NaN/u);
  });

  it('early says when it opens, after closing when it closed', () => {
    const early = toRefusedView('not-open-yet', 'scan', { opensAtMs: at('13:45') }, NOW_MS, null);
    expect(early.meaning).toBe('今天 13:45 起可以签到。这次没有记录，到时再签就行。');
    const late = toRefusedView('closed', 'scan', { closedAtMs: at('9:40') }, NOW_MS, null);
    expect(late.meaning).toMatch('今天 9:40 截止');
  });

  it('with a wrong typed code says how many tries are left, and with the last one that typing is over', () => {
    const wrong = toRefusedView('code-stale', 'typed', { triesLeft: 3 }, NOW_MS, target);
    expect(wrong).toMatchObject({ code: 'typed-wrong', closesLine: '这场签到到 14:40 截止' });
    expect(wrong.meaning).toMatch('还可以再输 3 次');
    expect(toRefusedView('code-stale', 'typed', { triesLeft: 0 }, NOW_MS, target)).toMatchObject({
      code: 'typing-locked',
      steps: ['scan', 'be-scanned'],
    });
  });

  it('of a code that has run out offers all three ways', () => {
    expect(toRefusedView('code-stale', 'scan', {}, NOW_MS, target).steps).toEqual([
      'scan',
      'type',
      'be-scanned',
    ]);
  });
});

describe('without an answer', () => {
  it('a scan says that it is kept, typed digits that they are not', () => {
    const kept = toKeptView(at('13:55'), 'network');
    expect(kept).toMatchObject({ title: '已保存在手机', clock: '13:55' });
    expect(kept.meaning).toMatch('有网时自动送出');
    expect(toFailureView(failure('offline'), 'typed', NOW_MS, target)).toMatchObject({
      title: '网络不通，没有送出',
      steps: ['scan', 'be-scanned'],
    });
  });

  it('because this version is too old, nothing is said of the network', () => {
    const kept = toKeptView(at('13:55'), 'update');
    expect(kept.meaning).toBe(
      '这个版本太旧。扫到的码和时间已存好，更新后自动送出，由书记确认后算数。',
    );
    expect(toFailureView(failure('update-needed'), 'typed', NOW_MS, target)).toMatchObject({
      title: '版本太旧，没有送出',
      steps: ['scan'],
    });
  });

  it('a fault of ours gives the number by which it is found', () => {
    expect(toFailureView(failure('internal'), 'scan', NOW_MS, target)).toMatchObject({
      title: '这次没签上',
      meaning: expect.stringContaining('r-1'),
    });
  });
});

describe('the ways in', () => {
  it('without a given study offer what is open now and ask which when there are two', () => {
    const studies = [
      aMyStudy({ sittings: [aSitting({ startAtMs: at('10:15') })] }),
      aMyStudy({
        studyId: 'study-2',
        sittings: [aSitting({ sittingId: 's2', startAtMs: at('10:20') })],
      }),
      aMyStudy({ studyId: 'later' }),
    ];
    const targets = openTargets(studies, NOW_MS);
    expect(targets.map(({ studyId }) => studyId)).toEqual(['study-1', 'study-2']);
    expect(waysView(targets, null)).toMatchObject({ needsChoice: true, canType: false });
    expect(waysView(targets, targets[1] ?? null)).toMatchObject({ canType: true });
  });
});

describe('before the check-in opens', () => {
  const sitting = aSitting();

  it('says when it opens, until it does', () => {
    expect(earlyOf(aMyStudy(), undefined, NOW_MS)).toMatchObject({
      title: '还没开始签到',
      meaning: '明天 13:45 起可以签到，到时这里会自动打开。',
    });
    expect(earlyOf(aMyStudy(), undefined, sitting.opensAtMs - 1)).toBeDefined();
    expect(earlyOf(aMyStudy(), undefined, sitting.opensAtMs)).toBeUndefined();
  });

  it('speaks of the sitting that is meant, else of the next; never to who is in', () => {
    const next = aSitting({ sittingId: 'next', startAtMs: at('14:00', dayAfter(3)) });
    const mine = aMyStudy({ sittings: [next, sitting] });
    expect(earlyOf(mine, 'next', NOW_MS)?.meaning).toContain(momentText(next.opensAtMs, NOW_MS));
    expect(earlyOf(mine, undefined, NOW_MS)?.meaning).toContain(
      momentText(sitting.opensAtMs, NOW_MS),
    );
    expect(earlyOf(mine, 'sitting-1', sitting.closesAtMs)).toMatchObject({
      title: '这场签到已截止',
      meaning: expect.stringMatching(/^还有一场，.+ 起可以签到/u) as string,
    });
    expect(earlyOf(aMyStudy({ state: 'attended' }), undefined, NOW_MS)).toBeUndefined();
    expect(earlyOf(aMyStudy({ isCancelled: true }), undefined, NOW_MS)).toBeUndefined();
    expect(earlyOf(aMyStudy(), undefined, sitting.closesAtMs)).toBeUndefined();
  });
});

describe('after the last sitting', () => {
  const sitting = aSitting();
  const over = (mine: Parameters<typeof overView>[0], nowMs: number) => overView(mine, nowMs);

  it('says that the check-in has closed, since when, and what to do instead', () => {
    expect(over(aMyStudy(), sitting.closesAtMs)).toMatchObject({
      code: 'closed',
      title: '签到已截止',
      meaning: '这场签到在今天 14:40 截止。人在现场的话，请书记在点名册里登记。',
      steps: [],
    });
    expect(over(aMyStudy(), sitting.closesAtMs - 1)).toBeUndefined();
  });

  it('is silent while another sitting is ahead, and aims at that one', () => {
    const next = aSitting({ sittingId: 'next', startAtMs: at('14:00', dayAfter(3)) });
    const mine = aMyStudy({ sittings: [sitting, next] });
    expect(over(mine, sitting.closesAtMs)).toBeUndefined();
    expect(toTarget(mine, sitting.sittingId, sitting.closesAtMs).sittingId).toBe('next');
    expect(over(mine, next.closesAtMs)?.meaning).toContain('14:40');
  });

  it('says of a cancelled study that nobody has to come', () => {
    expect(over(aMyStudy({ isCancelled: true }), NOW_MS)?.title).toBe('这次学习已取消');
  });
});
