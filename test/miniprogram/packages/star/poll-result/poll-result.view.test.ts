import { toResultView } from '../../../../../miniprogram/packages/star/poll-result/poll-result.view';
import type { StarSince } from '../../../../../contract/star/star-shapes';
import type { Poll, ShownPollResult } from '../../../../../contract/star/ballot-shapes';
import { localDay } from '../../../../../domain/time/local-day';
import { aShownPoll } from '../../../../builders/phone/poll';
import { at, NOW_MS } from '../../../../builders/phone/study';

const elected: ShownPollResult = {
  outcome: { kind: 'elected', candidateId: '许文静', by: 'votes' },
  turnoutNeeded: 16,
  votesNeeded: 16,
  figures: { ballots: 28, blank: 1, votes: [21, 14, 9, 5] },
};
const closed = {
  state: 'closed',
  mine: 'counted',
  closedAtMs: at('18:00', localDay('2026-03-13')),
} as const;
/** Counted, and nothing since. */
const since: StarSince = {
  state: 'counted',
  newestPollId: aShownPoll().pollId,
  countedPollId: aShownPoll().pollId,
  counted: 'chosen',
  decision: null,
  stars: [],
  publicUntilAtMs: null,
  isHeld: false,
  isTakenBack: false,
  ended: null,
};
const shown = (result: Partial<ShownPollResult> | null, poll: Partial<Poll> = {}) => {
  const output = aShownPoll({ ...closed, ...poll, result: result && { ...elected, ...result } });
  return toResultView({ kind: 'known', output, asOfAtMs: null }, NOW_MS);
};

test('the picture: who is elected, the counts in the order of the list, and how it was worked out', () => {
  expect(shown({})).toMatchObject({
    star: '2月之星',
    elected: '许文静',
    place: '一值',
    deeds: ['许文静做的事。'],
    end: '周五 3月13日 18:00 截止',
    rows: [
      { name: '许文静', votes: '21 票', width: 70, isElected: true },
      { name: '韩立群', votes: '14 票', isElected: false },
      { votes: '9 票' },
      { votes: '5 票' },
    ],
    lineText: '16 票线',
    hidden: '',
    working: [
      { label: '有表决权', value: '30 人', note: '投票开始时固定' },
      { label: '已投', value: '28 人', note: '够 16 人才计票' },
      { label: '有效票', value: '27 张', note: '空白 1 张' },
      { label: '每票怎么选', value: '最多 2 人，可以不选' },
      { label: '当选条件', value: '票数最高，且超过有表决权人数的一半', note: '不少于 16 票' },
      { label: '票数相同', value: '在他们之间再投一轮', note: '' },
    ],
  });
});

test('how many of the roll were bound meanwhile stands beside the result, also where nobody was; of polls of before nothing', () => {
  const row = (value: string): unknown =>
    expect.arrayContaining([expect.objectContaining({ label: '期间绑定微信', value })]);
  expect(shown({}, { boundWhileOpen: 3 })).toMatchObject({ working: row('3 人') });
  expect(shown({}, { boundWhileOpen: 0 })).toMatchObject({ working: row('0 人') });
  expect(JSON.stringify(shown({}))).not.toContain('绑定微信');
});

test('without a line there is none', () => {
  expect(shown({ votesNeeded: 1 }, { electedBy: 'most-votes' })).toMatchObject({ line: 0 });
});

test('of few ballots of a poll of before the outcome is told, and why no figure is', () => {
  const view = shown({ figures: null });
  expect(view).toMatchObject({ elected: '许文静', rows: [], line: 0 });
  expect(view).toMatchObject({ hidden: expect.stringMatching(/^投的人少，只说结果/u) });
  expect(JSON.stringify(view)).not.toContain('28');
});

test.each([
  [
    { kind: 'tied', candidateIds: ['许文静', '高远'], next: 'run-off' },
    '许文静、高远票数相同。在他们之间再投一轮。',
  ],
  [
    { kind: 'tied', candidateIds: ['许文静', '高远'], next: 'committee' },
    '许文静、高远票数相同。由支委会在他们之间定。',
  ],
  [{ kind: 'nobody-elected' }, '没有人到 16 票，这一轮没有选出来。可以再投一轮。'],
  [{ kind: 'too-few-ballots' }, '投的不到 16 人，不计票。各人得了几票，没有存下来。可以再投一轮。'],
  [{ kind: 'nobody-stands' }, '候选人都退出了，这一轮没有选出来。名单里没有人了，这个月可以不评。'],
  [{ kind: 'not-counted', fault: 'older-copy' }, /^票箱被换回了以前的样子.*要重新投/u],
  [{ kind: 'not-counted', fault: 'does-not-open' }, /^票箱打不开.*要重新投/u],
  [{ kind: 'newer' }, '升级后能看到结果。'],
] as const)('%j is said', (outcome, words) => {
  const given =
    outcome.kind === 'tied' ? { ...outcome, candidateIds: [...outcome.candidateIds] } : outcome;
  const view = shown({ outcome: given });
  expect(view.kind === 'content' ? `${view.outcome}${view.next}` : '').toMatch(words);
  expect(view).toMatchObject({ elected: '', isWarning: outcome.kind === 'not-counted' });
});

test('a lot that has decided is told once, with the number that was published as the poll opened', () => {
  const outcome = { kind: 'elected', candidateId: '高远', by: 'lot' } as const;
  const view = shown({ outcome }, { tie: 'lot' });
  expect(view).toMatchObject({ elected: '高远' });
  expect(JSON.stringify(view).match(/abc123/gu)).toHaveLength(1);
  expect(view).toMatchObject({ lot: { seed: 'abc123' } });
  expect(shown({}, { tie: 'run-off' })).toMatchObject({ lot: null });
});

test('where votes have decided no lot is explained, though equals would have been drawn', () => {
  const view = shown({}, { tie: 'lot' });
  expect(view).toMatchObject({ elected: '许文静', lot: null });
  expect(JSON.stringify(view)).not.toContain('abc123');
});

test('only whose ballot is in is told so, and what it means not to be', () => {
  expect(shown({})).toMatchObject({ own: expect.stringMatching(/^你的票已计入/u) });
  expect(shown({}, { mine: 'not-cast' })).toMatchObject({ own: '' });
});

test.each([
  [{ state: 'open', closesAtMs: NOW_MS + 1 }, /^还在投票.*截止前不显示任何票数。$/u],
  [{ state: 'open', closesAtMs: NOW_MS }, /^投票时间到了，正在计票/u],
  [
    { state: 'cancelled', cancelled: { reason: '名单有误', byName: '秦明远', atMs: 0 } },
    /^投票取消了：名单有误/u,
  ],
] as const)('before there is a result: %j', (poll, words) => {
  expect(shown(null, poll)).toMatchObject({ kind: 'empty', text: expect.stringMatching(words) });
});

describe('what was decided since, with its reason, and what follows', () => {
  const notice: Partial<StarSince> = {
    state: 'public',
    decision: { outcome: 'accepted', reason: null },
    stars: ['许文静'],
    publicUntilAtMs: at('00:00', localDay('2026-03-19')),
  };
  const over: Partial<StarSince> = {
    ...notice,
    state: 'over',
    ended: { atMs: at('00:05', localDay('2026-03-19')), reason: null },
  };
  const REFUSED = { outcome: 'not-accepted', reason: '有一件事还在查' } as const;

  test.each<[string, Partial<StarSince>, string, string]>([
    ['counted', {}, '待支委会确认', '接下来由支委会确认，再公示。'],
    ['public', notice, '公示中', '支委会同意许文静。公示到周三 3月18日，有意见可以提。'],
    [
      'held by an objection',
      { ...notice, isHeld: true },
      '公示中',
      '支委会同意许文静。公示到周三 3月18日，有意见还没答复，答复以前不通报。',
    ],
    [
      'decided in a newer way',
      { ...notice, decision: { outcome: 'newer', reason: null } },
      '公示中',
      '公示到周三 3月18日，有意见可以提。',
    ],
    [
      'taken back',
      { isTakenBack: true },
      '公示收回了',
      '有一条意见属实，公示收回了，由支委会重新研究。',
    ],
    ['announced', over, '已通报', '支委会同意许文静。公示完了，周四 3月19日通报。'],
    [
      'not accepted',
      { state: 'over', decision: REFUSED, ended: { atMs: NOW_MS, reason: REFUSED.reason } },
      '支委会没有同意',
      '支委会没有同意：有一件事还在查。这个月不评星。',
    ],
    [
      'ended without the committee',
      { state: 'over', ended: { atMs: NOW_MS, reason: '本人不想当。' } },
      '这个月不评星',
      '这个月不评星：本人不想当。',
    ],
    [
      'another round',
      { newestPollId: 'later', countedPollId: 'later', state: 'public' },
      '后来又投了一轮',
      '后来又投了一轮，以那一轮为准。',
    ],
    [
      'another round, and one that is open',
      { newestPollId: 'third', countedPollId: 'later', state: 'voting' },
      '后来又投了一轮',
      '后来又投了一轮，以那一轮为准。',
    ],
    [
      'another round that is open',
      { newestPollId: 'later', state: 'voting' },
      '正在再投一轮',
      '正在再投一轮，投完以那一轮为准。',
    ],
    [
      'another round that was called off, and the end without a star',
      { newestPollId: 'later', state: 'over', ended: { atMs: NOW_MS, reason: '没有人愿意再投' } },
      '这个月不评星',
      '这个月不评星：没有人愿意再投。',
    ],
    [
      'taken back, and not accepted then',
      {
        state: 'over',
        isTakenBack: true,
        decision: REFUSED,
        ended: { atMs: NOW_MS, reason: REFUSED.reason },
      },
      '支委会没有同意',
      '公示过，有一条意见属实，收回了。支委会没有同意：有一件事还在查。这个月不评星。',
    ],
    [
      'taken back, and announced after another notice',
      { ...over, isTakenBack: true },
      '已通报',
      '支委会同意许文静。公示完了，周四 3月19日通报。',
    ],
  ])('%s', (_name, given, caption, next) => {
    expect(shown({}, { since: { ...since, ...given } })).toMatchObject({
      caption: `2月之星 · ${caption}`,
      next,
    });
  });

  test('of equals: whom the committee has chosen, and why', () => {
    const outcome: ShownPollResult['outcome'] = {
      kind: 'tied',
      candidateIds: ['许文静', '高远'],
      next: 'committee',
    };
    const decision = { outcome: 'accepted', reason: '这个月的抢修次次都在' } as const;
    expect(shown({ outcome }, { since: { ...since, ...notice, decision } })).toMatchObject({
      elected: '',
      outcome: '许文静、高远票数相同。',
      next: '支委会同意许文静：这个月的抢修次次都在。公示到周三 3月18日，有意见可以提。',
    });
    expect(shown({ outcome }, { since })).toMatchObject({ next: '由支委会在他们之间定。' });
  });

  test('of equals whose next round was called off: they wait for another', () => {
    const outcome: ShownPollResult['outcome'] = {
      kind: 'tied',
      candidateIds: ['许文静', '高远'],
      next: 'run-off',
    };
    const calledOff = { ...since, newestPollId: 'later', state: 'listed' } as const;
    expect(shown({ outcome }, { since: calledOff })).toMatchObject({
      outcome: '许文静、高远票数相同。',
      next: '后来又投的一轮取消了，不算，等重新开始。',
      door: { page: '/packages/star/poll-result/poll-result?pollId=later' },
    });
  });

  test('why later rounds were called off stands beside what holds', () => {
    const calledOff = [{ round: 2, reason: '名单有误', byName: '秦明远' }];
    const back = { ...since, newestPollId: 'later' };
    expect(shown({}, { since: back, calledOff })).toMatchObject({
      elected: '许文静',
      calledOff: ['第 2 轮投票取消了，秦明远写的原因：名单有误。那一轮投过的票都不计。'],
    });
    expect(shown({}, { since })).toMatchObject({ calledOff: [] });
  });

  test('the way to it: the newest round, or what the committee has decided', () => {
    const later = { ...since, newestPollId: 'later', countedPollId: 'later' };
    expect(shown({}, { since: later })).toMatchObject({
      door: { page: '/packages/star/poll-result/poll-result?pollId=later' },
    });
    const another = { ...since, newestPollId: 'called-off', state: 'over' } as const;
    expect(shown({}, { since: another })).toMatchObject({
      door: { page: expect.stringContaining('/packages/star/outcome/outcome?branchId=') },
    });
    expect(shown({}, { since })).toMatchObject({
      door: { page: expect.stringContaining('/packages/star/outcome/outcome?branchId=') },
    });
    expect(shown({})).toMatchObject({ door: null });
  });
});
