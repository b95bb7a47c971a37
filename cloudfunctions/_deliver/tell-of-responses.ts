import type { NoticeKind } from '../../domain/notice/kind-names';
import { MS_PER_DAY } from '../../domain/time/local-day';
import { gatheredUntilAtMs } from '../../domain/note/response';
import { deliveries } from '../_store/delivery/deliveries';
import { derivedId } from '../_store/derived-id';
import { isShared, responses, type SharedNote } from '../_store/note/responses';
import type { NoteDocument } from '../_store/note/note-document';
import type { ResponseDocument } from '../_store/note/response-document';
import { members } from '../_store/people/members';
import { deliver } from './deliver';
import { noteNoticeText } from './note-notices.text';
import { withoutStop } from '../../domain/words/without-stop';
import type { NoticeContent } from './plan-notice';
import { systemNotice } from './system-notice';

const NEWS_DAYS = 14;
/** Who answered is read on the page: the message names nobody. */
const READERS = { memberId: null, name: noteNoticeText.readers } as const;

interface Call {
  readonly requestId: string;
  readonly nowMs: number;
}

const gatheringId = ({ _id, sharedAtMs }: SharedNote, untilAtMs: number): string =>
  derivedId('note-responses', _id, sharedAtMs, untilAtMs);

/**
 * Tells the author, when the day's window ends, that something new stands below their note: one message
 * a window, however much was given in it. docs/rules.md#R-268
 */
export async function tellOfResponses(
  note: SharedNote,
  untilAtMs: number,
  call: Call,
): Promise<void> {
  if (untilAtMs <= call.nowMs || !(await responses.hasGathered(note, untilAtMs))) return;
  const messageId = gatheringId(note, untilAtMs);
  const [present] = await deliveries.ofMessage(messageId);
  if (present !== undefined) {
    if (present.cancelledAtMs !== null) await deliveries.revive(messageId);
    return;
  }
  await say('note-responses', READERS, note, note.ownerId, {
    messageId,
    title: noteNoticeText.responded(note.title),
    body: noteNoticeText.respondedBody,
    notBeforeAtMs: untilAtMs,
    deadlineAtMs: untilAtMs + NEWS_DAYS * MS_PER_DAY,
    call,
  });
}

/** Of what was taken back or removed before it was told nothing is, unless more stands of its window. */
export async function withdrawTelling(
  note: NoteDocument | null,
  { gatheredUntilAtMs: untilAtMs, sharedAtMs }: ResponseDocument,
  call: Call,
): Promise<void> {
  if (!isShared(note) || note.sharedAtMs !== sharedAtMs || untilAtMs <= call.nowMs) return;
  if (await responses.hasGathered(note, untilAtMs)) return;
  await deliveries.cancelEach([gatheringId(note, untilAtMs)], call.nowMs);
  // Another may have been given meanwhile.
  await tellOfResponses(note, untilAtMs, call);
}

/**
 * The sharing has ended: nothing of what was given below it is shown, or told. Of earlier windows too:
 * whoever was on duty or asleep at their end may not have heard yet. docs/rules.md#R-268
 */
export async function withdrawTellingOf(before: NoteDocument, nowMs: number): Promise<void> {
  if (!isShared(before)) return;
  const untilAtMs = gatheredUntilAtMs(nowMs);
  const windows = Array.from({ length: NEWS_DAYS + 1 }, (_, days) =>
    gatheringId(before, untilAtMs - days * MS_PER_DAY),
  );
  await deliveries.cancelEach(windows, nowMs);
}

/** Tells the writer of a reply that it was removed, by whom and why, once. docs/rules.md#R-267 */
export async function tellOfRemoval(
  note: NoteDocument,
  { _id, memberId, removal }: ResponseDocument,
  call: Call,
): Promise<void> {
  if (removal === null) return;
  await say('reply-removed', removal.by, note, memberId, {
    messageId: derivedId('reply-removed', _id),
    title: noteNoticeText.removed(removal.by.name),
    body: noteNoticeText.removedBody(withoutStop(removal.reason)),
    notBeforeAtMs: null,
    deadlineAtMs: call.nowMs + NEWS_DAYS * MS_PER_DAY,
    call,
  });
}

interface Said extends Pick<
  NoticeContent,
  'messageId' | 'title' | 'body' | 'notBeforeAtMs' | 'deadlineAtMs'
> {
  readonly call: Call;
}

async function say(
  kind: NoticeKind,
  by: NoticeContent['author'],
  { _id, branchId }: NoteDocument,
  memberId: string,
  { call, ...words }: Said,
): Promise<void> {
  const people = await members.byIds([memberId]);
  const page = `packages/note/open/open?noteId=${_id}`;
  const rest = { branchId, page, about: null, lastRequestId: call.requestId };
  const present = people.filter(({ leftDay }) => leftDay === null);
  await deliver(systemNotice(kind, by, { ...words, ...rest }), present, call.nowMs);
}
