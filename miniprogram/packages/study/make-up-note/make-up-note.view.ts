import { MAKE_UP_NOTE } from '../../../../contract/study/make-up-shapes';
import type { OutputOf } from '../../../../contract/action';
import type { makeUp } from '../../../../contract/study/make-up';
import { cleanWords } from '../../../../domain/words/clean-words';
import type { Placeholder } from '../../../state/shown';
import { bareTopic } from '../../../text/study';
import { overText, toMadeUp, type MadeUp } from '../made-up.view';

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
  if (minutes !== null) return { kind: 'done', done: toMadeUp(output, 'note', minutes) };
  if (output.doneAtMs !== null) {
    const way = output.way === 'quiz' ? 'quiz' : 'note';
    return { kind: 'done', done: toMadeUp(output, way, output.minutes) };
  }
  if (kept !== '') return { kind: 'kept', topic, words: kept };
  const over = overText(output, atMs);
  if (over !== '') return { kind: 'over', topic, text: over, words: cleanWords(text) };
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
