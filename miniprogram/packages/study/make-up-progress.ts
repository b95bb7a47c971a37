import * as v from 'valibot';
import { knownMe } from '../../state/me';
import { dropDraft, readDraft, saveDraft } from '../../state/drafts';

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
});
export type Progress = v.InferOutput<typeof Progress>;

const formOf = (studyId: string): string => `make-up:${knownMe()?.memberId ?? ''}:${studyId}`;

export function progressOf(studyId: string): Progress {
  const kept = v.safeParse(Progress, readDraft(formOf(studyId)));
  return kept.success ? kept.output : { seen: [], at: null, missed: [], marked: null, note: '' };
}

export function noteProgress(studyId: string, progress: Partial<Progress>): void {
  saveDraft(formOf(studyId), { ...progressOf(studyId), ...progress });
}

export function dropProgress(studyId: string): void {
  dropDraft(formOf(studyId));
}
