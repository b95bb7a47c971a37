import {
  firstEnd,
  sheetOf,
  toRunView,
  type PollRun,
} from '../../../../../miniprogram/packages/star-office/run-poll/run-poll.view';
import { localDay } from '../../../../../domain/time/local-day';
import { aMe, ofOffice } from '../../../../builders/phone/me';
import { aCrew, aShownPoll } from '../../../../builders/phone/poll';
import { at, NOW_MS } from '../../../../builders/phone/study';

const today = localDay('2026-03-11');
/** The sums of the picture: 0.5 + 1.5 + 1 of 6, off duty at 14:30, ready at 17:30. */
const short = aCrew('三值', {
  doneMinutes: 180,
  stretchMinutes: [30, 90, 60],
  nextFreeAtMs: at('14:30', today),
  readyAtMs: at('17:30', today),
});
const shown = (run: Partial<PollRun> = {}, me = aMe()) => {
  const output: PollRun = {
    poll: aShownPoll(),
    crews: [aCrew('一值'), short],
    neededMinutes: 360,
    earliestAtMs: at('17:30', today),
    turnout: { kind: 'enough', atMs: at('10:00', today) },
    turnoutNeeded: 16,
    told: 35,
    canOpenNext: false,
    ...run,
  };
  return toRunView({ kind: 'known', output, asOfAtMs: null }, me, NOW_MS);
};

test('the picture: when it may end, who still needs hours and why, and no person', () => {
  expect(shown()).toMatchObject({
    title: '2月之星',
    badge: '进行中',
    earliest: '今天 17:30',
    missing: {
      title: '三值还差 3 小时',
      text: '规则是每个值都要有 6 小时醒着又不在岗。三值开始后只有过 0.5 + 1.5 + 1 = 3 小时。今天 14:30 起再有空，今天 17:30 够数。',
    },
    crews: [
      { name: '一值', text: '够了', width: 100, isShort: false },
      { name: '三值', text: '3 / 6 小时', width: 50, isShort: true },
    ],
    canClose: false,
    wait: '17:30 后可结束',
    told: '延长、取消要写原因，35 人看得到',
    secret: '投给谁，系统没存。谁投了没投，页面上只有本人看得到。',
    canVote: true,
  });
});

test('people without a rota have a name too, and one stretch needs no sum', () => {
  const crew = aCrew(null, {
    doneMinutes: 90,
    stretchMinutes: [90],
    readyAtMs: at('15:00', today),
  });
  expect(shown({ crews: [crew] })).toMatchObject({
    missing: {
      title: '没排班的还差 4.5 小时',
      text: expect.stringContaining('只有过 1.5 小时。现在有空'),
    },
  });
});

test('once all have their hours it can end', () => {
  expect(shown({ crews: [aCrew('一值')], earliestAtMs: NOW_MS })).toMatchObject({
    earliest: '现在就可以结束',
    missing: null,
    canClose: true,
    wait: '',
  });
});

test.each([
  ['is counted', NOW_MS - 1, true, /系统几分钟内计票$/u],
  ['is put off where a crew has not had its hours', NOW_MS + 1, false, /系统几分钟内往后延，/u],
])('what has ended %s; till then nobody changes it', (_, earliestAtMs, canClose, wait) => {
  const poll = aShownPoll({ closesAtMs: NOW_MS });
  expect(shown({ poll, earliestAtMs })).toMatchObject({
    badge: '等计票',
    isOpen: false,
    canClose,
    wait: expect.stringMatching(wait),
    told: '',
    candidates: poll.candidates.map(() => ({ canWithdraw: false })),
  });
});

test.each([
  ['enough', '已经够了', /^10:00 看的，一小时看一次$/u],
  ['not-enough', '还不够', /^10:00 看的，一小时看一次$/u],
  ['not-yet', '整点才看', /^下一个整点/u],
  ['never', '不说', /^名册不到 10 人/u],
] as const)('of the turnout %s is said, and no number of those who voted', (kind, value, note) => {
  const atMs = kind === 'never' || kind === 'not-yet' ? null : at('10:00', today);
  expect(shown({ turnout: { kind, atMs } })).toMatchObject({
    facts: [
      { label: '有表决权', value: '30 人' },
      { label: '计票门槛', value: '16 人' },
      { label: '够不够数', value, note: expect.stringMatching(note) },
    ],
  });
});

test('a candidate can be struck off while it is open', () => {
  const [first, ...rest] = aShownPoll().candidates;
  const candidates = first === undefined ? [] : [{ ...first, isWithdrawn: true }, ...rest];
  expect(shown({ poll: aShownPoll({ candidates }) })).toMatchObject({
    candidates: [
      { canWithdraw: false, note: expect.stringMatching(/^已退出/u) },
      { canWithdraw: true },
      {},
      {},
    ],
  });
});

test('who was struck off, by whom and why stands there', () => {
  const [first, ...rest] = aShownPoll().candidates;
  const withdrawn = { reason: '本人不想参加了', byName: '孙玉兰' };
  const candidates = [{ ...first!, isWithdrawn: true, withdrawn }, ...rest];
  expect(shown({ poll: aShownPoll({ candidates }) })).toMatchObject({
    candidates: [{ note: expect.stringContaining('孙玉兰划掉的：本人不想参加了。') }, {}, {}, {}],
    own: '',
  });
});

test('of one that was called off nothing is said of ballots, and the reason keeps its own end', () => {
  const [first, ...rest] = aShownPoll().candidates;
  const withdrawn = { reason: '名单写错了！', byName: '孙玉兰' };
  const candidates = [{ ...first!, isWithdrawn: true, withdrawn }, ...rest];
  expect(shown({ poll: aShownPoll({ candidates, state: 'cancelled' }) })).toMatchObject({
    candidates: [{ note: '已退出，孙玉兰划掉的：名单写错了！' }, {}, {}, {}],
  });
});

test('an officer who stands or stood can strike off themselves and do nothing else, and reads who does', () => {
  const candidates = aShownPoll().candidates;
  const [{ candidateId: memberId }] = candidates as [(typeof candidates)[0]];
  const me = aMe({ memberId });
  const own =
    '你参加了这次评选，投票不能由你来办，只能划掉你自己。请书记、组织委员里没有参选的来办；都参选了，由党委工作部来办。到了截止时间，系统自己计票。';
  const running = { poll: aShownPoll(), earliestAtMs: NOW_MS, isOwnMatter: true };
  expect(shown(running, me)).toMatchObject({
    candidates: [{ canWithdraw: true }, { canWithdraw: false }, { canWithdraw: false }, {}],
    own,
    canChange: false,
    canClose: false,
    told: '',
    facts: [{ label: '有表决权' }, { label: '计票门槛' }],
  });
  const [first, ...rest] = candidates;
  const left = aShownPoll({ candidates: [{ ...first!, isWithdrawn: true }, ...rest] });
  expect(shown({ poll: left, isOwnMatter: true }, me)).toMatchObject({
    candidates: [{ canWithdraw: false }, { canWithdraw: false }, {}, {}],
    own,
  });
  expect(shown({ ...running, isOwnMatter: false }, aMe())).toMatchObject({
    own: '',
    canChange: true,
    canClose: true,
  });
});

describe('R-281 how many have to vote stands there, and that nothing is told of fewer', () => {
  const usual = { awakeHours: 8, leastShown: 5 };
  const facts = (poll: Parameters<typeof aShownPoll>[0], turnoutNeeded: number) => {
    const view = shown({ poll: aShownPoll(poll), turnoutNeeded });
    return view.kind === 'content' ? view.facts.slice(1) : [];
  };

  test.each([
    [30, 'four-fifths', 24, '不少于有表决权人数的五分之四。不到，什么都不公布'],
    [7, 'more-than-half', 5, '超过有表决权人数的一半，也不少于 5 票。不到，什么都不公布'],
  ] as const)('of %i, %s: %i', (entitled, turnout, needed, note) => {
    const [number, ...others] = facts({ entitled, terms: { ...usual, turnout } }, needed);
    expect(number).toEqual({ label: '计票门槛', value: `${needed} 人`, note });
    expect(others.map(({ label }) => label)).not.toContain('公布票数');
  });

  test('of a poll of before, from when figures are told', () => {
    const terms = { ...usual, leastShown: 25, turnout: 'four-fifths' as const };
    expect(facts({ terms }, 24)).toContainEqual({
      label: '公布票数',
      value: '满 25 票',
      note: '不到就只说结果',
    });
  });
});

test('what was put off and called off stands with its reason', () => {
  const extension = {
    untilAtMs: at('18:00', localDay('2026-03-14')),
    reason: '三值抢修',
    byName: null,
  };
  const cancelled = { reason: '名单有误', byName: '秦明远', atMs: NOW_MS };
  const poll = aShownPoll({ state: 'cancelled', extensions: [extension], cancelled });
  expect(shown({ poll, canOpenNext: true })).toMatchObject({
    badge: '已取消',
    earliest: '',
    crews: [],
    isOpen: false,
    canOpenNext: true,
    nextText: '重新投票',
    changes: [
      { title: '系统延到 周六 3月14日 18:00', note: '三值抢修' },
      { title: '秦明远取消了投票', note: '名单有误' },
    ],
  });
});

test('why a later round was called off stands with the poll that holds', () => {
  const calledOff = [{ round: 2, reason: '名单有误', byName: '秦明远' }];
  const poll = aShownPoll({ state: 'closed', calledOff });
  expect(shown({ poll })).toMatchObject({
    changes: [{ title: '秦明远取消了第 2 轮投票', note: '名单有误' }],
  });
});

test('a new end begins a day later', () => {
  const view = { poll: aShownPoll() } as PollRun;
  expect(firstEnd(view)).toEqual({ day: '2026-03-14', time: '18:00' });
});

test('the committee office reads as what it acts in another branch, nobody else does', () => {
  expect(shown({}, ofOffice())).toMatchObject({
    asOffice: expect.stringMatching(/^你以党委工作部的身份看别的支部的评星/u),
  });
  expect(shown({}, { ...ofOffice(), branchId: 'yunxing' })).toMatchObject({ asOffice: '' });
  expect(shown()).toMatchObject({ asOffice: '' });
});

test('one whose end has passed waits to be counted: nothing of it can be changed any more', () => {
  const ended = { ...aShownPoll(), closesAtMs: NOW_MS };
  expect(shown({ poll: ended, earliestAtMs: NOW_MS - 1 })).toMatchObject({
    badge: '等计票',
    facts: [{ label: '有表决权' }],
    isOpen: false,
    canClose: true,
    canVote: false,
    wait: '已经截止，不能再延长或取消。系统几分钟内计票',
    told: '',
  });
  expect(JSON.stringify(shown({ poll: ended }))).not.toContain('"canWithdraw":true');
});

test('a poll that was ended early says when it ended, and not when it would have', () => {
  const closed = aShownPoll({ state: 'closed', closedAtMs: at('9:05', today) });
  expect(shown({ poll: closed })).toMatchObject({
    span: expect.stringMatching(/3月11日 9:05 截止$/u),
    badge: '已结束',
  });
  const late = aShownPoll({ state: 'closed', closedAtMs: at('18:04', localDay('2026-03-13')) });
  expect(shown({ poll: late })).toMatchObject({ span: expect.stringMatching(/18:00 截止$/u) });
});

test('R-180 whoever strikes off and so ends the poll reads whom, in the title and where it is confirmed', () => {
  const sheet = sheetOf('withdraw', '姚向阳');
  expect(sheet.title).toBe('姚向阳退出');
  expect(sheet.action).toBe('划掉姚向阳，取消这次投票');
  expect(sheetOf('cancel', '').title).toBe('取消投票');
});
