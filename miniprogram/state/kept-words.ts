import * as v from 'valibot';
import { cleanWords } from '../../domain/words/clean-words';
import { dropDraft, readDraft, saveDraft } from './drafts';

const Kept = v.object({ text: v.string() });

/** What is typed in one field stays in the phone, by what it is about, until it was sent. docs/rules.md#R-351 */
const formOf = (about: string): string => `words:${about}`;

/** '' nothing was typed. */
export function keptWords(about: string): string {
  const kept = v.safeParse(Kept, readDraft(formOf(about)));
  return kept.success ? kept.output.text : '';
}

export function keepWords(about: string, text: string): void {
  if (cleanWords(text) === '') dropWords(about);
  else saveDraft(formOf(about), { text });
}

/** Sent: the server has it. */
export const dropWords = (about: string): void => dropDraft(formOf(about));
