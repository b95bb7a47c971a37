import {
  afterReply,
  chosenAfter,
  firstOpen,
  handInQuestion,
  toView,
  type AnswerState,
} from '../../../../../miniprogram/packages/contest/answer/answer.view';
import { aShownContest } from '../../../../builders/phone/contests';
import { TEST_START_MS } from '../../../../worlds/test-cloud';

const contest = aShownContest();
const [one] = contest.questions;
const answer = (questionId: string) => ({ questionId, chosen: ['a'], atMs: 1 });
const state = (rest: Partial<AnswerState> = {}): AnswerState => {
  return { contest, answers: [], index: 0, waiting: 0, ...rest };
};

test('one question a screen: what is chosen, how far it is, and the last hands in', () => {
  expect(toView(state(), TEST_START_MS)).toMatchObject({
    action: '先空着，下一题',
    bars: ['now', 'todo'],
    until: '到今天 14:00，不计时',
  });
  const answered = toView(state({ answers: [answer('one')] }), TEST_START_MS);
  expect(answered).toMatchObject({ action: '下一题', options: [{ isChosen: true }, {}] });
  const last = toView(state({ answers: [answer('one')], index: 1 }), TEST_START_MS);
  expect(last).toMatchObject({ action: '交卷', bars: ['done', 'now'], hasBefore: true });
});

test('what another phone has answered counts here too, of one question the later', () => {
  const mine = state({ answers: [{ ...answer('one'), atMs: 3 }] });
  const theirs = [{ ...answer('one'), chosen: ['b'] }, answer('two')];
  const after = afterReply(mine, { answers: theirs });
  expect(after.answers).toEqual([{ ...answer('one'), atMs: 3 }, answer('two')]);
  expect(handInQuestion(mine).content).toMatch(/^还有 1 题没答/u);
  expect(handInQuestion(after).content).not.toMatch(/没答/u);
});

test('what waits for a network says so', () => {
  expect(toView(state({ waiting: 2 }), TEST_START_MS)).toMatchObject({
    note: '网络不通，2 题存在手机里，有网时送出',
    isWaiting: true,
  });
});

test('without questions there is nothing to answer', () => {
  expect(toView(state({ contest: { ...contest, questions: [] } }), TEST_START_MS).kind).toBe(
    'not-yours',
  );
});

test('of one right option another takes its place, of several each is for itself', () => {
  if (one === undefined) throw new Error('no question');
  expect(chosenAfter(one, ['a'], 'b')).toEqual(['b']);
  const several = { ...one, kind: 'several' as const };
  expect(chosenAfter(several, ['a'], 'b')).toEqual(['a', 'b']);
  expect(chosenAfter(several, ['a', 'b'], 'a')).toEqual(['b']);
});

test('it goes on with the first that is open, and with the last where none is', () => {
  expect(firstOpen(contest.questions, [answer('one')])).toBe(1);
  expect(firstOpen(contest.questions, [answer('one'), answer('two')])).toBe(1);
});

test('before handing in it is said how many are left', () => {
  expect(handInQuestion(state({ answers: [answer('one')] })).content).toMatch(/^还有 1 题没答/u);
  expect(handInQuestion(state({ answers: [answer('one'), answer('two')] })).content).toMatch(
    /^交了就不能再改/u,
  );
});
