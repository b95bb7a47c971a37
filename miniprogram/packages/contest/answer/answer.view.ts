import type { OutputOf } from '../../../../contract/action';
import type { answerContest } from '../../../../contract/content/contest';
import type { GivenAnswer } from '../../../../contract/content/contest-shapes';
import { answersTogether } from '../../../../domain/content/contest/contest';
import type { Question } from '../../../state/confirmed';
import type { Placeholder } from '../../../state/shown';
import { after, momentText } from '../../../text/when';
import type { Contest } from '../contest/contest.view';

export interface AnswerState {
  readonly contest: Pick<Contest, 'questions' | 'endAtMs'>;
  /** Of this person, from wherever they came. */
  readonly answers: readonly GivenAnswer[];
  /** Of the question that is shown. */
  readonly index: number;
  /** How many of them wait in the phone. */
  readonly waiting: number;
}

interface OptionRow {
  readonly optionId: string;
  readonly letter: string;
  readonly text: string;
  readonly isChosen: boolean;
}

export interface AnswerContent {
  readonly kind: 'content';
  readonly place: string;
  readonly until: string;
  readonly bars: readonly ('done' | 'now' | 'todo')[];
  readonly text: string;
  readonly hint: string;
  readonly isSeveral: boolean;
  readonly options: readonly OptionRow[];
  readonly hasBefore: boolean;
  readonly isLast: boolean;
  readonly action: string;
  readonly note: string;
  /** Whether it has been sent. */
  readonly isWaiting: boolean;
}
export type AnswerView = Placeholder | AnswerContent;

export const opening: AnswerView = { kind: 'loading' };
export const NOT_OPEN_TEXT = '现在不能答。返回上一页看看这次竞赛到哪一步了。';
export const WAITS_TEXT = '网络不通，还交不了卷。答案都在手机里，有网再点一次。';
const LETTERS = 'ABCDEF';

export function toView(
  { contest, answers, index, waiting }: AnswerState,
  nowMs: number,
): AnswerView {
  const { questions, endAtMs } = contest;
  const question = questions[index];
  if (question === undefined) return { kind: 'not-yours', text: NOT_OPEN_TEXT };
  const given = (questionId: string) => answers.find((each) => each.questionId === questionId);
  const chosen = given(question.questionId)?.chosen ?? [];
  const isLast = index === questions.length - 1;
  const isSeveral = question.kind === 'several';
  return {
    kind: 'content',
    place: `第 ${index + 1} 题，共 ${questions.length} 题`,
    until: `${after('到', momentText(endAtMs, nowMs))}，不计时`,
    bars: questions.map(({ questionId }, at) =>
      at === index ? 'now' : given(questionId) === undefined ? 'todo' : 'done',
    ),
    text: question.text,
    hint: isSeveral ? '可以选几个，选全才算对' : '',
    isSeveral,
    options: question.options.map(({ optionId, text }, at) => ({
      optionId,
      letter: LETTERS[at] ?? '',
      text,
      isChosen: chosen.includes(optionId),
    })),
    hasBefore: index > 0,
    isLast,
    action: isLast ? '交卷' : chosen.length > 0 ? '下一题' : '先空着，下一题',
    note:
      waiting > 0
        ? `网络不通，${waiting} 题存在手机里，有网时送出`
        : '选了就存，交卷前都能改；交卷后才看得到对错',
    isWaiting: waiting > 0,
  };
}

/** With what the server has by now, from whichever phone. docs/rules.md#R-254 */
export const afterReply = (
  state: AnswerState,
  { answers }: Pick<OutputOf<typeof answerContest>, 'answers'>,
): AnswerState => ({ ...state, answers: answersTogether(state.answers, answers) });

/** What is chosen after a tap; of several each is for itself. */
export function chosenAfter(
  question: Contest['questions'][number],
  chosen: readonly string[],
  optionId: string,
): readonly string[] {
  if (question.kind !== 'several') return [optionId];
  return chosen.includes(optionId) ? chosen.filter((id) => id !== optionId) : [...chosen, optionId];
}

/** The first that is not answered; the last where all are. */
export function firstOpen(
  questions: Contest['questions'],
  answers: readonly GivenAnswer[],
): number {
  const open = questions.findIndex(
    ({ questionId }) => !answers.some((each) => each.questionId === questionId),
  );
  return open < 0 ? Math.max(0, questions.length - 1) : open;
}

export function handInQuestion({ contest, answers }: AnswerState): Question {
  const left = contest.questions.length - answers.length;
  return {
    title: '交卷',
    content: `${left > 0 ? `还有 ${left} 题没答，算没答对。` : ''}交了就不能再改，马上看到对错和为什么。`,
    confirmBtn: '交卷',
    cancelBtn: '再看看',
  };
}
