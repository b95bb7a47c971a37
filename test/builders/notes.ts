import type { NoteDocument } from '../../cloudfunctions/_store/note/note-document';
import type { Member } from '../../cloudfunctions/_store/people/member-document';
import { MS_PER_HOUR } from '../../domain/time/local-day';
import { TEST_START_MS } from '../worlds/test-cloud';

/** A study note of `owner`, handed in an hour before TEST_START_MS, to be read. */
export function aNote(
  noteId: string,
  { _id, name, branchId }: Pick<Member, '_id' | 'name' | 'branchId'>,
  note: Partial<NoteDocument> = {},
): NoteDocument {
  const handedInAtMs = note.handedInAtMs ?? TEST_START_MS - MS_PER_HOUR;
  return {
    _id: noteId,
    ownerId: _id,
    ownerName: name,
    crewName: 'crew 1',
    branchId,
    type: 'reflection',
    studyId: null,
    studyTopic: null,
    title: 'title',
    text: 'text',
    pictures: [],
    textCheck: 'pass',
    version: 1,
    versionId: 'first',
    handedInAtMs,
    firstAtMs: handedInAtMs,
    earlier: [],
    state: 'to-read',
    remarks: [],
    ask: null,
    sharing: null,
    sharedAtMs: null,
    uses: [],
    checkDueAtMs: 9_000_000_000_000_000,
    traceIds: [],
    revision: 0,
    changedAtMs: handedInAtMs,
    schemaVersion: 1,
    ...note,
  };
}
