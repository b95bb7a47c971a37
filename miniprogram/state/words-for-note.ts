import * as v from 'valibot';
import { dropDraft, readDraft, saveDraft } from './drafts';

/** Words that were written elsewhere, on their way into a note. */
const Words = v.object({ text: v.string() });
const NAME = 'words-for-note';

export const handWordsOver = (text: string): void => saveDraft(NAME, { text });

export function wordsHandedOver(): string {
  const words = v.safeParse(Words, readDraft(NAME));
  return words.success ? words.output.text : '';
}

/** Once they are kept where they have come. */
export const dropWordsHandedOver = (): void => dropDraft(NAME);
