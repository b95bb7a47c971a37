import type { OutputOf } from '../../../../contract/action';
import type { starMonth } from '../../../../contract/star/month';
import { instantOf, localDay } from '../../../../domain/time/local-day';
import {
  noStar,
  toStarCard,
  unknownStar,
} from '../../../../miniprogram/pages/branch/star-card.view';

type StarMonth = OutputOf<typeof starMonth>;
const NOW_MS = instantOf(localDay('2026-04-03'), 9 * 60);

const plan = {
  nominationsUntilAtMs: instantOf(localDay('2026-04-04'), 20 * 60),
  meetingAtMs: null,
  decisionAtMs: null,
  publicDays: 5,
  bars: [],
};
const latest = {
  month: '2026-02',
  stars: [{ name: '许文静', crewName: '一值', deed: '听出给水泵声音不对，先报后查。' }],
  announcedAtMs: instantOf(localDay('2026-03-22'), 9 * 60),
  objections: 0,
  pollId: 'poll-1',
};

function card(given: Partial<StarMonth> = {}) {
  const output: StarMonth = {
    nowMs: NOW_MS,
    branchId: 'b',
    branchName: '运行支部',
    month: '2026-03',
    state: 'preparing',
    steps: [],
    plan,
    candidates: null,
    revision: 0,
    canPlan: false,
    ballot: null,
    latest,
    ...given,
  };
  return toStarCard({ kind: 'known', output, asOfAtMs: null }, NOW_MS);
}

describe('the star on the page of the branch', () => {
  it('is the last that was announced, with the deed, the day and a way to its votes', () => {
    expect(card().star).toEqual({
      title: '2月之星',
      names: '许文静',
      place: '一值',
      deed: '听出给水泵声音不对，先报后查。',
      note: '周日 3月22日 通报，公示期没有异议',
      page: 'star/outcome/outcome?branchId=b&month=2026-02',
      working: 'star/poll-result/poll-result?pollId=poll-1',
    });
  });

  it('says that objections were answered, and has no working where nobody voted', () => {
    const { star } = card({ latest: { ...latest, objections: 2, pollId: null } });
    expect(star?.note).toBe('周日 3月22日 通报，公示期 2 条意见都答复了');
    expect(star?.working).toBe('');
  });

  it('names all of several, whose deeds have no room', () => {
    const stars = [...latest.stars, { name: '韩立群', crewName: '五值', deed: '画图' }];
    expect(card({ latest: { ...latest, stars } }).star).toMatchObject({
      names: '许文静、韩立群',
      place: '',
      deed: '',
    });
  });

  it('is not there before there was one, nor from functions that do not say it', () => {
    expect(card({ latest: null }).star).toBeNull();
    expect(card({ latest: undefined }).star).toBeNull();
    expect(toStarCard(unknownStar, NOW_MS)).toEqual(noStar);
  });
});

describe('where the month has come to', () => {
  it.each([
    ['preparing', '3月：提名到 明天 20:00'],
    ['listed', '3月：候选名单定了，等开始投票'],
    ['voting', '3月：正在投票'],
    ['counted', '3月：票数出来了，等支委会'],
    ['public', '3月：公示中，有异议可以提'],
    ['over', '3月：这个月没有评出来'],
    ['not-begun', '3月：评星还没有开始'],
    ['newer', ''],
  ] as const)('%s', (state, line) => {
    expect(card({ state }).line).toBe(line);
  });

  const counted: NonNullable<StarMonth['since']> = {
    state: 'counted',
    newestPollId: 'p1',
    countedPollId: 'p1',
    counted: 'chosen',
    decision: null,
    stars: [],
    publicUntilAtMs: null,
    isHeld: false,
    isTakenBack: false,
    ended: null,
  };

  it('is that an objection holds the notice up, or has taken it back', () => {
    const held = { state: 'public', publicUntilAtMs: NOW_MS, isHeld: true } as const;
    const since = { ...counted, ...held };
    expect(card({ state: 'public', since }).line).toBe('3月：公示中，意见答复了才通报');
    const back = { ...since, isHeld: false, isTakenBack: true };
    expect(card({ state: 'counted', since: back }).line).toBe('3月：公示收回了，等支委会');
  });

  it('is that nobody is waited for but another round, or that nobody was chosen', () => {
    const since = { ...counted, counted: 'tied', next: 'run-off' } as const;
    expect(card({ state: 'counted', since }).line).toBe('3月：票数相同，等再投一轮');
    const notValid = { ...counted, counted: 'not-valid' } as const;
    expect(card({ state: 'counted', since: notValid }).line).toBe('3月：投完了，没有选出来');
  });

  it('is that the list is waited for when nominations are over', () => {
    const over = { ...plan, nominationsUntilAtMs: NOW_MS };
    expect(card({ plan: over }).line).toBe('3月：提名截止了，等定名单');
  });

  it('is said once: the month that the card shows has nothing more to say', () => {
    expect(card({ state: 'over', month: '2026-02' }).line).toBe('');
    expect(card({ state: 'not-begun', month: '2026-04', plan: null }).line).toBe('');
  });
});
