import {
  faultsOf,
  toView,
} from '../../../../../miniprogram/packages/lecture-office/edit/edit.view';
import {
  begun,
  formOf,
  toDraft,
  withAward,
  withJudge,
  withoutCriterion,
  type LectureForm,
} from '../../../../../miniprogram/packages/lecture-office/edit/lecture-form';
import { TEST_START_MS } from '../../../../worlds/test-cloud';

let ids = 0;
const newId = () => `id-${(ids += 1)}`;
const filled = (change: Partial<LectureForm> = {}): LectureForm => ({
  ...begun(newId, TEST_START_MS),
  title: '微党课',
  criteria: [{ criterionId: 'c', title: '联系实际', text: '身边的事', points: '60' }],
  judgeIds: ['a', 'b', 'c'],
  ...change,
});
const criterion = { criterionId: 'd', title: '讲得准', text: '出处', points: '40' };

test.each([
  ['nothing wrong', {}, []],
  ['no title', { title: '' }, ['title']],
  ['judged before it is over', { judgeDay: '2025-03-06' }, ['window']],
  ['no points', { criteria: [{ ...criterion, points: '0' }] }, ['d-points']],
  ['a long text', { criteria: [{ ...criterion, text: '长'.repeat(201) }] }, ['d-text']],
  ['no text', { criteria: [{ ...criterion, text: ' ' }] }, ['d-text']],
  ['one thing twice', { criteria: [criterion, { ...criterion, criterionId: 'e' }] }, ['e-title']],
  ['an award without a name', { awards: [{ name: '', places: 1 }] }, ['awards']],
  ['two judges', { judgeIds: ['a', 'b'] }, ['judges']],
])('%s', (_, change, faults) => {
  expect(Object.keys(faultsOf(filled(change), TEST_START_MS))).toEqual(faults);
});

test('what is typed is what is sent, and comes back as it was', () => {
  const form = filled({ tieCriterionId: 'c' });
  expect(formOf(form.contestId, 0, toDraft(form))).toEqual(form);
});

test('awards are named as usual, a judge stands once, and a criterion that goes decides no tie', () => {
  const { awards } = withAward(withAward(filled()));
  expect(awards.map(({ name }) => name)).toEqual(['一等奖', '二等奖', '三等奖']);
  expect(withJudge(filled(), 'a').judgeIds).toHaveLength(3);
  expect(withoutCriterion(filled({ tieCriterionId: 'c' }), 'c').tieCriterionId).toBe('');
});

test('who judges already is not offered again', () => {
  const people = ['a', 'z'].map((memberId) => ({ memberId, name: memberId }));
  const view = toView(filled(), people, TEST_START_MS);
  expect(view.candidates).toEqual(['选一位', 'z']);
  expect(view.judges.map(({ name }) => name)).toContain('已经不在支部的人');
});
