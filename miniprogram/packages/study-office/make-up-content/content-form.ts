import * as v from 'valibot';
import {
  MOST_PIECES,
  MOST_QUESTIONS,
  OPTIONS,
  type MakeUpContent,
  type ShownMakeUpContent,
} from '../../../../contract/study/make-up-shapes';
import {
  LONGEST_PIECE_MINUTES,
  QUESTION_KINDS,
  type QuestionKind,
} from '../../../../domain/study/make-up-quiz';
import { cleanWords } from '../../../../domain/words/clean-words';
import { TRUE_FALSE_TEXT } from '../../../text/make-up-office';

const PieceForm = v.object({
  pieceId: v.string(),
  kind: v.picklist(['text', 'link']),
  title: v.string(),
  minutes: v.number(),
  text: v.string(),
  url: v.string(),
});
export type PieceForm = v.InferOutput<typeof PieceForm>;

const QuestionForm = v.object({
  questionId: v.string(),
  kind: v.picklist(QUESTION_KINDS),
  text: v.string(),
  options: v.array(v.object({ optionId: v.string(), text: v.string(), isRight: v.boolean() })),
  why: v.string(),
});
export type QuestionForm = v.InferOutput<typeof QuestionForm>;

/** What is typed, as it stays in the phone until it is saved. */
export const ContentForm = v.object({
  /** The one that it changes. */
  revision: v.number(),
  pieces: v.array(PieceForm),
  questions: v.array(QuestionForm),
});
export type ContentForm = v.InferOutput<typeof ContentForm>;

export type NewId = () => string;

/** What the server has, for typing; undefined where only a newer version knows a part of it. */
export function formOf(content: ShownMakeUpContent, revision: number): ContentForm | undefined {
  const pieces = content.pieces.map((piece) => ({ text: '', url: '', ...piece }));
  const form = v.safeParse(ContentForm, { revision, pieces, questions: content.questions });
  return form.success ? form.output : undefined;
}

/** Of what was never written: one empty piece to begin with. */
export const begun = (form: ContentForm, newId: NewId): ContentForm =>
  form.pieces.length > 0 ? form : withPiece(form, newId);

export function toContent({ pieces, questions }: ContentForm): MakeUpContent {
  return {
    pieces: pieces.map(({ kind, pieceId, title, minutes, text, url }) =>
      kind === 'text'
        ? { kind, pieceId, title, minutes, text }
        : { kind, pieceId, title, minutes, url: cleanWords(url) },
    ),
    questions,
  };
}

export function withPiece(form: ContentForm, newId: NewId): ContentForm {
  if (form.pieces.length >= MOST_PIECES) return form;
  const piece: PieceForm = {
    pieceId: newId(),
    kind: 'text',
    title: '',
    minutes: LONGEST_PIECE_MINUTES - 1,
    text: '',
    url: '',
  };
  return { ...form, pieces: [...form.pieces, piece] };
}

export const withoutPiece = (form: ContentForm, pieceId: string): ContentForm => ({
  ...form,
  pieces: form.pieces.filter((piece) => piece.pieceId !== pieceId),
});

export const changedPiece = (
  form: ContentForm,
  pieceId: string,
  change: Partial<PieceForm>,
): ContentForm => ({
  ...form,
  pieces: form.pieces.map((piece) => (piece.pieceId === pieceId ? { ...piece, ...change } : piece)),
});

export function withQuestion(form: ContentForm, newId: NewId): ContentForm {
  if (form.questions.length >= MOST_QUESTIONS) return form;
  const question: QuestionForm = {
    questionId: newId(),
    kind: 'single',
    text: '',
    options: [anOption(newId, true), anOption(newId), anOption(newId)],
    why: '',
  };
  return { ...form, questions: [...form.questions, question] };
}

export const withoutQuestion = (form: ContentForm, questionId: string): ContentForm => ({
  ...form,
  questions: form.questions.filter((question) => question.questionId !== questionId),
});

export const changedQuestion = (
  form: ContentForm,
  questionId: string,
  change: (question: QuestionForm) => QuestionForm,
): ContentForm => ({
  ...form,
  questions: form.questions.map((question) =>
    question.questionId === questionId ? change(question) : question,
  ),
});

/** Another kind keeps what is written as far as it can: one right option, or two options alone. */
export function ofKind(question: QuestionForm, kind: QuestionKind, newId: NewId): QuestionForm {
  if (kind === 'several') return { ...question, kind };
  if (kind === 'true-false') {
    const [first, second] = question.options;
    const isFirst = second?.isRight !== true;
    const options = [
      { optionId: first?.optionId ?? newId(), text: TRUE_FALSE_TEXT.yes, isRight: isFirst },
      { optionId: second?.optionId ?? newId(), text: TRUE_FALSE_TEXT.no, isRight: !isFirst },
    ];
    return { ...question, kind, options };
  }
  const right = question.options.findIndex(({ isRight }) => isRight);
  const options = question.options.map((option, index) => ({
    ...option,
    isRight: index === right,
  }));
  return { ...question, kind, options };
}

/** Of one right option another takes its place; of several each is for itself. */
export function withRight(question: QuestionForm, optionId: string): QuestionForm {
  const isSeveral = question.kind === 'several';
  const options = question.options.map((option) => {
    const isIt = option.optionId === optionId;
    if (isSeveral) return isIt ? { ...option, isRight: !option.isRight } : option;
    return { ...option, isRight: isIt };
  });
  return { ...question, options };
}

export const withOptionText = (
  question: QuestionForm,
  optionId: string,
  text: string,
): QuestionForm => ({
  ...question,
  options: question.options.map((option) =>
    option.optionId === optionId ? { ...option, text } : option,
  ),
});

export function withOption(question: QuestionForm, newId: NewId): QuestionForm {
  if (question.options.length >= OPTIONS.most) return question;
  return { ...question, options: [...question.options, anOption(newId)] };
}

export function withoutOption(question: QuestionForm, optionId: string): QuestionForm {
  if (question.options.length <= OPTIONS.least) return question;
  return {
    ...question,
    options: question.options.filter((option) => option.optionId !== optionId),
  };
}

const anOption = (newId: NewId, isRight = false) => ({ optionId: newId(), text: '', isRight });
