import type { RosterCheck } from '../../../../../contract/branch/roster-import';
import { LIST_PROBLEMS } from '../../../../../domain/people/roster-list';
import { toProblemRow } from '../../../../../miniprogram/packages/branch-office/roster-import/problem.view';
import {
  applyQuestion,
  isSameCheck,
  toCheckView,
  toDoneView,
} from '../../../../../miniprogram/packages/branch-office/roster-import/roster-import.view';
import { at } from '../../../../builders/phone/study';
import { MOST_BYTES, sentFor } from '../../../set-data';

const place = (crewName: string | null, standing: 'member' | 'probationary-member' = 'member') => ({
  groupName: null,
  crewName,
  standing,
});
const PROBLEM = {
  line: 21,
  name: '方一舟',
  code: 'number-twice',
  written: 'QY10427',
  other: '周立新',
} as const;

function aCheck(rest: Partial<RosterCheck> = {}): RosterCheck {
  return {
    fileName: '运行支部花名册-3月.xlsx',
    sheetName: '3月',
    nowMs: at('10:28'),
    lines: 36,
    unused: [],
    counts: { problems: 0, same: 30, changed: 4, fresh: 2, leaving: 1, present: 35 },
    problems: [],
    fresh: [
      { line: 2, name: '方一舟', place: place('三值', 'probationary-member'), isBack: false },
      { line: 3, name: '秦岚', place: place(null), isBack: true },
    ],
    changed: ['马俊', '高远', '甲', '乙'].map((name, index) => ({
      line: 10 + index,
      name,
      before: place('五值'),
      place: place('一值'),
    })),
    leaving: [{ memberId: 'm1', name: '魏书林', place: place(null), canLeave: true }],
    planId: 'abcdef12',
    ...rest,
  };
}

const FIRST = { isUnfolded: false, from: 0 };

test('a list without faults says what it changes, and can be written', () => {
  const view = toCheckView(aCheck(), [], FIRST);
  expect(view).toMatchObject({
    about: '36 行 · 第 1 张表“3月” · 10:28 读完',
    verdict: '36 行都没问题，现在还没写入',
    sum: '35 人 → 37 人',
    adding: '30 + 4 + 2 = 36 行。不在表里的 1 人不会自己离开。',
    apply: '写入 36 行',
    more: '',
  });
  expect(view.fresh.map(({ what }) => what)).toEqual([
    '预备党员，没有表决权',
    '以前在册，记录一起接上',
  ]);
  expect(view.changed[0]?.what).toBe('值 五值 → 一值，今天起');
});

test('who is ticked leaves, and the sum follows', () => {
  const view = toCheckView(aCheck(), ['m1'], FIRST);
  expect(view.sum).toBe('35 人 → 36 人');
  expect(view.leaving).toMatchObject([
    { isTicked: true, what: '勾上就离开，马上进不来，记录都留着' },
  ]);
  expect(applyQuestion(aCheck(), 1).content).toBe(
    '新来 2 人，有变 4 人，离开 1 人，马上进不来。要么全写入，要么一行不写。',
  );
});

test('with faults nothing can be written, and the sum counts them', () => {
  const counts = { problems: 3, same: 27, changed: 4, fresh: 2, leaving: 0, present: 35 };
  const also = [{ code: 'unknown-standing' as const, written: '正式', other: '' }];
  const view = toCheckView(
    aCheck({ counts, problems: [{ ...PROBLEM, also }], planId: null }),
    [],
    FIRST,
  );
  expect(view).toMatchObject({
    verdict: '有 3 行要改，现在一行都没写入',
    verdictNote: '另外 33 行没问题。改好再传一次，36 行一起写入。',
    adding: '27 + 4 + 2 + 3 = 36 行，要改的 3 行也算在里面。',
    moreProblems: '还有 2 行要改，往后翻，或在标出问题的表里看。',
    apply: '',
  });
  expect(view.problems).toEqual([
    {
      key: '21',
      line: '21',
      name: '方一舟',
      faults: [
        { what: '工号 QY10427 和周立新重了', how: '看员工卡，核对两人的工号' },
        { what: '身份写成“正式”', how: '写“党员”或“预备党员”' },
      ],
    },
  ]);
});

test('a list that changes nothing is not written', () => {
  const counts = { problems: 0, same: 36, changed: 0, fresh: 0, leaving: 1, present: 37 };
  const check = aCheck({ counts, fresh: [], changed: [] });
  expect(toCheckView(check, [], FIRST).apply).toBe('');
  expect(toCheckView(check, ['m1'], FIRST).apply).toBe('写入 36 行');
});

test('long lists are folded', () => {
  const changed = Array.from({ length: 12 }, (_, index) => ({
    line: index,
    name: `N${index}`,
    before: place('一值'),
    place: place('二值'),
  }));
  const counts = { problems: 0, same: 0, changed: 12, fresh: 2, leaving: 0, present: 20 };
  const check = aCheck({ changed, counts });
  const folded = toCheckView(check, [], FIRST);
  expect([folded.changed.length, folded.more]).toEqual([5, '再列 7 人']);
  const open = toCheckView(check, [], { isUnfolded: true, from: 0 });
  expect([open.changed.length, open.more, open.turns]).toEqual([12, '', null]);
});

test('of lists that are longer than one answer every name is reached by turning', () => {
  const counts = { problems: 0, same: 0, changed: 4, fresh: 450, leaving: 1, present: 5 };
  const turns = (from: number) =>
    toCheckView(aCheck({ counts }), [], { isUnfolded: true, from }).turns;
  expect(turns(0)).toEqual({
    text: '名单长，每类一次列 200 个，这是第 1–200 个',
    before: null,
    behind: 200,
  });
  expect(turns(200)).toMatchObject({ before: 0, behind: 400 });
  expect(turns(400)).toMatchObject({
    text: '名单长，每类一次列 200 个，这是第 401–450 个',
    before: 200,
    behind: null,
  });
});

test.each([...LIST_PROBLEMS, 'newer' as const])(
  'a %s says what is wrong and what to do',
  (code) => {
    const [fault] = toProblemRow({ ...PROBLEM, code }).faults;
    expect(fault?.what).not.toBe('');
    expect(fault?.how).not.toBe('');
  },
);

test('a person in two lines is told as that', () => {
  const twice = { ...PROBLEM, other: '方一舟' };
  expect(toProblemRow(twice)).toMatchObject({
    faults: [{ what: '方一舟写了两行', how: '留一行，另一行删掉' }],
  });
});

test('what was done names those whom somebody else has changed', () => {
  const done = toDoneView({ added: 1, changed: 0, left: 0, overtaken: ['马俊', '高远'] });
  expect(done.lines).toEqual([
    '新来 1 人，有变 0 人，离开 0 人',
    '新来的人拿到邀请码，绑定微信后就能用',
    '刚好有人在改 马俊、高远，这几位按那边改的为准，到名册里看一眼',
  ]);
});

test('two hundred of each kind with long names go to the page in pieces below 25 KB', () => {
  const many = <T>(of: (index: number) => T) =>
    Array.from({ length: 200 }, (_, index) => of(index));
  const name = '阿不都热合曼·买买提江·艾力';
  const counts = { problems: 1000, same: 0, changed: 0, fresh: 1000, leaving: 1000, present: 1000 };
  const check = aCheck({
    ...{ counts, planId: null, lines: 2000 },
    problems: many((line) => ({ ...PROBLEM, line, name })),
    fresh: many((line) => ({ line, name, place: place('三值'), isBack: false })),
    leaving: many((index) => ({
      memberId: `m${index}`,
      name,
      place: place('一值'),
      canLeave: true,
    })),
  });
  const view = toCheckView(check, [], { isUnfolded: true, from: 0 });
  const { bytes, last } = sentFor(view);
  expect(bytes.length).toBeGreaterThan(1);
  expect(Math.max(...bytes)).toBeLessThan(MOST_BYTES);
  expect(last).toEqual(view);
});

test('a roster that changed between two looks is another check, also where lines are to be put right', () => {
  const broken = (changed: number) =>
    aCheck({
      counts: { problems: 1, same: 30, changed, fresh: 2, leaving: 1, present: 35 },
      planId: null,
    });
  expect(isSameCheck(broken(4), broken(4))).toBe(true);
  expect(isSameCheck(broken(4), broken(5))).toBe(false);
  expect(isSameCheck(aCheck({ planId: 'one' }), aCheck({ planId: 'two' }))).toBe(false);
});
