import type { QuestionCheck } from '../../../../../contract/content/question-bank';
import {
  importedText,
  toBankView,
  toCheckView,
  withChoice,
  type BankPage,
} from '../../../../../miniprogram/packages/contest-office/bank/bank.view';
import {
  begun,
  roomIn,
  withPicked,
} from '../../../../../miniprogram/packages/contest-office/edit/contest-form';
import { TEST_START_MS } from '../../../../worlds/test-cloud';

const question = (questionId: string, kind: 'single' | 'newer' = 'single') => ({
  questionId,
  kind,
  text: `问 ${questionId}`,
  options: ['a', 'b'].map((optionId) => ({ optionId, text: optionId, isRight: optionId === 'a' })),
  why: '因为',
});
const page: BankPage = {
  total: 2,
  questions: [question('one'), question('two', 'newer')],
  nextCursor: null,
};
const known = { kind: 'known', output: page, asOfAtMs: null } as const;

test('a row says its kind and what is right; the button how many are chosen', () => {
  expect(toBankView(known, [], [], 3)).toMatchObject({
    action: '',
    note: '打勾放进竞赛，还能放 3 道',
    rows: [{ note: '选一个 · a', isChosen: false }, { note: '升级后查看 · a' }],
  });
  const chosen = withChoice([], page.questions[0], true, 1);
  expect(toBankView(known, [], chosen, 0)).toMatchObject({
    action: '放进竞赛（1 道）',
    note: '竞赛里的题已经满了',
  });
});

test('what was chosen takes the place of what nobody has written, and stands once', () => {
  let ids = 0;
  const form = begun(() => `id-${(ids += 1)}`, TEST_START_MS);
  expect(roomIn(form)).toBe(20);
  const picked = withChoice([], page.questions[0], true, 20);
  const once = withPicked(form, picked);
  expect(withPicked(once, picked).questions.map(({ questionId }) => questionId)).toEqual(['one']);
  expect(roomIn(once)).toBe(19);
});

test('a choice is of a question that can be used, within the room, and outlasts the list', () => {
  const [one, newer] = page.questions;
  const chosen = withChoice([], one, true, 1);
  expect(chosen.map(({ questionId }) => questionId)).toEqual(['one']);
  expect(withChoice(chosen, question('three'), true, 1)).toEqual(chosen);
  expect(withChoice([], newer, true, 1)).toEqual([]);
  expect(withChoice(chosen, one, false, 1)).toEqual([]);
  const other = { ...known, output: { ...page, questions: [question('three')] } };
  expect(toBankView(other, [], chosen, 0)).toMatchObject({ action: '放进竞赛（1 道）' });
});

test('a question that is written already, with the same words, is not taken twice', () => {
  const form = begun(() => 'an-id', TEST_START_MS);
  const written = {
    ...form,
    questions: [{ ...question('mine'), kind: 'single' as const, text: '问  one。' }],
  };
  const picked = withChoice([], page.questions[0], true, 20);
  const changed = { ...form, questions: picked.map((one) => ({ ...one, text: '改过的' })) };
  expect(withPicked(changed, picked).questions).toEqual(changed.questions);
  expect(withPicked(written, picked).questions.map(({ questionId }) => questionId)).toEqual([
    'mine',
  ]);
});

const check: QuestionCheck = {
  sheetName: '题目',
  lines: 3,
  known: 1,
  problems: [],
  fresh: [{ line: 2, kind: 'single', text: '问', right: '停' }],
  planId: 'abcdef12',
};

test('what a list brings is shown before it is written; with a fault nothing can be', () => {
  expect(toCheckView(check)).toMatchObject({
    about: '题目，3 行，1 道题库里已经有，照旧不改',
    verdict: '1 道新题可以写入',
    action: '写进题库（1 道）',
  });
  const problems = [{ line: 4, text: '', code: 'text-missing' as const }];
  expect(toCheckView({ ...check, problems, planId: null })).toMatchObject({
    hasProblems: true,
    problems: [{ line: '第 4 行', text: '（没有题目）' }],
    action: '',
  });
  expect(toCheckView({ ...check, known: 3, fresh: [] }).action).toBe('');
  expect([3, 0].map(importedText)).toEqual(['写进题库 3 道', '这些题都在题库里了']);
});
