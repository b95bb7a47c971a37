import type { QuestionKind } from '../../study/make-up-quiz';
import { bareName } from '../../words/bare-name';

/** One question of a list; texts are clean, '' where a cell is empty. */
export interface QuestionLine {
  /** As the sheet counts, from 1. */
  readonly line: number;
  /** null: the cell says something that is no kind; undefined: nothing, so that the rest tells. */
  readonly kind: QuestionKind | null | undefined;
  readonly text: string;
  /** In the order of the columns. */
  readonly options: readonly string[];
  /** Places of the right ones, from 0; null: the cell says something that names none. */
  readonly right: readonly number[] | null;
  readonly why: string;
}

export interface ListedQuestion {
  readonly line: number;
  readonly kind: QuestionKind;
  readonly text: string;
  readonly options: readonly { readonly text: string; readonly isRight: boolean }[];
  readonly why: string;
}

export const QUESTION_PROBLEMS = [
  'kind-unknown',
  'text-missing',
  'text-too-long',
  /** An earlier line asks the same. */
  'text-twice',
  'options-few',
  /** An empty cell stands between two that say something. */
  'option-gap',
  'option-too-long',
  'right-missing',
  'right-unknown',
  /** A single question with more than one right answer. */
  'several-right',
  'why-missing',
  'why-too-long',
] as const;
export type QuestionProblemCode = (typeof QUESTION_PROBLEMS)[number];

export interface QuestionProblem {
  readonly line: number;
  readonly text: string;
  readonly code: QuestionProblemCode;
}

/** Most UTF-16 units. */
export interface QuestionLimits {
  readonly text: number;
  readonly option: number;
  readonly why: number;
}

/** Of true or false, where the options are not written. */
export interface TrueFalseWords {
  readonly yes: string;
  readonly no: string;
}

/** What makes two questions the same: their words, however they are spaced; 1.5 is not 15. docs/rules.md#R-258 */
export const questionKey = (text: string): string =>
  bareName(text.normalize('NFKC').replace(/(\d)\.(?=\d)/gu, '$1_'));

/**
 * The questions of a list, and the first thing wrong with each line that has something. Without a kind
 * more right answers than one make it several. docs/rules.md#R-258
 */
export function readQuestions(
  lines: readonly QuestionLine[],
  limits: QuestionLimits,
  words: TrueFalseWords,
): {
  readonly questions: readonly ListedQuestion[];
  readonly problems: readonly QuestionProblem[];
} {
  const seen = new Set<string>();
  const questions: ListedQuestion[] = [];
  const problems: QuestionProblem[] = [];
  for (const line of lines) {
    const code = problemOf(line, limits, seen);
    seen.add(questionKey(line.text));
    if (code === undefined) questions.push(questionOf(line, words));
    else problems.push({ line: line.line, text: line.text, code });
  }
  return { questions, problems };
}

function problemOf(
  { kind, text, options, right, why }: QuestionLine,
  limits: QuestionLimits,
  seen: ReadonlySet<string>,
): QuestionProblemCode | undefined {
  if (kind === null) return 'kind-unknown';
  if (text === '') return 'text-missing';
  if (text.length > limits.text) return 'text-too-long';
  if (seen.has(questionKey(text))) return 'text-twice';
  const written = options.filter((option) => option !== '');
  if (written.some((option) => option.length > limits.option)) return 'option-too-long';
  if (kind !== 'true-false') {
    if (written.length < 2) return 'options-few';
    if (options.slice(0, written.length).includes('')) return 'option-gap';
  }
  if (right === null) return 'right-unknown';
  if (right.length === 0) return 'right-missing';
  const count = kind === 'true-false' ? 2 : written.length;
  if (right.some((place) => place >= count)) return 'right-unknown';
  if (right.length > 1 && (kind === 'single' || kind === 'true-false')) return 'several-right';
  if (why === '') return 'why-missing';
  return why.length > limits.why ? 'why-too-long' : undefined;
}

function questionOf(
  { line, kind, text, options, right, why }: QuestionLine,
  { yes, no }: TrueFalseWords,
): ListedQuestion {
  const places = right ?? [];
  const written = kind === 'true-false' ? [yes, no] : options.filter((option) => option !== '');
  return {
    line,
    kind: kind ?? (places.length > 1 ? 'several' : 'single'),
    text,
    options: written.map((words, place) => ({ text: words, isRight: places.includes(place) })),
    why,
  };
}
