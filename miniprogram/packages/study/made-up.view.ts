import type { OutputOf } from '../../../contract/action';
import type { makeUp } from '../../../contract/study/make-up';
import { lastDayText } from '../../text/make-up-errors';
import { bareTopic } from '../../text/study';
import { lengthText } from '../../text/when';

export interface MadeUp {
  readonly topic: string;
  readonly line: string;
  readonly meaning: string;
}

type MakeUp = Pick<OutputOf<typeof makeUp>, 'study' | 'pieces' | 'questions'>;

/** What the page says once the make-up is done; `minutes` is what it earns. */
export function toMadeUp(
  { study, pieces, questions }: MakeUp,
  way: 'quiz' | 'note',
  minutes: number,
): MadeUp {
  const read = pieces.reduce((sum, piece) => sum + piece.minutes, 0);
  const material = pieces.length === 0 ? '' : `${pieces.length} 段 ${read} 分钟，`;
  const end = way === 'quiz' ? `小测约 ${quizMinutes(questions.length)} 分钟` : '自己的话几句';
  return {
    topic: bareTopic(study),
    line: `${material}${end}`,
    meaning: `记成补学，不记成到会，也不算缺席。学习记录里多了 ${lengthText(minutes)}。`,
  };
}

/** Of one that nobody has done by its end; '' while it can be done, or is. */
export function overText(
  { study, untilAtMs, doneAtMs }: Pick<OutputOf<typeof makeUp>, 'study' | 'untilAtMs' | 'doneAtMs'>,
  nowMs: number,
): string {
  return doneAtMs !== null || untilAtMs > nowMs
    ? ''
    : `${lastDayText(untilAtMs, nowMs)} 24:00 已经截止，没有补上也不算缺席。还想补，找${study.createdByName}或书记再给你开。`;
}

/** About forty seconds a question. */
export function quizMinutes(questions: number): number {
  return Math.max(1, Math.round((questions * 2) / 3));
}
