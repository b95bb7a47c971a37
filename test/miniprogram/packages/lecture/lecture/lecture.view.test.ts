import {
  toView,
  type LectureContent,
  type LectureContest,
} from '../../../../../miniprogram/packages/lecture/lecture/lecture.view';
import { MS_PER_DAY } from '../../../../../domain/time/local-day';
import { TEST_START_MS } from '../../../../worlds/test-cloud';

const contest: LectureContest = {
  nowMs: TEST_START_MS,
  contestId: 'one',
  branchId: 'own',
  title: '微党课',
  state: 'entering',
  startAtMs: TEST_START_MS,
  endAtMs: TEST_START_MS + MS_PER_DAY,
  judgeByMs: TEST_START_MS + 2 * MS_PER_DAY,
  byName: '张三',
  calledOff: null,
  canWrite: false,
  mayEnter: true,
  criteria: [{ criterionId: 'c', title: '联系实际', text: '身边的事', points: 60 }],
  awards: [{ name: '一等奖', places: 1 }],
  tieCriterionId: null,
  judges: [
    { memberId: 'a', name: '李四', relieved: null, hasLeft: false },
    { memberId: 'b', name: '王五', relieved: '出差', hasLeft: false },
    { memberId: 'd', name: '赵六', relieved: null, hasLeft: true },
  ],
  marked: { done: 1, of: 3 },
  entered: 1,
  people: [],
  mine: null,
  toJudge: null,
  instead: [],
};
const mine: NonNullable<LectureContest['mine']> = {
  lectureId: 'l',
  title: '先锋岗',
  outline: '三点',
  minutes: 15,
  source: null,
  revision: 1,
  isWithdrawn: false,
  isShared: false,
  result: null,
};
const view = (change: Partial<LectureContest> = {}): LectureContent => {
  const shown = toView(
    { kind: 'known', output: { ...contest, ...change }, asOfAtMs: null },
    TEST_START_MS,
  );
  if (shown.kind !== 'content') throw new Error(shown.kind);
  return shown;
};

test('while lectures are taken in one is entered, changed once it is in, and entered again once withdrawn', () => {
  expect(view().action).toBe('报一份讲稿');
  expect(view({ mine }).action).toBe('改我的讲稿');
  expect(view({ mine: { ...mine, isWithdrawn: true } }).action).toBe('报一份讲稿');
  expect(view({ mayEnter: false }).action).toBe('');
  expect(view({ state: 'judging' }).action).toBe('');
});

test('the rule is told as it will be carried out', () => {
  expect(view().rule).toContain('同分的得一样的奖');
  expect(view({ tieCriterionId: 'c' }).rule).toContain('先比“联系实际”');
});

test('of a judge it is told that they were relieved, or have left; only who writes it relieves one', () => {
  const notes = view().judges.map(({ note }) => note);
  expect(notes).toEqual(['', '不再评：出差', '不在支部了，不再等他的分']);
  expect(view({ canWrite: true }).judges.map(({ canRelieve }) => canRelieve)).toEqual([
    true,
    false,
    true,
  ]);
  expect(view({ canWrite: true, state: 'judged' }).judges[0]?.canRelieve).toBe(false);
});

test('one’s own points stand against all that can be had, and without enough marks there are none', () => {
  const score = { total: 4550, byCriterion: [{ criterionId: 'c', hundredths: 4550 }] };
  const result = { score, award: '一等奖', judgements: [] };
  const judged = view({ state: 'judged', mine: { ...mine, result } });
  expect(judged.result).toMatchObject({ score: '45.5 / 60', note: '一等奖' });
  expect(judged.mine?.canWithdraw).toBe(false);
  const none = { ...mine, result: { ...result, score: null, award: null } };
  expect(view({ state: 'judged', mine: none }).result?.score).toBe('没有分');
});

test('a judge reads how many are left', () => {
  const row = { lectureId: 'l', name: '钱七', title: '先锋岗' };
  const toJudge = [
    { ...row, mine: 'to-mark' as const },
    { ...row, mine: 'marked' as const },
  ];
  expect(view({ state: 'judging', toJudge }).toJudgeNote).toBe('还有 1 份没评');
  expect(view({ state: 'judging', toJudge: toJudge.slice(1) }).toJudgeNote).toBe(
    '都评过了，到时间前还能改',
  );
});
