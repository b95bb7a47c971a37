import type { CheckState } from '../../domain/words/check-state';
import { noteNoticeText } from '../_deliver/note-notices.text';
import { takeBackAsking, tellAuthor } from '../_deliver/tell-about-note';
import { derivedId } from '../_store/derived-id';
import { withoutSharing, withRemark, type NoteDocument } from '../_store/note/note-document';
import { notes } from '../_store/note/notes';
import { refusedNumbers, withVerdict } from '../_store/picture/checked-pictures';

const WECHAT = { memberId: null, name: noteNoticeText.checker } as const;

/**
 * Enters WeChat's verdict on a picture of a note; a refused one returns the note to its author. Whether
 * there is such a note. docs/rules.md#R-112
 */
export async function takeNoteVerdict(
  traceId: string,
  check: CheckState,
  nowMs: number,
): Promise<boolean> {
  const verdict = await notes.change(
    { traceIds: traceId },
    (note) => withCheck(note, traceId, check, nowMs),
    nowMs,
  );
  if (verdict.kind === 'changed' && check === 'refused') await tell(verdict.note, traceId, nowMs);
  return verdict.kind !== 'missing';
}

function withCheck(note: NoteDocument, traceId: string, check: CheckState, nowMs: number) {
  const fields = withVerdict(note, traceId, check);
  if (check !== 'refused' || note.state === 'taken-back') return fields;
  const remark = {
    deedId: refusalId(note, traceId),
    kind: 'picture-refused',
    by: WECHAT,
    atMs: nowMs,
    text: noteNoticeText.pictureRefused(refusedNumbers(fields.pictures)),
  } as const;
  return {
    ...fields,
    state: 'returned',
    remarks: withRemark(note, remark),
    ...withoutSharing(note),
  } as const;
}

async function tell(note: NoteDocument, traceId: string, nowMs: number): Promise<void> {
  const deedId = refusalId(note, traceId);
  const said = note.remarks.find((remark) => remark.deedId === deedId);
  const words = { title: noteNoticeText.returned(note.title), body: said?.text ?? null };
  await takeBackAsking(note, nowMs);
  await tellAuthor(note, deedId, WECHAT, words, { requestId: deedId, nowMs });
}

const refusalId = ({ _id }: NoteDocument, traceId: string) => derivedId('refused', _id, traceId);
