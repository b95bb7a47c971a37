import {
  choiceNow,
  confirmingOf,
  mostText,
  onRollText,
  refusedText,
  shortText,
  toView,
  withTap,
} from '../../../../../miniprogram/packages/star/poll/poll.view';
import type { Poll } from '../../../../../contract/star/ballot-shapes';
import type { Me } from '../../../../../contract/people/hello';
import { aMe, ofOffice } from '../../../../builders/phone/me';
import { aShownPoll } from '../../../../builders/phone/poll';
import { NOW_MS } from '../../../../builders/phone/study';

const none = { chosen: [], opened: [] };
const shown = (
  poll: Partial<Poll> = {},
  choosing: Parameters<typeof toView>[1] = none,
  me: Me = aMe(),
) => toView({ kind: 'known', output: aShownPoll(poll), asOfAtMs: null }, choosing, me, NOW_MS);

test('a ballot says how many, by when, and for how many people', () => {
  expect(shown()).toMatchObject({
    star: '2月之星',
    heading: '选你认可的同志',
    rule: '最多 2 人，可以不选。次序抽签定。票数相同，在他们之间再投一轮。',
    end: '周五 3月13日 18:00 截止',
    roll: '无记名。名册 30 人已固定',
    own: '',
    canVote: true,
    isOver: false,
  });
  expect(shown({ choice: { kind: 'exactly', names: 2 } })).toMatchObject({
    rule: '选满 2 人，或者一个都不选。次序抽签定。票数相同，在他们之间再投一轮。',
  });
});

test('R-180 where fewer stand than exactly so many, all of them can be chosen', () => {
  const candidates = aShownPoll().candidates.map((each, at) => ({
    ...each,
    isWithdrawn: at > 0,
  }));
  const poll = { choice: { kind: 'exactly', names: 2 }, candidates } as const;
  expect(shown(poll)).toMatchObject({ most: 1, rule: expect.stringMatching(/^选满 1 人/u) });
  expect(shortText(choiceNow(aShownPoll(poll)), 1)).toBe('');
  expect(choiceNow(aShownPoll({ choice: poll.choice }))).toEqual(poll.choice);
});

test('R-281 when it may end, and how many have to vote, stands on the ballot', () => {
  const terms = { awakeHours: 8, leastShown: 9, turnout: 'four-fifths' as const };
  expect(shown({ terms, turnoutNeeded: 24 })).toMatchObject({
    terms: '每个值都有过 8 小时醒着又不在岗，才会结束。至少 24 人投票才计票；不到，什么都不公布。',
  });
  // Of a poll of before, in which an outcome could be told of fewer.
  expect(shown({ terms: { ...terms, leastShown: 25 }, turnoutNeeded: 24 })).toMatchObject({
    terms: expect.stringContaining('24 人投了才计票，满 25 票才公布票数。'),
  });
  expect(shown()).toMatchObject({ terms: '' });
});

test('a candidate stands with their deeds, and what proves them when it is opened', () => {
  const view = shown({}, { chosen: ['韩立群'], opened: ['高远'] });
  expect(view).toMatchObject({
    cards: [
      {
        name: '许文静',
        initial: '许',
        place: '一值',
        evidenceText: '证明材料 1 份',
        isChosen: false,
      },
      { isChosen: true, isOpen: false },
      {},
      {
        isOpen: true,
        evidence: [{ title: '缺陷单', note: '心得 · 周一 3月2日 · 只有文字，打不开' }],
      },
    ],
    chosen: 1,
    most: 2,
  });
});

test('the seed of a lot is on the ballot from the first minute, with what is hashed of each', () => {
  expect(shown({ tie: 'lot' })).toMatchObject({
    canVote: true,
    lot: { seed: 'abc123', texts: [{ name: '许文静', text: 'lot.许文静' }, {}, {}, {}] },
  });
  expect(shown({})).toMatchObject({ lot: null });
});

test('whoever has withdrawn cannot be chosen', () => {
  const [first, ...rest] = aShownPoll().candidates;
  const gone = { ...first!, isWithdrawn: true };
  expect(shown({ candidates: [gone, ...rest] })).toMatchObject({
    cards: [
      { canChoose: false, note: '已退出。不能再投给他。' },
      { canChoose: true, note: '' },
      {},
      {},
    ],
  });
  const withdrawn = { reason: '本人不想参加了。', byName: '孙玉兰' };
  expect(shown({ candidates: [{ ...gone, withdrawn }, ...rest] })).toMatchObject({
    cards: [{ note: '已退出，孙玉兰划掉的：本人不想参加了。不能再投给他。' }, {}, {}, {}],
  });
  // It has ended the poll: nobody can be voted for.
  expect(
    shown({ state: 'cancelled', candidates: [{ ...gone, withdrawn }, ...rest] }),
  ).toMatchObject({ cards: [{ note: '已退出，孙玉兰划掉的：本人不想参加了。' }, {}, {}, {}] });
});

test.each([
  [{ mine: 'counted' }, '已计入', false],
  [{ mine: 'not-on-roll' }, /这次没有表决权/u, false],
  [{ state: 'closed', mine: 'not-cast' }, /^投票已经结束。没投按弃权计，不影响考核/u, true],
  [{ closesAtMs: NOW_MS }, /^投票已经结束/u, true],
  [{ choice: { kind: 'newer', names: 2 } }, /^升级后/u, false],
  [{ state: 'newer' }, /^升级后/u, false],
  [{ mine: 'newer' }, /^升级后/u, false],
  [
    { state: 'cancelled', cancelled: { reason: '名单有误', byName: '秦明远', atMs: NOW_MS } },
    '投票取消了：名单有误。投过的票都不计。',
    true,
  ],
  [
    { state: 'cancelled', cancelled: { reason: '名单有误。', byName: '秦明远', atMs: NOW_MS } },
    '投票取消了：名单有误。投过的票都不计。',
    true,
  ],
] as const)('where nobody can vote: %j', (poll, own, isOver) => {
  const view = shown(poll);
  expect(view).toMatchObject({ canVote: false, isOver });
  expect(view.kind === 'content' ? view.own : '').toMatch(own);
});

test('a later end is told with its reason, and by whom', () => {
  const extension = { untilAtMs: NOW_MS, reason: '三值抢修' };
  expect(shown({ extensions: [{ ...extension, byName: '秦明远' }] })).toMatchObject({
    news: '秦明远把截止时间往后延了：三值抢修。',
  });
  expect(shown({ extensions: [{ ...extension, byName: null }] })).toMatchObject({
    news: '截止时间往后延了：三值抢修。',
  });
});

test('a tap chooses, another one takes it back, one too many is refused at once', () => {
  expect(withTap({ chosen: [] }, 'a', 2)).toEqual(['a']);
  expect(withTap({ chosen: ['a', 'b'] }, 'a', 2)).toEqual(['b']);
  expect(withTap({ chosen: ['a', 'b'] }, 'c', 2)).toBeUndefined();
  expect(mostText(2)).toBe('最多选 2 人，先去掉一位');
});

test('exactly so many or none', () => {
  const exactly = { kind: 'exactly', names: 3 } as const;
  expect(shortText(exactly, 1)).toBe('还差 2 位：要么选满 3 人，要么一个都不选。');
  expect([shortText(exactly, 0), shortText(exactly, 3)]).toEqual(['', '']);
  expect(shortText({ kind: 'up-to', names: 3 }, 1)).toBe('');
});

test('what is asked once more names who is voted for, or that it is a blank one', () => {
  expect(confirmingOf(aShownPoll(), ['高远', '许文静'])).toEqual({
    title: '投给这 2 位',
    names: [
      { initial: '许', name: '许文静' },
      { initial: '高', name: '高远' },
    ],
    note: '',
  });
  expect(confirmingOf(aShownPoll(), [])).toMatchObject({
    title: '投一张空白票',
    note: '一个人都不选，也算投了一票。',
  });
});

test('each is told whether they are on the roll', () => {
  expect(onRollText(aShownPoll(), aMe(), NOW_MS)).toBe('你在名册里，这 30 人里有你。');
  expect(onRollText(aShownPoll({ mine: 'not-on-roll' }), ofOffice(), NOW_MS)).toMatch(
    /^这是别的支部的投票.*名册是 周二 3月10日 13:00 固定的，有疑问找组织委员。$/u,
  );
});

test.each([
  [
    'a probationary member',
    aMe({ roles: ['probationary-member'] }),
    '你是预备党员，这次没有表决权。',
  ],
  ['who came after the opening', aMe(), '名册在投票开始时固定，那时你还不在里面，这次没有表决权。'],
  ['the committee office', ofOffice(), '这是别的支部的投票，你以党委工作部的身份看，没有表决权。'],
])('%s reads their own reason for having no vote', (_who, me, words) => {
  expect(shown({ mine: 'not-on-roll' }, none, me)).toMatchObject({
    own: `${words}候选人和事迹都能看。`,
  });
});

test('R-324 the poll of another branch says whose it is', () => {
  expect(shown()).toMatchObject({ branch: '' });
  expect(shown({ branchName: '燃料支部' })).toMatchObject({ branch: '燃料支部 · 2月之星' });
});

test('R-353 beside whoever was put back on the ballot stands that they were struck off, and by whom they are back', () => {
  const candidates = aShownPoll().candidates.map((each, at) =>
    at === 0 ? { ...each, putBack: { byName: '周立新' } } : each,
  );
  expect(shown({ candidates })).toMatchObject({
    cards: expect.arrayContaining([
      expect.objectContaining({
        candidateId: candidates[0]?.candidateId,
        note: '上一轮划掉过，周立新放回了选票。',
        canChoose: true,
      }),
    ]),
  });
});

test('a ballot that comes after the poll was called off reads that, and no ballot that comes after its end does', () => {
  const of = (state: Poll['state']) =>
    refusedText(
      { kind: 'known', output: aShownPoll({ state }), asOfAtMs: null },
      'poll-over',
      'over',
    );
  expect(of('cancelled')).toMatch(/^投票刚刚取消了，这张没有投出去/u);
  expect(of('closed')).toBe('over');
  expect(refusedText({ kind: 'loading' }, 'poll-over', 'over')).toBe('over');
});
