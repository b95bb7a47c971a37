import type { OutputOf } from '../../../../contract/action';
import type { answerMakeUp, makeUp } from '../../../../contract/study/make-up';
import type { WaitsFor } from '../../../api/outbox';
import type { Placeholder } from '../../../state/shown';
import { SENT_TEXT } from '../../../text/offline';
import type { Badge } from '../../../text/fit';
import { endOf, toMadeUp, type MadeUp } from '../made-up.view';

export type MakeUp = OutputOf<typeof makeUp>;
export type Answered = OutputOf<typeof answerMakeUp>;
type Question = MakeUp['questions'][number];

/** What became of the answer to the question that is shown; null: none was given. */
export type Outcome =
  | ({ readonly kind: 'heard' } & Pick<Answered, 'isRight' | 'rightOptionIds' | 'why'>)
  | { readonly kind: 'kept'; readonly waitsFor: WaitsFor }
  | null;

export interface QuizState {
  readonly makeUp: MakeUp;
  /** Questions that are still to be asked, the first now. */
  readonly queue: readonly string[];
  /** Rightly answered at last, as far as is known. */
  readonly right: readonly string[];
  /** Whether the options stand the other way round: it was answered wrongly before. */
  readonly isTurned: boolean;
  readonly chosen: readonly string[];
  readonly outcome: Outcome;
  /** Set once all is done. */
  readonly minutes: number | null;
}

export interface OptionRow {
  readonly optionId: string;
  readonly letter: string;
  readonly text: string;
  readonly isChosen: boolean;
  readonly tone: 'right' | 'wrong' | 'other' | '';
  readonly badge: Badge | null;
}

export interface QuizContent {
  readonly kind: 'content';
  readonly place: string;
  readonly bars: readonly ('done' | 'now' | 'todo')[];
  readonly text: string;
  readonly hint: string;
  readonly isSeveral: boolean;
  readonly options: readonly OptionRow[];
  readonly canAnswer: boolean;
  readonly isAnswered: boolean;
  readonly verdict: string;
  readonly why: string;
  readonly again: string;
  readonly againNote: string;
  /** Words of the door to the material; '' where none is read in the app. */
  readonly material: string;
  readonly action: string;
  readonly dockNote: string;
}

export interface QuizDone {
  readonly kind: 'done';
  readonly done: MadeUp;
}

export interface QuizWaiting {
  readonly kind: 'waiting';
  readonly title: string;
  readonly text: string;
}

const LETTERS = 'ABCDEF';

/**
 * What is to be asked, those that were answered wrongly last. When all were answered rightly and it is
 * not done, because the officer took others out since, the last of them is asked once more.
 */
export function queueOf(
  { questions, right, doneAtMs }: Pick<MakeUp, 'questions' | 'right' | 'doneAtMs'>,
  kept: readonly string[],
  missed: readonly string[],
): readonly string[] {
  const ids = questions.map(({ questionId }) => questionId);
  const isStuck = doneAtMs === null && ids.every((id) => right.includes(id));
  if (isStuck) return ids.slice(-1);
  const left = ids.filter((id) => !right.includes(id) && !kept.includes(id));
  return [
    ...left.filter((id) => !missed.includes(id)),
    ...left.filter((id) => missed.includes(id)),
  ];
}

/** The question in which something is marked stands first again. */
export function openAgain(
  queue: readonly string[],
  marked: { readonly questionId: string } | null,
): readonly string[] {
  if (marked === null || !queue.includes(marked.questionId)) return queue;
  return [marked.questionId, ...queue.filter((id) => id !== marked.questionId)];
}

/** The piece that was opened last, or the first, of those that are read in the app; '': there is none. */
export function materialOf({ pieces }: Pick<MakeUp, 'pieces'>, lastId: string | null): string {
  const read = pieces.filter(({ text }) => text !== null);
  return (read.find(({ pieceId }) => pieceId === lastId) ?? read[0])?.pieceId ?? '';
}

export function toView(
  state: QuizState,
  nowMs: number,
): Placeholder | QuizContent | QuizDone | QuizWaiting {
  const { makeUp: output, queue, minutes } = state;
  if (minutes !== null) return { kind: 'done', done: toMadeUp(output, 'quiz', minutes) };
  const question = output.questions.find(({ questionId }) => questionId === queue[0]);
  if (question === undefined) {
    return {
      kind: 'waiting',
      title: '都答了，还没送到',
      text: '答案在手机里，有网时送出，送到了就知道对不对。没答对的下次再出给你。',
    };
  }
  // The last answer is still looked at; no other is taken.
  const end = state.outcome === null ? endOf(output, nowMs) : null;
  return end === null ? contentOf(state, question) : { kind: 'waiting', ...end };
}

function contentOf(state: QuizState, question: Question): QuizContent {
  const { makeUp: output, right, isTurned, chosen, outcome, queue } = state;
  const { questionId, kind, text } = question;
  const { questions } = output;
  const number = questions.indexOf(question) + 1;
  const isSeveral = kind === 'several';
  const isWrong = outcome?.kind === 'heard' && !outcome.isRight;
  const nextId = isWrong ? [...queue.slice(1), questionId][0] : queue[1];
  const next = questions.findIndex((each) => each.questionId === nextId) + 1;
  return {
    kind: 'content',
    place: `第 ${number} 题，共 ${questions.length} 题${isTurned ? '，再来一次' : ''}`,
    bars: questions.map((each) =>
      each === question ? 'now' : right.includes(each.questionId) ? 'done' : 'todo',
    ),
    text,
    hint: isSeveral ? '可以选几个，选全才算对' : '',
    isSeveral,
    options: optionsOf(question, state),
    canAnswer: chosen.length > 0 && outcome === null,
    isAnswered: outcome !== null,
    verdict: verdictOf(outcome),
    why: outcome?.kind === 'heard' ? outcome.why : '',
    again: isWrong ? '这题最后再出一次，选项换个次序' : '',
    againNote: isWrong ? `${questions.length} 题都答对就记为“已补学”，不记你答了几次。` : '',
    material: materialOf(output, null) === '' || outcome?.kind === 'kept' ? '' : '看一眼材料',
    action: outcome === null ? '选好了' : next > 0 ? '下一题' : '好了',
    dockNote:
      outcome === null
        ? '随时可以停，答对的都记着'
        : next > 0
          ? `现在停下也行，下次从第 ${next} 题开始`
          : '',
  };
}

function verdictOf(outcome: Outcome): string {
  if (outcome === null) return '';
  if (outcome.kind === 'kept') {
    return `网络不通，答案存在手机里，${SENT_TEXT[outcome.waitsFor]}。送到了就知道对不对。`;
  }
  return outcome.isRight ? '答对了' : '';
}

function optionsOf(question: Question, state: QuizState): readonly OptionRow[] {
  const { chosen, outcome, isTurned } = state;
  const options = isTurned ? [...question.options].reverse() : question.options;
  return options.map(({ optionId, text }, index) => {
    const isChosen = chosen.includes(optionId);
    return {
      optionId,
      letter: LETTERS[index] ?? '',
      text,
      isChosen,
      ...markOf(optionId, isChosen, outcome),
    };
  });
}

function markOf(
  optionId: string,
  isChosen: boolean,
  outcome: Outcome,
): Pick<OptionRow, 'tone' | 'badge'> {
  if (outcome?.kind !== 'heard') return { tone: '', badge: null };
  if (outcome.rightOptionIds.includes(optionId)) {
    return { tone: 'right', badge: { text: isChosen ? '选对了' : '应该选', tone: 'ok' } };
  }
  return isChosen
    ? { tone: 'wrong', badge: { text: '你选的', tone: 'warn' } }
    : { tone: 'other', badge: null };
}

export const opening: Placeholder | QuizContent | QuizDone | QuizWaiting = { kind: 'loading' };
