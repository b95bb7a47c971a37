import * as v from 'valibot';
import { AtMs, Id } from '../../../contract/fields';
import { RESPONSE_KINDS, RESPONSE_STATES } from '../../../domain/note/response';
import { documentKind } from '../document-kind';

const Removal = v.object({
  by: v.object({ memberId: Id, name: v.string() }),
  reason: v.string(),
  atMs: AtMs,
});

/** A reply to a shared note, or thanks for it: one document each. docs/rules.md#R-264 */
export const ResponseDocument = v.object({
  /** The phone's of a reply; of thanks it follows from note, sharing and member. */
  _id: Id,
  kind: v.picklist(RESPONSE_KINDS),
  noteId: Id,
  /** Since when the note was shared: below another sharing it is not shown. docs/rules.md#R-267 */
  sharedAtMs: AtMs,
  memberId: Id,
  /** Name and crew as they were then. */
  memberName: v.string(),
  crewName: v.nullable(v.string()),
  /** '' of thanks, and once it was taken back. */
  text: v.string(),
  /** Of thanks that were taken back and given anew, the last time. */
  atMs: AtMs,
  /** Until when what the author is told is gathered. docs/rules.md#R-268 */
  gatheredUntilAtMs: AtMs,
  state: v.picklist(RESPONSE_STATES),
  removal: v.nullable(Removal),
  schemaVersion: v.literal(1),
});
export type ResponseDocument = v.InferOutput<typeof ResponseDocument>;

export const RESPONSES = documentKind('note_responses', ResponseDocument);
