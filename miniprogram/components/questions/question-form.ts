import * as v from 'valibot';
import { OPTIONS } from '../../../contract/study/make-up-shapes';
import { QUESTION_KINDS, type QuestionKind } from '../../../domain/study/make-up-quiz';
import { TRUE_FALSE_TEXT } from '../../text/make-up-office';

/** A question as an officer types it, for a make-up or a contest. */
export const QuestionForm = v.object({
  questionId: v.string(),
  kind: v.picklist(QUESTION_KINDS),
  text: v.string(),
  options: v.array(v.object({ optionId: v.string(), text: v.string(), isRight: v.boolean() })),
  why: v.string(),
});
export type QuestionForm = v.InferOutput<typeof QuestionForm>;

interface WithQuestions {
  readonly questions: readonly QuestionForm[];
}

export type NewId = () => string;

/** With one more to be written, unless there are `most`. */
export function withQuestion<F extends WithQuestions>(form: F, newId: NewId, most: number): F {
  if (form.questions.length >= most) return form;
  const question: QuestionForm = {
    questionId: newId(),
    kind: 'single',
    text: '',
    options: [anOption(newId, true), anOption(newId), anOption(newId)],
    why: '',
  };
  return { ...form, questions: [...form.questions, question] };
}

export const withoutQuestion = <F extends WithQuestions>(form: F, questionId: string): F => ({
  ...form,
  questions: form.questions.filter((question) => question.questionId !== questionId),
});

export const changedQuestion = <F extends WithQuestions>(
  form: F,
  questionId: string,
  change: (question: QuestionForm) => QuestionForm,
): F => ({
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
