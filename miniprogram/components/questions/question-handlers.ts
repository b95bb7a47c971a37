import type { QuestionKind } from '../../../domain/study/make-up-quiz';
import { newRequestId } from '../../api/request-id';
import { isSecondTap } from '../../state/second-tap';
import * as questions from './question-form';

type Tapped<D extends object> = WechatMiniprogram.BaseEvent<object, D>;
type Typed<D extends object> = WechatMiniprogram.CustomEvent<{ value: string }, object, D>;
interface OfQuestion {
  readonly questionId: string;
}
interface OfOption extends OfQuestion {
  readonly optionId: string;
}

/** A page that has the template of questions on it. */
interface Asking {
  readonly ask: (
    questionId: string,
    how: (question: questions.QuestionForm) => questions.QuestionForm,
  ) => void;
}

/** What is typed and tapped in the template of questions, for the page that it is on. */
export const questionHandlers = {
  onQuestionInput(
    this: Asking,
    { currentTarget, detail }: Typed<OfQuestion & { readonly field: 'text' | 'why' }>,
  ) {
    const { questionId, field } = currentTarget.dataset;
    this.ask(questionId, (question) => ({ ...question, [field]: detail.value }));
  },
  onKindChange(this: Asking, { currentTarget, detail }: Typed<OfQuestion>) {
    // One of KIND_CHOICES, whose values the template gives.
    const kind = detail.value as QuestionKind;
    this.ask(currentTarget.dataset.questionId, (question) =>
      questions.ofKind(question, kind, newRequestId),
    );
  },
  onOptionInput(this: Asking, { currentTarget, detail }: Typed<OfOption>) {
    const { questionId, optionId } = currentTarget.dataset;
    this.ask(questionId, (question) => questions.withOptionText(question, optionId, detail.value));
  },
  onRightTap(this: Asking, { currentTarget }: Tapped<OfOption>) {
    const { questionId, optionId } = currentTarget.dataset;
    this.ask(questionId, (question) => questions.withRight(question, optionId));
  },
  onAddOptionTap(this: Asking, event: Tapped<OfQuestion>) {
    if (isSecondTap(event)) return;
    const { currentTarget } = event;
    this.ask(currentTarget.dataset.questionId, (question) =>
      questions.withOption(question, newRequestId),
    );
  },
  onRemoveOptionTap(this: Asking, event: Tapped<OfOption>) {
    if (isSecondTap(event)) return;
    const { currentTarget } = event;
    const { questionId, optionId } = currentTarget.dataset;
    this.ask(questionId, (question) => questions.withoutOption(question, optionId));
  },
};
