import type { NoteOfStudy } from '../../../contract/note/note-shapes';
import type { NoteDocument } from '../../_store/note/note-document';
import { notes } from '../../_store/note/notes';

/** What a member has handed in of a study; one request. docs/rules.md#R-288 */
export async function notesOfStudy(studyId: string, memberId: string): Promise<NoteOfStudy[]> {
  return (await notes.ofStudyBy(studyId, memberId)).map(toLine);
}

function toLine(note: NoteDocument): NoteOfStudy {
  const { _id: noteId, title, state, handedInAtMs, textCheck, pictures, sharedAtMs } = note;
  const checks = [textCheck, ...pictures.map(({ check }) => check)];
  const pending = checks.filter((check) => check === 'pending').length;
  return { noteId, title, state, handedInAtMs, pending, isShared: sharedAtMs !== null };
}
