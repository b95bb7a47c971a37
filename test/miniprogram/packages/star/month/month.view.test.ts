import { toView } from '../../../../../miniprogram/packages/star/month/month.view';
import type { StarMonth } from '../../../../../miniprogram/packages/star/month/step-lines.view';
import { localDay } from '../../../../../domain/time/local-day';
import { aMe, ofOffice } from '../../../../builders/phone/me';
import { at, NOW_MS } from '../../../../builders/phone/study';

const plan = {
  nominationsUntilAtMs: at('20:00', localDay('2026-03-16')),
  meetingAtMs: at('16:00', localDay('2026-03-13')),
  decisionAtMs: null,
  publicDays: 5,
  bars: [],
};
const begun: StarMonth = {
  nowMs: NOW_MS,
  branchId: 'yunxing',
  branchName: '运行支部',
  month: '2026-02',
  state: 'preparing',
  steps: [
    { step: 'assessment', state: 'now' },
    { step: 'meeting', state: 'late' },
    { step: 'nomination', state: 'done' },
    { step: 'decision', state: 'to-come' },
    { step: 'public-notice', state: 'left-out' },
    { step: 'newer', state: 'newer' },
  ],
  plan,
  candidates: null,
  revision: 0,
  canPlan: false,
  ballot: null,
};
const shown = (month: Partial<StarMonth>, me = aMe()) =>
  toView({ kind: 'known', output: { ...begun, ...month }, asOfAtMs: null }, me, NOW_MS);

test('each step has its name, its day, and what its state is called', () => {
  expect(shown({ candidates: 4 })).toMatchObject({
    title: '2月之星',
    note: '运行支部，今天\u00a0周三\u00a03月11日',
    hasLater: true,
    isNotBegun: false,
    action: '',
    steps: [
      { title: '考核', look: 'now', badge: { text: '进行中' } },
      { title: '专题会', line: '周五 3月13日 16:00', badge: { text: '过了日子', tone: 'warn' } },
      { title: '提名', look: 'done', line: '4 人进候选名单', badge: null },
      { title: '支委会', line: '还没定日子', badge: null },
      { title: '公示 5 天', badge: { text: '没有办' } },
      { title: '新的一步' },
    ],
  });
});

test('ending it is offered to whom the function says, before the votes are counted', () => {
  const ends = (month: Partial<StarMonth>) => {
    const view = shown(month);
    const links = view.kind === 'content' ? view.links : [];
    return links.some(({ text }) => text === '这个月不评星');
  };
  expect(ends({ canPlan: true, canEnd: true })).toBe(true);
  expect(ends({ state: 'listed', canEnd: true })).toBe(true);
  expect(ends({ state: 'listed', canEnd: false })).toBe(false);
  expect(ends({ state: 'counted', canEnd: true })).toBe(false);
  // As a function answers that does not say it yet.
  expect(ends({ canPlan: true })).toBe(true);
  expect(ends({ state: 'listed' })).toBe(false);
});

test('who leads it is offered to begin or to change it, others are told who does', () => {
  const notBegun = { state: 'not-begun' as const, plan: null, revision: null, steps: [] };
  expect(shown({ ...notBegun, canPlan: true })).toMatchObject({
    isNotBegun: true,
    action: '开始这个月的评星',
    notBegun: expect.stringContaining('先定好提名到哪天') as string,
  });
  expect(shown(notBegun)).toMatchObject({
    action: '',
    notBegun: expect.stringContaining('那个月的评星还没有开始') as string,
  });
  expect(shown({ ...notBegun, month: '2026-03' })).toMatchObject({
    hasLater: false,
    notBegun: expect.stringContaining('这个月的评星还没有开始') as string,
  });
  expect(shown({ ...notBegun, month: '2026-05' })).toMatchObject({
    notBegun: expect.stringContaining('5月还没到') as string,
  });
  expect(shown({ canPlan: true })).toMatchObject({ action: '改时间和规则' });
});

test('the committee office reads as what it acts in another branch', () => {
  expect(shown({}, ofOffice())).toMatchObject({
    asOffice: '你以党委工作部的身份看运行支部的评星，能做书记能做的事，做了会写你的名字。',
    links: [{}, { text: '各支部的流程' }],
  });
  expect(shown({})).toMatchObject({ asOffice: '', links: [{ text: '往月的星' }] });
});

describe('the way to the poll', () => {
  const door = (state: StarMonth['state'], pollId: string | null, canRun: boolean) => {
    const steps = [{ step: 'ballot', state: 'now' }] as const;
    const view = shown({ state, steps: [...steps], ballot: { pollId, canRun } });
    const [step] = view.kind === 'content' ? view.steps : [];
    return [step?.link, step?.page.split('/')[3]?.split('?')[0]];
  };

  test.each([
    ['listed', null, true, '开始投票', 'open-poll'],
    ['listed', null, false, '', undefined],
    ['listed', 'called-off', true, '开始投票', 'open-poll'],
    ['voting', 'p1', true, '管理', 'run-poll'],
    ['voting', 'p1', false, '去投票', 'poll'],
    ['counted', 'p1', true, '管理', 'run-poll'],
    ['counted', 'p1', false, '结果', 'poll-result'],
    ['over', 'p1', false, '结果', 'poll-result'],
    ['over', null, true, '', undefined],
  ] as const)('%s, poll %s, runs it: %s', (state, pollId, canRun, link, page) => {
    expect(door(state, pollId, canRun)).toEqual([link, page]);
  });

  test('there is none before the candidates are fixed', () => {
    const view = shown({ steps: [{ step: 'ballot', state: 'to-come' }] });
    expect(view).toMatchObject({ steps: [{ page: '', link: '' }] });
  });
});

describe('a step says what came of it, and leads on once there is something to see', () => {
  const since: NonNullable<StarMonth['since']> = {
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
  const notice = {
    decision: { outcome: 'accepted', reason: null },
    stars: ['许文静'],
    publicUntilAtMs: at('00:00', localDay('2026-03-19')),
  } as const;
  const over = {
    ...notice,
    state: 'over',
    ended: { atMs: at('00:05', localDay('2026-03-19')), reason: null },
  } as const;
  const refused = {
    state: 'over',
    decision: { outcome: 'not-accepted', reason: '有一件事还在查' },
    ended: { atMs: NOW_MS, reason: '有一件事还在查' },
  } as const;
  type Step = StarMonth['steps'][number];
  const lineOf = (step: Step['step'], state: Step['state'], given: object, month = {}) => {
    const view = shown({
      candidates: 2,
      ballot: { pollId: 'p1', canRun: false },
      steps: [{ step, state }],
      since: { ...since, ...given },
      ...month,
    });
    const [shownStep] = view.kind === 'content' ? view.steps : [];
    return [shownStep?.line, shownStep?.link];
  };

  test.each<[Step['step'], Step['state'], object, object, string, string]>([
    ['assessment', 'done', {}, {}, '核对完了，每一项都看得到依据', ''],
    ['assessment', 'left-out', {}, {}, '没有开考核表', ''],
    ['meeting', 'done', {}, {}, '开过了，有记录', '记录'],
    ['meeting', 'left-out', {}, {}, '没有记录', ''],
    ['nomination', 'left-out', {}, { candidates: null }, '没有定候选名单', ''],
    ['ballot', 'now', {}, { state: 'voting' }, '正在投票，截止以前谁都看不到票数', '去投票'],
    ['ballot', 'now', {}, { state: 'listed' }, '投票取消了，等重新开始', '结果'],
    [
      'ballot',
      'now',
      {},
      { state: 'listed', ballot: { pollId: null, canRun: false } },
      '名单定了，等开始投票',
      '',
    ],
    ['ballot', 'done', {}, { state: 'counted' }, '投完了，选出来了', '结果'],
    ['ballot', 'done', { counted: 'tied' }, {}, '投完了，票数相同', '结果'],
    ['ballot', 'done', { counted: 'not-valid' }, {}, '投完了，没有选出来', '结果'],
    [
      'ballot',
      'done',
      { counted: 'tied', next: 'run-off' },
      { state: 'counted' },
      '投完了，票数相同，等再投一轮',
      '结果',
    ],
    [
      'decision',
      'to-come',
      { counted: 'tied', next: 'run-off' },
      { state: 'counted' },
      '再投一轮，计完票再定',
      '',
    ],
    ['ballot', 'left-out', {}, { ballot: null }, '没有投票', ''],
    ['decision', 'to-come', {}, {}, '还没定日子', ''],
    ['decision', 'now', {}, {}, '还没定日子', '看'],
    ['decision', 'now', { isTakenBack: true }, {}, '有一条意见属实，公示收回了，重新研究', '看'],
    ['decision', 'now', { counted: 'not-valid' }, {}, '没有选出来，等再投一轮，或者不评', '看'],
    ['decision', 'to-come', { counted: 'not-valid' }, {}, '还没定日子', ''],
    ['decision', 'done', notice, {}, '支委会同意许文静。', '看'],
    ['decision', 'done', refused, {}, '支委会没有同意：有一件事还在查。', '看'],
    ['decision', 'left-out', {}, {}, '没有走到这一步', ''],
    ['decision', 'to-come', { isTakenBack: true }, {}, '还没定日子', ''],
    ['decision', 'left-out', { isTakenBack: true }, {}, '定过，公示收回以后没有再定', ''],
    ['public-notice', 'to-come', {}, {}, '支委会定了以后贴出来，可提异议', ''],
    ['public-notice', 'to-come', { isTakenBack: true }, {}, '公示过，收回了，再定了再贴', ''],
    [
      'public-notice',
      'now',
      { ...notice, isTakenBack: true },
      {},
      '公示到周三 3月18日，有意见可以提。',
      '看',
    ],
    ['public-notice', 'left-out', { ...refused, isTakenBack: true }, {}, '公示过，收回了', ''],
    ['public-notice', 'now', notice, {}, '公示到周三 3月18日，有意见可以提。', '看'],
    [
      'public-notice',
      'now',
      { ...notice, isHeld: true },
      {},
      '公示到周三 3月18日，有意见还没答复，答复以前不通报。',
      '看',
    ],
    ['public-notice', 'done', over, {}, '公示完了', '看'],
    ['public-notice', 'left-out', refused, {}, '没有公示', ''],
    ['announcement', 'to-come', notice, {}, '公示没有问题就通报', ''],
    ['announcement', 'done', over, {}, '周四 3月19日 通报，在往月的星里', '看'],
    ['announcement', 'left-out', refused, {}, '这个月不评星：有一件事还在查。', '看'],
  ])('%s %s %j %j', (step, state, given, month, line, link) => {
    expect(lineOf(step, state, given, month)).toEqual([line, link]);
  });

  test('of a later round that was called off members are led to what was counted', () => {
    const view = shown({
      state: 'counted',
      ballot: { pollId: 'called-off', canRun: false },
      steps: [{ step: 'ballot', state: 'done' }],
      since: { ...since, newestPollId: 'called-off' },
    });
    expect(view).toMatchObject({
      steps: [{ page: '/packages/star/poll-result/poll-result?pollId=p1', link: '结果' }],
    });
  });

  test('while another round is waited for the ballot goes on, and the month can be ended from here', () => {
    const tied = { ...since, counted: 'tied', next: 'run-off' } as const;
    const view = shown({
      state: 'counted',
      canEnd: true,
      steps: [{ step: 'ballot', state: 'done' }],
      since: tied,
    });
    expect(view).toMatchObject({
      steps: [{ look: 'now', badge: { text: '进行中' } }],
      links: [{}, { text: '这个月不评星' }],
    });
  });
});

test('R-284 an officer who stands is not led to open the poll, and reads why', () => {
  const listed = {
    state: 'listed' as const,
    steps: [{ step: 'ballot' as const, state: 'now' as const }],
    candidates: 3,
    ballot: { pollId: null, canRun: true },
  };
  expect(shown(listed)).toMatchObject({
    steps: [{ link: '开始投票', line: '名单定了，等开始投票' }],
  });
  expect(shown({ ...listed, isOwnMatter: true })).toMatchObject({
    steps: [{ page: '', line: '名单定了，等开始投票。你参加了评选，不能由你来开始' }],
  });
});

test('R-352 beside how many are on the list it is said who was struck off, and who is on the ballot again', () => {
  const linesOf = (month: Partial<StarMonth>) => {
    const steps = [
      { step: 'nomination', state: 'done' },
      { step: 'ballot', state: 'now' },
    ] as const;
    const view = shown({ candidates: 4, steps: [...steps], ...month });
    return view.kind === 'content' ? view.steps.map(({ line }) => line) : [];
  };
  expect(linesOf({ state: 'listed', off: ['刘洋'] })[0]).toBe('4 人进候选名单，其中刘洋退出了');
  expect(linesOf({ state: 'voting', off: [], putBack: ['刘洋'] })).toEqual([
    '4 人进候选名单',
    '正在投票，截止以前谁都看不到票数。刘洋划掉过，又放回了选票',
  ]);
});
