/** What a person takes from a piece fits into a break. docs/rules.md#R-101 */
export const LONGEST_PIECE_MINUTES = 5;

export const QUESTION_KINDS = ['single', 'several', 'true-false'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export interface Question {
  readonly questionId: string;
  readonly kind: QuestionKind;
  readonly options: readonly { readonly optionId: string; readonly isRight: boolean }[];
}

export type ContentFault = 'same-id' | 'no-right-option' | 'several-right' | 'two-options-only';

interface Content {
  readonly pieces: readonly { readonly pieceId: string }[];
  readonly questions: readonly Question[];
}

/**
 * The first thing that is wrong with pieces and questions, and in which; undefined when all is well.
 * One right answer, but of 'several' one or more; 'true-false' has two options. docs/rules.md#R-102
 */
export function faultOfContent(
  content: Content,
): { readonly id: string; readonly fault: ContentFault } | undefined {
  const seen = new Set<string>();
  const ids = [
    ...content.pieces.map(({ pieceId }) => pieceId),
    ...content.questions.map(({ questionId }) => questionId),
  ];
  for (const id of ids) {
    if (seen.has(id)) return { id, fault: 'same-id' };
    seen.add(id);
  }
  for (const question of content.questions) {
    const fault = faultOfQuestion(question);
    if (fault !== undefined) return { id: question.questionId, fault };
  }
  return undefined;
}

function faultOfQuestion({ kind, options }: Question): ContentFault | undefined {
  if (new Set(options.map(({ optionId }) => optionId)).size < options.length) return 'same-id';
  const right = options.filter(({ isRight }) => isRight).length;
  if (right === 0) return 'no-right-option';
  if (kind !== 'several' && right > 1) return 'several-right';
  return kind === 'true-false' && options.length !== 2 ? 'two-options-only' : undefined;
}

/** Whether exactly the right options were chosen, in whatever order. */
export function isAnswerRight({ options }: Question, chosen: readonly string[]): boolean {
  return options.every(({ optionId, isRight }) => chosen.includes(optionId) === isRight);
}

/** Whether every question there is has been answered rightly at last; never without questions. */
export function isQuizDone(
  questions: readonly Pick<Question, 'questionId'>[],
  right: readonly string[],
): boolean {
  return questions.length > 0 && questions.every(({ questionId }) => right.includes(questionId));
}
