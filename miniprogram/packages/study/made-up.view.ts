import type { OutputOf } from '../../../contract/action';
import type { makeUp } from '../../../contract/study/make-up';
import { cleanWords } from '../../../domain/words/clean-words';
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

type Ended = Pick<
  OutputOf<typeof makeUp>,
  'study' | 'untilAtMs' | 'doneAtMs' | 'isIn' | 'isAbsent'
>;

/** Of one that nobody can do any more: it is over, or not needed; null while it can be done, or is. */
export function endOf(
  { study, untilAtMs, doneAtMs, isIn = false, isAbsent = false }: Ended,
  nowMs: number,
): { readonly title: string; readonly text: string } | null {
  if (doneAtMs !== null) return null;
  if (isIn) return { title: '不用补了', text: '支部已经给你记上了这次学习，不用再补。' };
  if (untilAtMs > nowMs) return null;
  const last = lastDayText(untilAtMs, nowMs);
  const counts = isAbsent ? '没有补上，还是记缺席' : '没有补上也不算缺席';
  return {
    title: '已截止',
    text: `${last} 24:00 已经截止，${counts}。还想补，找${study.createdByName}或书记再给你开。`,
  };
}

/** What was written on this phone and is not what ended it; '' where nothing is. */
export function leftWords({ note }: Pick<OutputOf<typeof makeUp>, 'note'>, typed: string): string {
  const words = cleanWords(typed);
  return note !== null && cleanWords(note.text) === words ? '' : words;
}

/** About forty seconds a question. */
export function quizMinutes(questions: number): number {
  return Math.max(1, Math.round((questions * 2) / 3));
}
