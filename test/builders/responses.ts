import type { NoteDocument } from '../../cloudfunctions/_store/note/note-document';
import type { ResponseDocument } from '../../cloudfunctions/_store/note/response-document';
import type { Member } from '../../cloudfunctions/_store/people/member-document';
import { gatheredUntilAtMs } from '../../domain/note/response';
import { TEST_START_MS } from '../worlds/test-cloud';

/** A reply to a shared note that stands since TEST_START_MS. */
export function aReply(
  replyId: string,
  { _id, sharedAtMs }: Pick<NoteDocument, '_id' | 'sharedAtMs'>,
  writer: Pick<Member, '_id' | 'name'>,
  reply: Partial<ResponseDocument> = {},
): ResponseDocument {
  const atMs = reply.atMs ?? TEST_START_MS;
  return {
    _id: replyId,
    kind: 'reply',
    noteId: _id,
    sharedAtMs: sharedAtMs ?? 0,
    memberId: writer._id,
    memberName: writer.name,
    crewName: 'crew 2',
    text: 'so it is with us',
    atMs,
    gatheredUntilAtMs: gatheredUntilAtMs(atMs),
    state: 'standing',
    removal: null,
    schemaVersion: 1,
    ...reply,
  };
}
