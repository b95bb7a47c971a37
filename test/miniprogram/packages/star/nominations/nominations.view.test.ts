import {
  toView,
  type Nominations,
} from '../../../../../miniprogram/packages/star/nominations/nominations.view';
import {
  isStanding,
  type LeaveOut,
} from '../../../../../miniprogram/packages/star/nominations/standing.view';
import type { Reader } from '../../../../../miniprogram/packages/star/nomination-words.view';
import { localDay } from '../../../../../domain/time/local-day';
import { at, NOW_MS } from '../../../../builders/phone/study';

const day = localDay('2026-03-16');
const nomination = {
  nominationId: 'n1',
  memberId: 'b',
  name: '刘洋',
  way: 'colleague' as const,
  byName: '周立新',
  deeds: '他做的事',
  evidence: [{ kind: 'note' as const, id: 'n', title: '护栏', day: localDay('2026-03-10') }],
  state: 'waiting' as const,
  remark: null,
};
const candidate = { memberId: 'b', name: '刘洋', crewName: '四值', deeds: ['事'], evidence: [] };
const answer: Nominations = {
  nowMs: NOW_MS,
  month: '2026-02',
  branchId: 'yunxing',
  state: 'preparing',
  untilAtMs: at('20:00', day),
  people: 35,
  revision: 0,
  canNominate: true,
  asked: [],
  given: [],
  agreed: null,
  list: null,
  leftOut: [],
  isCandidate: false,
};
const reader: Reader & { readonly branchId: string } = {
  memberId: 'b',
  branchId: 'yunxing',
  roles: ['member'],
};
const shown = (
  given: Partial<Nominations>,
  leaveOut: LeaveOut = {},
  nowMs = NOW_MS,
  me: typeof reader = reader,
) =>
  toView({ kind: 'known', output: { ...answer, ...given }, asOfAtMs: null }, leaveOut, me, nowMs);
const OVER_MS = at('20:00', day);

test('who is asked reads by whom, until when, and what was written; unnamed is 一位同志', () => {
  expect(shown({ asked: [nomination] })).toMatchObject({
    title: '2月之星提名',
    note: '周一 3月16日 20:00 截止',
    isAsked: true,
    asked: [
      {
        title: '周立新推荐你做候选人',
        until: '周一 3月16日 20:00 前',
        badge: { text: '还没人看到' },
        evidence: [
          { title: '护栏', note: '心得 · 周二 3月10日', page: '/packages/note/open/open?noteId=n' },
        ],
        canAnswer: true,
      },
    ],
  });
  expect(shown({ asked: [{ ...nomination, byName: null }] })).toMatchObject({
    asked: [{ title: '一位同志推荐你做候选人' }],
  });
});

test('nothing is answered or changed once the time is over', () => {
  const given = { asked: [nomination], given: [nomination] };
  expect(shown(given, {}, OVER_MS)).toMatchObject({
    isAsked: false,
    asked: [{ canAnswer: false, canAskChange: false }],
    given: [{ canChange: false, canTakeBack: false }],
  });
});

test.each([
  ['the time is over', 'preparing', OVER_MS],
  ['the list is fixed', 'listed', OVER_MS],
  ['the month has ended early', 'over', NOW_MS],
] as const)(
  'R-156 once %s, who has not answered and who waits read that it is a no',
  (_, state, nowMs) => {
    const changing = { ...nomination, nominationId: 'n2', state: 'to-change' as const };
    const given = { state, asked: [nomination, changing], given: [nomination, changing] };
    const badge = { text: '没有答复，不进名单' };
    expect(shown(given, {}, nowMs)).toMatchObject({
      asked: [{ badge }, { badge }],
      given: [{ badge }, { badge }],
    });
  },
);

test('what was nominated says what came of it, also of oneself', () => {
  const changing = { ...nomination, state: 'to-change' as const, remark: '是 14 日' };
  const self = {
    ...nomination,
    nominationId: 'n2',
    way: 'self' as const,
    state: 'agreed' as const,
  };
  expect(shown({ given: [changing, self] })).toMatchObject({
    given: [
      { badge: { text: '请你改' }, remark: '他说：是 14 日', canTakeBack: true },
      { name: '你自己', badge: { text: '已报名' }, canChange: true, canTakeBack: false },
    ],
  });
});

test('the list is fixed after the time, of those who may stand and are not left out', () => {
  const agreed = [
    { ...candidate, bars: [] },
    { ...candidate, memberId: 'c', bars: ['away' as const] },
  ];
  expect(shown({ agreed })).toMatchObject({
    freeze: { canFreeze: false, note: '周一 3月16日 20:00 提名截止以后定' },
    agreed: [{ out: '', canLeaveOut: false }, { out: '按这个月的规则不参加（长假和借调在外的）' }],
  });
  expect(shown({ agreed }, {}, OVER_MS)).toMatchObject({ freeze: { canFreeze: true } });
  expect(shown({ agreed }, { b: '不属实' }, OVER_MS)).toMatchObject({
    freeze: { canFreeze: false },
    agreed: [{ out: '不进名单：不属实' }, {}],
  });
});

test('a fixed list stands in the order that was drawn, with the seed', () => {
  const list = {
    frozenAtMs: NOW_MS,
    seed: 'abc',
    candidates: [{ ...candidate, drawn: '0123456789ab' }],
  };
  expect(shown({ state: 'listed', list, isCandidate: true })).toMatchObject({
    title: '2月之星候选名单',
    note: '1 人，35 人看得到',
    list: [{ drawn: '01234567' }],
    lot: { seed: 'abc', texts: [{ name: candidate.name }] },
    canWithdraw: true,
  });
  expect(shown({ state: 'voting', list, isCandidate: true })).toMatchObject({ canWithdraw: false });
});

test('who may not stand is not invited to put themselves forward', () => {
  expect(shown({})).toMatchObject({
    nothing: '你还没有提名，也没有人提你。写一件具体的事就够，自己也可以报名。',
    nominateNote: '自己、同事、小组都可以提，本人同意才进名单',
  });
  const barred = shown({ ownBars: ['probationary'] });
  expect(barred).toMatchObject({
    nothing: '你还没有提名，也没有人提你。写一件具体的事就够。',
    nominateNote: expect.stringContaining('你这次不参加评选（预备党员）') as string,
  });
  expect(shown({}, {}, OVER_MS)).toMatchObject({ canNominate: false });
  const ended = { state: 'over' as const, canNominate: false };
  expect(shown(ended)).toMatchObject({ note: '这个月的评星已经结束，没有候选名单' });
});

test('R-284 an officer who has agreed to stand reads who fixes the list', () => {
  const own = (roles: Reader['roles'], given: Partial<Nominations>) =>
    toView(
      { kind: 'known', output: { ...answer, ...given }, asOfAtMs: null },
      {},
      { ...reader, roles },
      NOW_MS,
    );
  const text =
    '你同意了做候选人，名单、这个月评不评都不能由你来定。请书记、组织委员里没有参选的来办；都参选了，由党委工作部来办。';
  expect(own(['member', 'secretary'], { isCandidate: true })).toMatchObject({ own: text });
  expect(own(['member', 'secretary'], {})).toMatchObject({ own: '' });
  expect(own(['member'], { isCandidate: true })).toMatchObject({ own: '' });
  expect(own(['secretary'], { isCandidate: true, state: 'listed' })).toMatchObject({ own: '' });
});

test('R-324 who has moved to another branch reads that they stand on no list of it, and may say no', () => {
  const given = { asked: [nomination], given: [nomination], canNominate: false };
  const moved = { ...reader, branchId: 'jianxiu' };
  expect(shown(given, {}, NOW_MS, moved)).toMatchObject({
    moved: '你已经不在这个支部：进不了它的名单，也不能再提名。',
    asked: [{ canAnswer: true, canAgree: false, canAskChange: false }],
    given: [{ canChange: false, canTakeBack: true }],
  });
  expect(shown(given)).toMatchObject({ moved: '', asked: [{ canAgree: true }] });
  // The office, which reads every branch, was asked nothing.
  expect(shown({ canNominate: false }, {}, NOW_MS, moved)).toMatchObject({ moved: '' });
});

test('R-350 who is of the branch no more does not count as standing, and reads why in true words', () => {
  const agreed = [
    { ...candidate, bars: [] },
    { ...candidate, memberId: 'c', bars: ['moved' as const] },
    { ...candidate, memberId: 'd', bars: ['left' as const] },
  ];
  expect(shown({ agreed }, {}, OVER_MS)).toMatchObject({
    freeze: { canFreeze: true },
    agreed: [
      { out: '', canLeaveOut: true },
      { out: '已经去了别的支部，进不了名单', canLeaveOut: false },
      { out: '已经离开，进不了名单', canLeaveOut: false },
    ],
  });
  expect(agreed.filter((each) => isStanding(each, {}))).toHaveLength(1);
  expect(shown({ agreed: agreed.slice(1) }, {}, OVER_MS)).toMatchObject({
    freeze: {
      canFreeze: false,
      note: '没有人能进名单：把提名时间往后改，或者这个月不评星',
    },
  });
  const leftOut = [
    { name: '徐永平', bars: ['moved' as const], reason: null },
    { name: '李强', bars: [], reason: null },
  ];
  expect(shown({ state: 'listed', leftOut })).toMatchObject({
    leftOut: ['徐永平：已经去了别的支部，进不了名单', '李强：定名单的时候已经不在这个支部'],
  });
});

test('R-352 the list says who was struck off, by whom and why, to them also what they can do, and who is back', () => {
  const withdrawn = { reason: '本人要求', byName: '周立新' };
  const two = [
    { ...candidate, drawn: 'aa', withdrawn },
    { ...candidate, memberId: 'c', name: '齐正阳', drawn: 'bb', putBack: { byName: '周立新' } },
  ];
  const list = { frozenAtMs: NOW_MS, seed: 's', candidates: two };
  const view = (memberId: string) =>
    shown({ state: 'voting', list }, {}, NOW_MS, { ...reader, memberId });
  expect(view('z')).toMatchObject({
    note: '2 人，其中刘洋退出了，35 人看得到',
    list: [
      { standing: '已退出，周立新划掉的：本人要求。不在选票上了。' },
      { standing: '上一轮划掉过，周立新放回了选票。' },
    ],
  });
  expect(view('b')).toMatchObject({
    list: [{ standing: expect.stringMatching(/马上告诉书记或者党委工作部。$/u) }, {}],
  });
});
