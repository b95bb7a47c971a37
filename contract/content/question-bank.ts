import * as v from 'valibot';
import { QUESTION_PROBLEMS } from '../../domain/content/contest/question-list';
import { QUESTION_KINDS } from '../../domain/study/make-up-quiz';
import { defineAction } from '../action';
import { inBranch } from '../allow';
import { Count, Cursor, Id, Nothing } from '../fields';
import { growing } from '../growing';
import { CONTEST_WRITERS } from '../roles';
import { ShownQuizQuestion } from '../study/make-up-shapes';

const fn = 'content';

/** Of a list as a file, which one call carries whole. docs/rules.md#R-258 */
export const QUESTION_FILE = { bytes: 60_000, lines: 200 } as const;
/** Of a branch. docs/rules.md#R-257 */
export const MOST_IN_BANK = 1000;

/** The questions of a branch, those that came last first. docs/rules.md#R-257 */
export const questionBank = defineAction({
  fn,
  name: 'questionBank',
  allow: inBranch('branch', CONTEST_WRITERS),
  input: v.strictObject({ branchId: v.optional(Id), cursor: v.optional(Cursor) }),
  output: v.strictObject({
    total: Count,
    questions: v.array(ShownQuizQuestion),
    nextCursor: v.nullable(Cursor),
  }),
  errors: [],
});

const Content = v.pipe(
  v.string(),
  v.maxLength((QUESTION_FILE.bytes / 3) * 4),
  v.regex(/^[A-Za-z0-9+/]+={0,2}$/u),
);
const PlanId = v.pipe(v.string(), v.regex(/^[a-f0-9]{8,64}$/u));

/** Why a file is no list of questions. */
const FILE_ERRORS = [
  'not-xlsx',
  'old-or-locked',
  'damaged',
  'too-large-inside',
  /** detail.columns. */
  'columns-missing',
  /** detail.cell, detail.count. */
  'formulas',
  /** detail.cell, detail.count. */
  'merged-cells',
  'no-lines',
  /** detail.lines. */
  'too-many-lines',
] as const;

/** What a file would bring into the bank; nothing is written. docs/rules.md#R-258 */
export const QuestionCheck = v.strictObject({
  sheetName: v.string(),
  lines: Count,
  /** Stand in the bank already. */
  known: Count,
  problems: v.array(
    v.strictObject({ line: Count, text: v.string(), code: growing(QUESTION_PROBLEMS) }),
  ),
  fresh: v.array(
    v.strictObject({
      line: Count,
      kind: growing(QUESTION_KINDS),
      text: v.string(),
      right: v.string(),
    }),
  ),
  /** Of this bank and this file: what is written is what was shown. null while there are problems. */
  planId: v.nullable(PlanId),
});
export type QuestionCheck = v.InferOutput<typeof QuestionCheck>;

export const checkQuestions = defineAction({
  fn,
  name: 'checkQuestions',
  allow: inBranch('branch', CONTEST_WRITERS),
  input: v.strictObject({ branchId: v.optional(Id), content: Content }),
  output: QuestionCheck,
  errors: FILE_ERRORS,
});

/** Writes what was shown, all of it or nothing; repeated, what is missing of it. docs/rules.md#R-258 */
export const importQuestions = defineAction({
  fn,
  name: 'importQuestions',
  allow: inBranch('branch', CONTEST_WRITERS),
  input: v.strictObject({ branchId: v.optional(Id), content: Content, planId: PlanId }),
  output: v.strictObject({ added: Count }),
  errors: [
    ...FILE_ERRORS,
    /** The bank, or the file, is another than the one that was shown. */
    'bank-changed',
    /** WeChat's check refuses the words; detail.label is its number. */
    'words-refused',
    /** detail.most */
    'bank-full',
  ],
});

/** Takes a question out; contests that have it keep it. */
export const dropQuestion = defineAction({
  fn,
  name: 'dropQuestion',
  allow: inBranch('branch', CONTEST_WRITERS),
  input: v.strictObject({ branchId: v.optional(Id), questionId: Id }),
  output: Nothing,
  errors: [],
});

export const questionBankActions = {
  questionBank,
  checkQuestions,
  importQuestions,
  dropQuestion,
} as const;
