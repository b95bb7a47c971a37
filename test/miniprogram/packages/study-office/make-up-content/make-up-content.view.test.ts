import * as v from 'valibot';
import { MakeUpContent, MOST_QUESTIONS } from '../../../../../contract/study/make-up-shapes';
import * as questions from '../../../../../miniprogram/components/questions/question-form';
import * as change from '../../../../../miniprogram/packages/study-office/make-up-content/content-form';
import {
  faultsOf,
  toContentView,
} from '../../../../../miniprogram/packages/study-office/make-up-content/make-up-content.view';

let ids = 0;
const newId = () => {
  ids += 1;
  return `id-${ids}`;
};
beforeEach(() => {
  ids = 0;
});

const EMPTY: change.ContentForm = { revision: 0, pieces: [], questions: [] };
const begun = () => change.begun(EMPTY, newId);
const withQuestion = () => questions.withQuestion(begun(), newId, MOST_QUESTIONS);
const question = (form: change.ContentForm) => {
  const [first] = form.questions;
  if (first === undefined) throw new Error('no question');
  return first;
};

it('begins with one piece, and with what was saved where there is something', () => {
  expect(begun().pieces).toHaveLength(1);
  expect(change.begun(begun(), newId).pieces).toHaveLength(1);
});

it('what is written is what the contract takes', () => {
  const form = begun();
  const pieceId = form.pieces[0]?.pieceId ?? '';
  const written = change.changedPiece(form, pieceId, { title: '先看什么', text: '先看票。' });
  expect(v.is(MakeUpContent, change.toContent(written))).toBe(true);
  const url = ' https://example.com/a ';
  const link = change.changedPiece(written, pieceId, { kind: 'link', url });
  expect(change.toContent(link).pieces[0]).toMatchObject({ url: 'https://example.com/a' });
});

it('what only a newer version knows is not taken for changing', () => {
  const piece = { pieceId: 'p', title: '', minutes: 4 };
  const known = { pieces: [{ ...piece, kind: 'text' as const, text: '' }], questions: [] };
  expect(change.formOf(known, 2)).toMatchObject({ revision: 2 });
  const newer = { pieces: [{ ...piece, kind: 'newer' as const }], questions: [] };
  expect(change.formOf(newer, 2)).toBeUndefined();
});

it('eight pieces and eight questions are the most, two to six options', () => {
  let form = begun();
  for (let count = 0; count < 10; count += 1) {
    form = questions.withQuestion(change.withPiece(form, newId), newId, MOST_QUESTIONS);
  }
  expect([form.pieces.length, form.questions.length]).toEqual([8, 8]);
  expect(toContentView(form, '')).toMatchObject({ canAddPiece: false, canAddQuestion: false });
  let asked = question(form);
  for (let count = 0; count < 9; count += 1) asked = questions.withOption(asked, newId);
  expect(asked.options).toHaveLength(6);
  for (const { optionId } of asked.options) asked = questions.withoutOption(asked, optionId);
  expect(asked.options).toHaveLength(2);
});

it('says at each field what is missing', () => {
  const form = withQuestion();
  const piece = form.pieces[0]?.pieceId ?? '';
  const asked = question(form).questionId;
  expect(Object.keys(faultsOf(form)).sort()).toEqual(
    [`${piece}-title`, `${piece}-text`, `${asked}-text`, `${asked}-options`, `${asked}-why`].sort(),
  );
  const long = questions.changedQuestion(form, asked, (each) => ({
    ...each,
    text: '长'.repeat(121),
    why: '长'.repeat(301),
  }));
  expect(faultsOf(long)[`${asked}-text`]).toBe('最多 120 字，删掉 1 字再交。');
  expect(faultsOf(long)[`${asked}-why`]).toBe('最多 300 字，删掉 1 字再交。');
  const none = questions.changedQuestion(form, asked, (each) => ({
    ...each,
    options: each.options.map((option) => ({ ...option, text: '好', isRight: false })),
  }));
  expect(faultsOf(none)[`${asked}-options`]).toBe('点一下对的选项。');
});
