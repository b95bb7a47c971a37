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

export interface NoteOver {
  readonly kind: 'over';
  readonly text: string;
}

type MakeUp = OutputOf<typeof makeUp>;

/**
 * @param minutes what it earned; null: not handed in
 * @param atMs when the words are handed in: now, or when they were first
 */
export function toView(
  output: MakeUp,
  text: string,
  minutes: number | null,
  atMs: number,
): NoteContent | NoteDone | NoteOver {
  if (minutes !== null) return { kind: 'done', done: toMadeUp(output, 'note', minutes) };
  const over = overText(output, atMs);
  if (over !== '') return { kind: 'over', text: over };
  const missing = MAKE_UP_NOTE.least - cleanWords(text).length;
  return {
    kind: 'content',
    topic: bareTopic(output.study),
    text,
    canHandIn: missing <= 0,
    dockNote: missing > 0 ? `再写 ${missing} 个字就能交` : '你和支部委员看得到',
  };
}

export const opening: Placeholder | NoteContent | NoteDone | NoteOver = { kind: 'loading' };
