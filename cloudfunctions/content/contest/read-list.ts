import type { Detail } from '../../../contract/action';
import { QUESTION_FILE } from '../../../contract/content/question-bank';
import { MAKE_UP_CHARACTERS } from '../../../contract/study/make-up-shapes';
import {
  readQuestions,
  type ListedQuestion,
  type QuestionProblem,
} from '../../../domain/content/contest/question-list';
import { placeOf } from '../../_kit/sheet/cell-place';
import type { SheetRefusal } from '../../_kit/sheet/sheet';
import {
  bankIdOf,
  bankQuestions,
  inBank,
  type BankQuestion,
} from '../../_store/content/bank-questions';
import { derivedId } from '../../_store/derived-id';
import { questionHeadingOf, questionLinesOf, TRUE_FALSE } from './question-sheet.text';

interface ReadList {
  readonly kind: 'read';
  readonly sheetName: string;
  readonly lines: number;
  readonly problems: readonly QuestionProblem[];
  /** Not in the bank yet. */
  readonly fresh: readonly ListedQuestion[];
  readonly known: number;
  /** null while there are problems. */
  readonly planId: string | null;
}

interface RefusedList {
  readonly kind: 'refused';
  readonly code:
    | SheetRefusal
    | 'columns-missing'
    | 'formulas'
    | 'merged-cells'
    | 'no-lines'
    | 'too-many-lines';
  readonly detail: Detail;
}

const refused = (code: RefusedList['code'], detail: Detail = {}): RefusedList => {
  return { kind: 'refused', code, detail };
};

/** What a file would bring into the bank of a branch, as that is now. Writes nothing. docs/rules.md#R-258 */
export async function readList(branchId: string, content: string): Promise<ReadList | RefusedList> {
  const { readSheet } = await import('./read-questions.lazy');
  const sheet = await readSheet(Buffer.from(content, 'base64'));
  if (sheet.kind === 'refused') return refused(sheet.code);
  const heading = questionHeadingOf(sheet.rows);
  if ('missing' in heading) return refused('columns-missing', { columns: heading.missing });
  const isBelow = (cell: string) => placeOf(cell).line > heading.row + 1;
  const formulas = sheet.formulas.filter(isBelow);
  if (formulas[0] !== undefined) {
    return refused('formulas', { cell: formulas[0], count: formulas.length });
  }
  const merged = sheet.merged.filter((area) => isBelow(area.split(':').at(-1) ?? ''));
  if (merged[0] !== undefined) {
    return refused('merged-cells', { cell: merged[0], count: merged.length });
  }
  const lines = questionLinesOf(sheet.rows, heading);
  if (lines.length === 0) return refused('no-lines');
  if (lines.length > QUESTION_FILE.lines) return refused('too-many-lines', { lines: lines.length });
  const { question: text, option, why } = MAKE_UP_CHARACTERS;
  const { questions, problems } = readQuestions(lines, { text, option, why }, TRUE_FALSE);
  const ids = questions.map((question) => bankIdOf(branchId, question.text));
  const known = await bankQuestions.known(branchId, ids);
  const fresh = questions.filter((_, at) => !known.has(ids[at] ?? ''));
  return {
    kind: 'read',
    sheetName: sheet.sheetName,
    lines: lines.length,
    problems,
    fresh,
    known: questions.length - fresh.length,
    planId: problems.length === 0 ? planIdOf(branchId, fresh) : null,
  };
}

/** Says what was shown: another bank or another file has another. */
export const planIdOf = (branchId: string, fresh: readonly ListedQuestion[]): string =>
  derivedId('questions', branchId, JSON.stringify(fresh));

/** As the bank keeps them. */
export const toBank = (
  branchId: string,
  questions: readonly ListedQuestion[],
  by: BankQuestion['by'],
  nowMs: number,
): readonly BankQuestion[] =>
  questions.map(({ kind, text, options, why }) => {
    const named = options.map((option, at) => ({ optionId: `option-${at + 1}`, ...option }));
    return inBank(branchId, { kind, text, options: named, why }, by, nowMs);
  });
