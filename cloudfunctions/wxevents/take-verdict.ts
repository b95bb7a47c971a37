import type { CheckState } from '../../domain/note/note';
import { noteNoticeText } from '../_deliver/note-notices.text';
import { takeBackAsking, tellAuthor } from '../_deliver/tell-about-note';
import { derivedId } from '../_store/derived-id';
import {
  checkFields,
  withoutSharing,
  withRemark,
  type NoteDocument,
} from '../_store/note/note-document';
import { notes } from '../_store/note/notes';
import type { MediaCheckEvent } from './media-check-event';

const STATES = { pass: 'pass', review: 'to-look-at', risky: 'refused' } as const;
/** A verdict may come before the note that names it is written: it is looked for so often. */
const TRIES = 5;
const FIRST_PAUSE_MS = 100;

const WECHAT = { memberId: null, name: noteNoticeText.checker } as const;

/**
 * Enters WeChat's verdict on a picture; a refused one returns the note to its author. One that comes
 * twice, or after an officer has decided, changes nothing. docs/rules.md#R-112
 */
export async function takeVerdict(event: MediaCheckEvent, nowMs: number): Promise<void> {
  const { trace_id: traceId, result } = event;
  const check = result === undefined ? 'to-look-at' : STATES[result.suggest];
  for (let tries = 1; ; tries += 1) {
    const verdict = await notes.change(
      { traceIds: traceId },
      (note) => withVerdict(note, traceId, check, nowMs),
      nowMs,
    );
    if (verdict.kind === 'missing' && tries < TRIES) {
      await pause(FIRST_PAUSE_MS * 2 ** (tries - 1));
      continue;
    }
    if (verdict.kind === 'changed' && check === 'refused') await tell(verdict.note, traceId, nowMs);
    return;
  }
}

function withVerdict(note: NoteDocument, traceId: string, check: CheckState, nowMs: number) {
  const pictures = note.pictures.map((picture) =>
    picture.traceId === traceId ? { ...picture, check } : picture,
  );
  const fields = checkFields(pictures, note.checkDueAtMs);
  if (check !== 'refused' || note.state === 'taken-back') return fields;
  const numbers = pictures.flatMap((picture, at) => (picture.check === 'refused' ? [at + 1] : []));
  const remark = {
    deedId: refusalId(note, traceId),
    kind: 'picture-refused',
    by: WECHAT,
    atMs: nowMs,
    text: noteNoticeText.pictureRefused(numbers),
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

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
