import { MAKE_UP_NOTE } from '../../../../contract/study/make-up-shapes';
import type { OutputOf } from '../../../../contract/action';
import type { makeUp } from '../../../../contract/study/make-up';
import { cleanWords } from '../../../../domain/words/clean-words';
import type { Question } from '../../../state/confirmed';
import type { Placeholder } from '../../../state/shown';
import { bareTopic } from '../../../text/study';
import { endOf, leftWords, toMadeUp, type MadeUp } from '../made-up.view';

export interface NoteContent {
  readonly kind: 'content';
  readonly topic: string;
  readonly text: string;
  readonly canHandIn: boolean;
  /** What is missing, or who will read it. */
  readonly dockNote: string;
}

export interface NoteDone {
  readonly kind: 'done';
  readonly done: MadeUp;
  /** What was written on this phone and did not end it; '' where nothing was, or it is on its way. */
  readonly words: string;
}

/** Handed in, and not sent yet. */
export interface NoteKept {
  readonly kind: 'kept';
  readonly topic: string;
  readonly words: string;
}

export interface NoteOver {
  readonly kind: 'over';
  readonly topic: string;
  readonly title: string;
  readonly text: string;
  /** What was written for it and is still on this phone; '' where nothing was. */
  readonly words: string;
}

type MakeUp = OutputOf<typeof makeUp>;
type NoteView = NoteContent | NoteDone | NoteKept | NoteOver;

export interface NoteState {
  readonly text: string;
  /** Those that wait in the phone; ''. */
  readonly kept: string;
  /** What it earned; null: not heard yet. */
  readonly minutes: number | null;
  /** When the words are handed in: now, or when they were first. */
  readonly atMs: number;
}

export function toView(output: MakeUp, { text, kept, minutes, atMs }: NoteState): NoteView {
  const topic = bareTopic(output.study);
  if (minutes !== null) return { kind: 'done', done: toMadeUp(output, 'note', minutes), words: '' };
  if (output.doneAtMs !== null) {
    const way = output.way === 'quiz' ? 'quiz' : 'note';
    const words = kept === '' ? leftWords(output, text) : '';
    return { kind: 'done', done: toMadeUp(output, way, output.minutes), words };
  }
  if (kept !== '') return { kind: 'kept', topic, words: kept };
  const end = endOf(output, atMs);
  if (end !== null) return { kind: 'over', topic, ...end, words: cleanWords(text) };
  const missing = MAKE_UP_NOTE.least - cleanWords(text).length;
  return {
    kind: 'content',
    topic,
    text,
    canHandIn: missing <= 0,
    dockNote: missing > 0 ? `再写 ${missing} 个字就能交` : '你和支部委员看得到',
  };
}

export const opening: Placeholder | NoteView = { kind: 'loading' };

export const NOT_KEPT_TEXT = '手机存满了，写的没能存下来。删掉一些别的东西再点，写的还在这里。';
export const NOT_OPENED_TEXT = '写心得的页面没能打开。有网时再点，写的还在这里。';
export const throwQuestion: Question = {
  title: '不要写的了',
  content: '写的从手机里删掉，找不回来。',
  confirmBtn: '删掉',
  cancelBtn: '留着',
};
