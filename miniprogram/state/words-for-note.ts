import * as v from 'valibot';
import { readDraft, saveDraft } from './drafts';
import { knownMe } from './me';

/** Under which what a person has done and written for a make-up stays in their phone. */
export const makeUpForm = (studyId: string): string =>
  `make-up:${knownMe()?.memberId ?? ''}:${studyId}`;

const Written = v.object({ note: v.string() });

/** Words that were written for a make-up, on their way into a note of its study; '' where none are. */
export function wordsForNote(studyId: string): string {
  const written = v.safeParse(Written, readDraft(makeUpForm(studyId)));
  return written.success ? written.output.note : '';
}

/** Once they are kept where they have come; what has been written instead stays. */
export function letGoOfWords(studyId: string, words: string): void {
  const form = makeUpForm(studyId);
  const kept = readDraft(form);
  if (!v.is(Written, kept) || kept.note !== words) return;
  saveDraft(form, { ...kept, note: '' });
}
