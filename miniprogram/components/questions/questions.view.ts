import { MAKE_UP_CHARACTERS, OPTIONS } from '../../../contract/study/make-up-shapes';
import type { QuestionKind } from '../../../domain/study/make-up-quiz';
import { cleanWords } from '../../../domain/words/clean-words';
import type { QuestionForm } from './question-form';
import { wordsFault, tooLongText } from '../../text/too-long';

export interface QuestionView extends QuestionForm {
  readonly number: number;
  readonly canAddOption: boolean;
  readonly canRemoveOption: boolean;
  readonly isTrueFalse: boolean;
}

export const KIND_CHOICES: readonly { readonly kind: QuestionKind; readonly text: string }[] = [
  { kind: 'single', text: '选一个' },
  { kind: 'several', text: '选几个' },
  { kind: 'true-false', text: '对不对' },
];

export const questionViews = (questions: readonly QuestionForm[]): readonly QuestionView[] =>
  questions.map((question, index) => ({
    ...question,
    number: index + 1,
    canAddOption: question.kind !== 'true-false' && question.options.length < OPTIONS.most,
    canRemoveOption: question.kind !== 'true-false' && question.options.length > OPTIONS.least,
    isTrueFalse: question.kind === 'true-false',
  }));

type Fault = readonly [field: string, text: string];
const isMissing = (words: string): boolean => cleanWords(words) === '';

/** What keeps it from being saved, by the field it is told at. */
export function questionFaults({
  questionId,
  kind,
  text,
  options,
  why,
}: QuestionForm): readonly Fault[] {
  const faults: Fault[] = [];
  const textFault = wordsFault(text, MAKE_UP_CHARACTERS.question, '还没写题目。');
  if (textFault !== '') faults.push([`${questionId}-text`, textFault]);
  const right = options.filter(({ isRight }) => isRight).length;
  const longOption = options.find(
    (option) => tooLongText(option.text, MAKE_UP_CHARACTERS.option) !== '',
  );
  if (options.some((option) => isMissing(option.text))) {
    faults.push([`${questionId}-options`, '有的选项还空着，写上或者删掉。']);
  } else if (longOption !== undefined) {
    faults.push([`${questionId}-options`, tooLongText(longOption.text, MAKE_UP_CHARACTERS.option)]);
  } else if (right === 0) {
    faults.push([`${questionId}-options`, '点一下对的选项。']);
  } else if (kind !== 'several' && right > 1) {
    faults.push([`${questionId}-options`, '只能有一个对的。']);
  }
  const whyFault = wordsFault(why, MAKE_UP_CHARACTERS.why, '还没写为什么，答完要给人看。');
  if (whyFault !== '') faults.push([`${questionId}-why`, whyFault]);
  return faults;
}
