import {
  faultsOf,
  formOf,
  toMarks,
  toView,
  type Lecture,
} from '../../../../../miniprogram/packages/lecture/mark/mark.view';
import { TEST_START_MS } from '../../../../worlds/test-cloud';

const lecture: Lecture = {
  nowMs: TEST_START_MS,
  lectureId: 'l',
  title: '先锋岗',
  outline: '三点',
  minutes: 15,
  source: null,
  name: '钱七',
  state: 'judging',
  judgeByMs: TEST_START_MS,
  criteria: [{ criterionId: 'c', title: '联系实际', text: '身边的事', points: 60 }],
  isWithdrawn: false,
  aside: null,
  mine: null,
  others: [],
};
const closed = (change: Partial<Lecture>): string => {
  const output = { ...lecture, ...change };
  return toView(output, formOf(output), TEST_START_MS).closed;
};

test.each([
  ['while it is judged nothing', {}, ''],
  ['withdrawn', { isWithdrawn: true }, '这份讲稿撤回了，不用评。'],
  ['with a stake', { aside: '师徒' }, '你说了和这份有关系，不评：师徒'],
  ['over without marks', { state: 'judged' }, '评完了，你没有评这份。'],
  ['called off', { state: 'called-off' }, '这次竞赛不办了，不用评。'],
  ['too early', { state: 'entering' }, '还在报讲稿，报名结束以后再评。'],
] as const)('what keeps a judge from marking: %s', (_, change, text) => {
  expect(closed(change)).toBe(text);
});

test.each([
  ['', '好', ['c-points']],
  ['61', '好', ['c-points']],
  ['5.5', '好', ['c-points']],
  ['60', ' ', ['c-reason']],
  ['60', '长'.repeat(201), ['c-reason']],
  ['0', '没讲到', []],
])('points “%s” because of “%s”', (points, reason, faults) => {
  const form = { insteadOfAtMs: null, marks: [{ criterionId: 'c', points, reason }] };
  expect(Object.keys(faultsOf(lecture, form))).toEqual(faults);
});

test('marks that were given come back to be changed', () => {
  const marks = [{ criterionId: 'c', points: 50, reason: '好' }];
  const form = formOf({ ...lecture, mine: { atMs: 7, marks } });
  expect(form.insteadOfAtMs).toBe(7);
  expect(toMarks(form)).toEqual(marks);
});
