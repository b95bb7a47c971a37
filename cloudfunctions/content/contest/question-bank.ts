import type * as bank from '../../../contract/content/question-bank';
import { MOST_IN_BANK } from '../../../contract/content/question-bank';
import { checkAllWords } from '../../_kit/content-checks';
import type { Handler } from '../../_kit/serve';
import { bankQuestions } from '../../_store/content/bank-questions';
import { cursorAfter, readPlace } from '../../_store/place-in-list';
import { readList, toBank } from './read-list';

const PAGE = 30;

interface Worded {
  readonly text: string;
  readonly options: readonly { readonly text: string }[];
  readonly why: string;
}

const wordsOf = ({ text, options, why }: Worded): readonly string[] => [
  text,
  ...options.map((option) => option.text),
  why,
];

export const questionBank: Handler<typeof bank.questionBank> = async (
  { branchId, cursor },
  ctx,
) => {
  const place = readPlace(cursor);
  if (place === undefined) return ctx.fail('bad-input', { path: 'cursor' });
  const ofBranch = branchId ?? ctx.caller.branchId;
  const [total, page] = await Promise.all([
    bankQuestions.countOf(ofBranch),
    bankQuestions.ofBranch(ofBranch, place, PAGE),
  ]);
  return ctx.answer({
    total,
    questions: page.documents.map(({ _id: questionId, kind, text, options, why }) => {
      return { questionId, kind, text, options, why };
    }),
    nextCursor: cursorAfter(page, ({ addedAtMs }) => addedAtMs),
  });
};

export const checkQuestions: Handler<typeof bank.checkQuestions> = async (input, ctx) => {
  const read = await readList(input.branchId ?? ctx.caller.branchId, input.content);
  if (read.kind === 'refused') return ctx.fail(read.code, read.detail);
  const { sheetName, lines, known, problems, fresh, planId } = read;
  return ctx.answer({
    sheetName,
    lines,
    known,
    problems: [...problems],
    fresh: fresh.map(({ line, kind, text, options }) => ({
      line,
      kind,
      text,
      right: options.flatMap((option) => (option.isRight ? [option.text] : [])).join('；'),
    })),
    planId,
  });
};

/** Read anew: what is written is what was shown, or nothing. */
export const importQuestions: Handler<typeof bank.importQuestions> = async (input, ctx) => {
  const branchId = input.branchId ?? ctx.caller.branchId;
  const read = await readList(branchId, input.content);
  if (read.kind === 'refused') return ctx.fail(read.code, read.detail);
  // All of it stands there: a repetition.
  if (read.fresh.length === 0 && read.problems.length === 0) return ctx.answer({ added: 0 });
  if (read.planId !== input.planId) return ctx.fail('bank-changed');
  const total = await bankQuestions.countOf(branchId);
  if (total + read.fresh.length > MOST_IN_BANK)
    return ctx.fail('bank-full', { most: MOST_IN_BANK });
  // They stand in the file: no field of the input shows them to serve. docs/rules.md#R-313
  const verdict = await checkAllWords(ctx.openId, read.fresh.flatMap(wordsOf));
  if (verdict.kind === 'refused') return ctx.fail('words-refused', { label: verdict.label });
  const by = { memberId: ctx.caller.memberId, name: ctx.caller.name };
  await bankQuestions.addAbsent(toBank(branchId, read.fresh, by, ctx.nowMs()));
  return ctx.answer({ added: read.fresh.length });
};

export const dropQuestion: Handler<typeof bank.dropQuestion> = async (
  { branchId, questionId },
  ctx,
) => {
  await bankQuestions.remove(branchId ?? ctx.caller.branchId, questionId);
  return ctx.answer({});
};
