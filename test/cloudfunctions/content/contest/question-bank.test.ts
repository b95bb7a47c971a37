import { contestForm, publishContest } from '../../../../contract/content/contest-writing';
import {
  checkQuestions,
  dropQuestion,
  importQuestions,
  MOST_IN_BANK,
  questionBank,
} from '../../../../contract/content/question-bank';
import { MS_PER_MINUTE } from '../../../../domain/time/local-day';
import { aBankQuestion, aQuestion } from '../../../builders/contests';
import { aSheet, aTextSheet, withSheetXml } from '../../../builders/sheets';
import { useContestWorld } from '../../../worlds/contest-world';

const world = useContestWorld();
const secretary = () => world.phone('secretary');
const HEAD = ['题型', '题目', '选项A', '选项B', '选项C', '答案', '解析'];
const GOOD = [
  ['单选', '监护人离开怎么办', '停', '接着干', '', 'A', '没人看着'],
  ['', '哪些要停', '换地点', '换人', '换扳手', 'A、B', '措施变了'],
  ['判断', '能代签', '', '', '', '错', '谁也不能代签'],
];
const listOf = (...rows: string[][]) =>
  Buffer.from(aTextSheet([['某某题库'], HEAD, ...rows])).toString('base64');
const check = (content: string) => secretary().get(checkQuestions, { content });
const bank = async () => (await secretary().get(questionBank, {})).questions;

test('a list is shown, nothing is written; what was shown is written whole, once', async () => {
  const content = listOf(...GOOD);
  const shown = await check(content);
  expect(shown).toMatchObject({ lines: 3, known: 0, problems: [] });
  expect(shown.fresh.map(({ line, kind, right }) => [line, kind, right])).toEqual([
    [3, 'single', '停'],
    [4, 'several', '换地点；换人'],
    [5, 'true-false', '不对'],
  ]);
  expect(await bank()).toEqual([]);
  const writing = { content, planId: shown.planId ?? '' };
  expect(await secretary().get(importQuestions, writing)).toEqual({ added: 3 });
  expect(await secretary().get(importQuestions, writing)).toEqual({ added: 0 });
  expect(await bank()).toHaveLength(3);
  expect(await check(content)).toMatchObject({ known: 3, fresh: [] });
});

test.each([
  ['the options say which letter is right', ['判断', '甲', '错', '对', '', 'A', 'w'], '不对'],
  ['the second letter, likewise', ['判断', '甲', '错误', '正确', '', 'b', 'w'], '对'],
  ['without options A is right', ['判断题', '甲', '', '', '', 'A', 'w'], '对'],
  ['a cell that Excel takes for a truth', ['判断', '甲', '', '', '', 'false', 'w'], '不对'],
  ['without a kind right and wrong are judged', ['', '甲', '', '', '', '错', 'w'], '不对'],
])('what is true or false: %s', async (_, row, right) => {
  const { problems, fresh } = await check(listOf(row));
  expect(problems).toEqual([]);
  expect(fresh).toMatchObject([{ kind: 'true-false', right }]);
});

test('options that say something else, and a column that is not there, are no guess', async () => {
  const { problems } = await check(listOf(['判断', '甲', '能', '不能', '', 'A', 'w']));
  expect(problems).toMatchObject([{ code: 'right-unknown' }]);
  const head = ['题目', '选项A', '选项C', '答案', '解析'];
  const rows = aTextSheet([head, ['甲', 'a', 'c', 'B', 'w']]);
  const gap = await check(Buffer.from(rows).toString('base64'));
  expect(gap.problems).toMatchObject([{ code: 'option-gap' }]);
});

test('as long as a line has a fault none is written, and each is named with its line', async () => {
  const content = listOf(
    ...GOOD,
    ['问答', '第四', 'a', 'b', '', 'A', 'w'],
    ['', '第五', 'a', 'b', '', 'D', 'w'],
  );
  const shown = await check(content);
  expect(shown.problems).toEqual([
    { line: 6, text: '第四', code: 'kind-unknown' },
    { line: 7, text: '第五', code: 'right-unknown' },
  ]);
  expect(shown.planId).toBeNull();
  const forced = await secretary().call(importQuestions, { content, planId: 'a'.repeat(30) });
  expect(forced).toMatchObject({ ok: false, code: 'bank-changed' });
  expect(await bank()).toEqual([]);
});

test('what changed since it was shown is shown again', async () => {
  const content = listOf(...GOOD);
  const { planId } = await check(content);
  const one = listOf(GOOD[0] ?? []);
  await secretary().get(importQuestions, { content: one, planId: (await check(one)).planId ?? '' });
  const reply = await secretary().call(importQuestions, { content, planId: planId ?? '' });
  expect(reply).toMatchObject({ ok: false, code: 'bank-changed' });
  expect(await bank()).toHaveLength(1);
});

test.each([
  ['no workbook', async () => Buffer.from('题目,答案'), 'not-xlsx'],
  [
    'a list without answers',
    async () =>
      aTextSheet([
        ['题目', '选项A'],
        ['x', 'y'],
      ]),
    'columns-missing',
  ],
  ['a heading alone', async () => aTextSheet([HEAD]), 'no-lines'],
  [
    'more lines than one call takes',
    async () => aTextSheet([HEAD, ...Array.from({ length: 201 }, (_, at) => ['', `${at}`])]),
    'too-many-lines',
  ],
  [
    'answers that are calculated',
    async () =>
      withSheetXml(await aSheet([HEAD, GOOD[0] ?? []]), (xml) =>
        xml.replace(/(<c r="F2"[^>]*>)/u, '$1<f>1+1</f>'),
      ),
    'formulas',
  ],
])('%s is refused with its reason', async (_, file, code) => {
  const content = Buffer.from(await file()).toString('base64');
  expect(await secretary().call(checkQuestions, { content })).toMatchObject({ ok: false, code });
});

test('a hostile text in a list is refused whole', async () => {
  const content = listOf(...GOOD, ['', '第四', 'a', 'b', '', 'A', '假违法词']);
  const { planId } = await check(content);
  const reply = await secretary().call(importQuestions, { content, planId: planId ?? '' });
  expect(reply).toMatchObject({ ok: false, code: 'words-refused' });
  expect(await bank()).toEqual([]);
});

test('what is published goes into the bank once; dropped from it, the contest keeps it', async () => {
  const contestId = await world.coming();
  await world.coming();
  const questions = await bank();
  expect(questions).toHaveLength(3);
  for (const { questionId } of questions) {
    await secretary().get(dropQuestion, { questionId });
    await secretary().get(dropQuestion, { questionId });
  }
  expect(await bank()).toEqual([]);
  expect((await secretary().get(contestForm, { contestId })).questions).toHaveLength(3);
  expect((await world.phone('foreign-secretary').get(questionBank, {})).total).toBe(0);
});

test('an answer that is put right and published again is right in the bank, whatever repeats the first', async () => {
  const wrong = await world.coming({ questions: [aQuestion('q1', { why: 'wrong' })] });
  expect(await bank()).toMatchObject([{ why: 'wrong' }]);
  await world.later(MS_PER_MINUTE);
  await world.coming({ questions: [aQuestion('q9', { text: 'what of  q1。', why: 'right' })] });
  expect(await bank()).toMatchObject([{ why: 'right' }]);
  await world.later(MS_PER_MINUTE);
  await secretary().get(publishContest, { contestId: wrong, revision: 1 });
  expect(await bank()).toMatchObject([{ why: 'right' }]);
});

test('what is published fills the bank up to its limit and no further', async () => {
  const full = Array.from({ length: MOST_IN_BANK - 1 }, (_, at) =>
    aBankQuestion('branch-1', `number ${at}`),
  );
  await world.plant('bank_questions', ...full);
  await world.coming();
  expect((await secretary().get(questionBank, {})).total).toBe(MOST_IN_BANK);
  const content = listOf(...GOOD);
  const writing = { content, planId: (await check(content)).planId ?? '' };
  const reply = await secretary().call(importQuestions, writing);
  expect(reply).toMatchObject({ ok: false, code: 'bank-full' });
});

test('publishing what the bank has is as many requests however many questions there are', async () => {
  const publishing = async (count: number) => {
    const questions = Array.from({ length: count }, (_, at) => aQuestion(`q${at}`));
    await world.coming({ questions });
    await world.cloud.host.reload('content');
    world.cloud.counts.reset();
    await world.coming({ questions });
    return world.cloud.counts.total;
  };
  expect(await publishing(20)).toBe(await publishing(1));
});
