import { studies, type StudyDocument } from '../_store/study/studies';
import { announceCancelled, announcePublished, type Author } from './tell-of-study';
import { announceChange } from './tell-of-study-change';

/** Goes into a study with the revision that is to be told. */
export const toTell = ({ memberId, name }: Author, revision: number, nowMs: number) => ({
  by: { memberId, name },
  revision,
  atMs: nowMs,
});

/**
 * Tells what the publication, the change or the calling-off says that made this revision, and notes that
 * everybody was told. Can be repeated by whoever comes after somebody who was cut off: nobody is told
 * twice. docs/rules.md#R-366
 */
export async function tellOfRevision(
  study: StudyDocument,
  author: Author,
  requestId: string,
  nowMs: number,
): Promise<void> {
  const tell = tellerOf(study);
  await tell(study, author, requestId, nowMs);
  if (study.toTell !== undefined) await studies.told(study._id, study.revision);
}

function tellerOf({ state, toldChange }: StudyDocument) {
  if (state === 'cancelled') return announceCancelled;
  return toldChange === undefined ? announcePublished : announceChange;
}
