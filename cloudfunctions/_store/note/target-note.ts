import { besideCaller } from '../people/beside-caller';
import { NOTES } from './note-document';
import { notes } from './notes';

/** The note that a call points at. */
export const targetNotes = besideCaller(NOTES, (noteId) => notes.byId(noteId));

/** For the doorkeeper: the branch of a note that officers may see; null when there is none. */
export async function branchOfNote(noteId: string): Promise<string | null> {
  const note = await targetNotes.read(noteId);
  return note === null || note.state === 'taken-back' ? null : note.branchId;
}
