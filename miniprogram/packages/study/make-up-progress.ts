import * as v from 'valibot';
import { cleanWords } from '../../../domain/words/clean-words';
import { dropDraft, readDraft, saveDraft } from '../../state/drafts';
import { makeUpForm } from '../../state/words-for-note';

/** How far a person has come with a make-up: it stays in their phone, and nothing says how long they looked. */
const Progress = v.object({
  /** Pieces that were read to their end. */
  seen: v.array(v.string()),
  /** The one that was opened last. */
  at: v.nullable(v.string()),
  /** Questions that were answered wrongly: they come again after the others. */
  missed: v.array(v.string()),
  /** What is marked in the open question and not answered; phones of before kept none. */
  marked: v.optional(
    v.nullable(v.object({ questionId: v.string(), optionIds: v.array(v.string()) })),
    null,
  ),
  /** Words that are not sent. */
  note: v.string(),
  /** Why they were not taken, where they can be said in others. docs/rules.md#R-346 */
  problem: v.optional(v.string()),
});
export type Progress = v.InferOutput<typeof Progress>;

const NONE: Progress = { seen: [], at: null, missed: [], marked: null, note: '' };

export function progressOf(studyId: string): Progress {
  const kept = v.safeParse(Progress, readDraft(makeUpForm(studyId)));
  return kept.success ? kept.output : NONE;
}

export function noteProgress(studyId: string, progress: Partial<Progress>): void {
  saveDraft(makeUpForm(studyId), { ...progressOf(studyId), ...progress });
}

/** Of a make-up that is done: words that were not taken stay, until they are handed over or thrown away. */
export function endProgress(studyId: string, taken: string): void {
  const { note } = progressOf(studyId);
  const isLeft = cleanWords(note) !== '' && cleanWords(note) !== cleanWords(taken);
  if (isLeft) saveDraft(makeUpForm(studyId), { ...NONE, note });
  else dropDraft(makeUpForm(studyId));
}
