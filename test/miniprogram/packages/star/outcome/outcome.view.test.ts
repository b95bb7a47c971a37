import {
  acceptQuestion,
  answerOf,
  sheetOf,
} from '../../../../../miniprogram/packages/star/outcome/outcome-sheets.view';
import {
  toView,
  type Outcome,
} from '../../../../../miniprogram/packages/star/outcome/outcome.view';
import { localDay } from '../../../../../domain/time/local-day';
import { aMe } from '../../../../builders/phone/me';
import { at, NOW_MS } from '../../../../builders/phone/study';

const star = { memberId: 'a', name: '许文静', crewName: '一值', deeds: ['听出泵声不对'] };
const counted: Outcome = {
  nowMs: NOW_MS,
  branchId: 'yunxing',
  branchName: '运行支部',
  month: '2026-02',
  state: 'counted',
  revision: 3,
  result: { pollId: 'p', outcome: 'chosen', candidates: [star] },
  decision: null,
  stars: [],
  publicUntilAtMs: null,
  objections: [],
  objectionCount: 0,
  ended: null,
  canDecide: true,
  canObject: false,
  canAnswer: false,
  canEnd: true,
};
const shown = (given: Partial<Outcome>, memberId = 'me', branchId = 'yunxing') => {
  const me = aMe({ memberId, branchId, roles: ['committee-office'] });
  return toView({ kind: 'known', output: { ...counted, ...given }, asOfAtMs: null }, me, NOW_MS);
};
const decision = {
  outcome: 'accepted' as const,
  reason: null,
  byName: '罗志强',
  atMs: at('09:00'),
};
const publicUntilAtMs = at('00:00', localDay('2026-03-17'));

test('whom the poll has chosen waits for the committee', () => {
  expect(shown({})).toMatchObject({
    caption: '2月之星 · 待支委会',
    stars: [{ name: '许文静', crew: '一值' }],
    choices: [{ memberId: 'a' }],
    canAccept: true,
    facts: [],
  });
});

test('who is equal is named, and chosen among; a poll that is not valid accepts nobody', () => {
  const other = { ...star, memberId: 'b', name: '韩立群' };
  const tied = { pollId: 'p', outcome: 'tied' as const, candidates: [star, other] };
  expect(shown({ result: tied })).toMatchObject({
    stars: [],
    caption: '2月之星 · 待支委会',
    none: '许文静、韩立群票数相同，由支委会定。',
    choices: [{}, {}],
  });
  expect(shown({ result: { ...tied, next: 'run-off' }, canDecide: false })).toMatchObject({
    caption: '2月之星 · 待再投一轮',
    none: '许文静、韩立群票数相同。选票上定的是在他们之间再投一轮；不再投，就这个月不评。',
    canAccept: false,
    canEnd: true,
  });
  const none = { pollId: 'p', outcome: 'not-valid' as const, candidates: [] };
  expect(shown({ result: none })).toMatchObject({
    caption: '2月之星 · 没有选出来',
    none: '这次投票没有结果。可以重新投，也可以这个月不评。',
    canAccept: false,
  });
});

test.each([
  ['preparing', null, '候选名单还没有定。定了名单、投完票，这里有结果。'],
  ['listed', null, '候选名单定了，等开始投票。计完票，这里有结果。'],
  ['listed', 'tied', '候选名单定了，等开始投票。计完票，这里有结果。'],
  ['voting', null, '正在投票，截止以前谁都看不到票数。计完票，这里有结果。'],
  ['voting', 'not-valid', '正在投票，截止以前谁都看不到票数。计完票，这里有结果。'],
] as const)(
  'a month that is %s says what it waits for, whatever an earlier round came to (%s)',
  (state, outcome, none) => {
    const result = outcome === null ? null : { pollId: 'p', outcome, candidates: [] };
    const view = shown({ state, result, canDecide: false });
    expect(view).toMatchObject({ caption: '2月之星', none, stars: [] });
  },
);

test('of several who were equal the one who is left is accepted with a reason too', () => {
  const tied = { pollId: 'p', outcome: 'tied' as const, candidates: [star] };
  expect(shown({ result: tied })).toMatchObject({
    none: '票数相同的人里，没有退出的只有许文静。由支委会定。',
    acceptSheet: 'accept',
    canAccept: true,
  });
});

test('whom the poll has chosen and the list has no more can be accepted by nobody', () => {
  const gone = { pollId: 'p', outcome: 'chosen' as const, candidates: [] };
  expect(shown({ result: gone })).toMatchObject({
    none: '投票选出来的人已经退出。由支委会定，这个月可以不评。',
    canDecide: true,
    canAccept: false,
  });
});

test('the public notice says until which day, and what has been objected', () => {
  const given = { state: 'public' as const, stars: [star], decision, publicUntilAtMs };
  expect(shown(given)).toMatchObject({
    caption: '2月之星 · 公示中',
    facts: [
      { label: '支委会', value: '同意', note: '今天 9:00 · 罗志强' },
      { label: '公示', value: '到周一 3月16日', note: '还没有人提意见' },
    ],
  });
  const objection = {
    objectionId: 'o',
    byName: '周立新',
    text: '不对',
    atMs: at('10:00'),
    isMine: false,
    answer: null,
  };
  expect(shown({ ...given, objections: [objection], canAnswer: true })).toMatchObject({
    objections: [
      {
        who: '周立新 · 今天 10:00',
        badge: { text: '等答复' },
        answers: { answer: { text: '答复，公示照常' } },
      },
    ],
  });
  const held = { ...given, objectionCount: 1, isHeld: true };
  expect(shown(held)).toMatchObject({
    facts: [{}, { label: '公示', note: '收到 1 条意见，都答复了才通报' }],
    objections: [],
  });
  const mine = { ...objection, isMine: true };
  expect(shown({ ...given, objections: [mine], canAnswer: true })).toMatchObject({
    objections: [{ who: '你 · 今天 10:00', answers: null }],
  });
});

test('over, the star has a certificate; without one the reason stands there', () => {
  const over = {
    state: 'over' as const,
    stars: [star],
    decision,
    publicUntilAtMs,
    ended: { atMs: NOW_MS, reason: null },
    canDecide: false,
  };
  expect(shown(over, 'a')).toMatchObject({ caption: '2月之星', isMine: true });
  expect(shown(over)).toMatchObject({ isMine: false, hasCertificate: true });
  const none = { ...over, stars: [], ended: { atMs: NOW_MS, reason: '没有人提名' } };
  expect(shown(none)).toMatchObject({
    stars: [],
    none: '这个月不评星：没有人提名。',
    hasCertificate: false,
  });
});

test('every sheet says who reads the words', () => {
  for (const kind of ['accept', 'refuse', 'object', 'answer', 'uphold', 'end'] as const) {
    expect(sheetOf(kind).note).not.toBe('');
  }
});

test('the committee office reads as what it decides in another branch', () => {
  expect(shown({}, 'me', 'jiguan')).toMatchObject({
    asOffice: expect.stringMatching(/^你以党委工作部的身份看运行支部的评星/u),
  });
  expect(shown({})).toMatchObject({ asOffice: '' });
});

test('R-284 an officer who stood reads that others decide and answer, and nobody else does', () => {
  const own = (given: Partial<Outcome>) => (shown(given) as { readonly own: string }).own;
  expect(own({ isOwnMatter: true })).toBe(
    '你参加了这次评选，结果不能由你来定。请书记、组织委员里没有参选的来办；都参选了，由党委工作部来办。',
  );
  expect(own({ isOwnMatter: true, state: 'public' })).toContain('由没有参选的支委答复');
  expect(own({ isOwnMatter: true, state: 'over' })).toBe('');
  expect(own({ isOwnMatter: false })).toBe('');
  const member = aMe({ roles: ['member'] });
  const output = { ...counted, isOwnMatter: true };
  expect(toView({ kind: 'known', output, asOfAtMs: null }, member, NOW_MS)).toMatchObject({
    own: '',
  });
});

describe('another round is offered where nobody was chosen and it can be opened', () => {
  const page = '/packages/star-office/open-poll/open-poll?month=2026-02&branchId=yunxing';
  const none = { pollId: 'p', outcome: 'not-valid' as const, candidates: [] };
  const tied = { pollId: 'p', outcome: 'tied' as const, candidates: [star] };

  test.each<[string, Partial<Outcome>, string]>([
    ['too few had voted', { result: none, canOpenNext: true }, page],
    ['its ballot promised it', { result: { ...tied, next: 'run-off' }, canOpenNext: true }, page],
    ['the committee decides', { result: { ...tied, next: 'committee' }, canOpenNext: true }, ''],
    ['the month has had as many as it takes', { result: none, canOpenNext: false }, ''],
    ['the function does not say', { result: none }, ''],
    ['somebody was chosen', { canOpenNext: true }, ''],
  ])('%s', (_, given, againPage) => {
    expect(shown(given)).toMatchObject({ againPage });
  });

  test('and there is nobody to accept or not', () => {
    expect(shown({ result: none, canOpenNext: true })).toMatchObject({ canDecide: false });
  });
});

test('R-354 an objection is answered where its notice stands no more, and is not said to leave one as it is', () => {
  const objection = {
    objectionId: 'o',
    byName: '周立新',
    text: '不是他',
    atMs: at('10:00'),
    isMine: false,
    answer: null,
  };
  for (const state of ['counted', 'over'] as const) {
    expect(shown({ state, objections: [objection], canAnswer: true })).toMatchObject({
      objections: [
        {
          answers: {
            answer: { kind: 'answer-later', text: '答复' },
            uphold: { kind: 'uphold-later', text: '答复：属实' },
          },
        },
      ],
    });
  }
  expect(sheetOf('answer-later').note).not.toContain('公示照常');
  expect(answerOf('uphold-later')).toEqual({ isUpheld: true });
  expect(answerOf('answer-later')).toEqual({ isUpheld: false });
  expect(answerOf('accept')).toBeNull();
});

test('R-161 whoever is accepted again after a notice that was taken back has a reason; else it is asked first, with the name', () => {
  expect(shown({ needsReason: true })).toMatchObject({ acceptSheet: 'accept-again' });
  expect(shown({ needsReason: false })).toMatchObject({ acceptSheet: '' });
  const { title, content } = acceptQuestion(['许文静'], counted);
  expect(title).toBe('公示许文静？');
  expect(content).toContain('做2月之星，马上开始公示，运行支部的人都会收到');
});

test('R-177 the round that a ballot promised is held also between one, and one that went on beside the committee is offered beside it', () => {
  const one = { pollId: 'p', outcome: 'tied' as const, candidates: [star] };
  const canOpenNext = true;
  const page = '/packages/star-office/open-poll/open-poll?month=2026-02&branchId=yunxing';
  expect(shown({ result: { ...one, next: 'run-off' }, canOpenNext })).toMatchObject({
    againPage: page,
    roundPage: '',
    none: expect.stringContaining('选票上定的是再投一轮'),
  });
  expect(shown({ result: { ...one, next: 'committee' }, canOpenNext })).toMatchObject({
    againPage: '',
    roundPage: page,
  });
});
