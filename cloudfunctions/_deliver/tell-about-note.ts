import { holdsOneOf, OFFICERS } from '../../contract/roles';
import { CONSENT_DAYS } from '../../domain/note/note';
import { MS_PER_DAY } from '../../domain/time/local-day';
import type { NoticeKind } from '../../domain/notice/kind-names';
import { deliveries } from '../_store/delivery/deliveries';
import { derivedId } from '../_store/derived-id';
import type { NoteDocument } from '../_store/note/note-document';
import type { Member } from '../_store/people/member-document';
import { members } from '../_store/people/members';
import { deliver } from './deliver';
import { noteNoticeText } from './note-notices.text';
import { systemNotice } from './system-notice';
import { takeBackTold } from './take-back-told';

/** An answer that was not looked at by then is no news any more. */
const NEWS_DAYS = 14;

interface Author {
  readonly memberId: string | null;
  readonly name: string;
}

interface Words {
  readonly title: string;
  readonly body: string | null;
}

interface Call {
  readonly requestId: string;
  readonly nowMs: number;
}

const openPage = (noteId: string) => `packages/note/open/open?noteId=${noteId}`;
const hazardId = (noteId: string) => derivedId('hazard', noteId);
const consentId = (noteId: string, askId: string) => derivedId('note-consent', noteId, askId);

/**
 * Tells the author what was done to their note by `deedId`, once however often it is called; when
 * they hear of it, or null when they have left.
 */
export async function tellAuthor(
  note: NoteDocument,
  deedId: string,
  by: Author,
  words: Words,
  call: Call,
): Promise<number | null> {
  const people = await present([note.ownerId]);
  return tell('note-answered', note, people, by, openPage(note._id), words, {
    ...call,
    messageId: derivedId('note', note._id, deedId),
    days: NEWS_DAYS,
  });
}

/** Asks the author for consent, on the today page too. docs/rules.md#R-110 */
export async function askAuthor(
  note: NoteDocument,
  by: Author,
  call: Call,
): Promise<number | null> {
  const { ask } = note;
  if (ask === null) return null;
  const people = await present([note.ownerId]);
  const words = {
    title: noteNoticeText.asked(by.name),
    body: noteNoticeText.askedBody(note.title, ask.scope),
  };
  return tell('note-consent', note, people, by, openPage(note._id), words, {
    ...call,
    messageId: consentId(note._id, ask.askId),
    days: CONSENT_DAYS,
  });
}

/** The question was answered, or is none any more. */
export async function takeBackAsking({ _id, ask }: NoteDocument, nowMs: number): Promise<void> {
  if (ask !== null) await deliveries.cancelEach([consentId(_id, ask.askId)], nowMs);
}

/** Tells the officers of the branch of a hazard, once. docs/rules.md#R-114 */
export async function tellOfHazard(note: NoteDocument, call: Call): Promise<void> {
  const people = await members.ofBranch(note.branchId);
  const officers = people.filter(
    ({ _id, roles }) => holdsOneOf(roles, OFFICERS) && _id !== note.ownerId,
  );
  const by = { memberId: note.ownerId, name: note.ownerName };
  const words = { title: noteNoticeText.hazard(note.ownerName, note.title), body: null };
  const page = `packages/note-office/read/read?noteId=${note._id}`;
  await tell('hazard-reported', note, officers, by, page, words, {
    ...call,
    messageId: hazardId(note._id),
    days: NEWS_DAYS,
  });
}

/** Of a hazard whose author has taken it back: those who heard of it are told so, once. docs/rules.md#R-342 */
export async function takeBackHazard(note: NoteDocument, call: Call): Promise<void> {
  const { _id, ownerId, ownerName, title } = note;
  const told = await takeBackTold([hazardId(_id)], call.nowMs);
  const words = { title: noteNoticeText.hazardTakenBack(ownerName, title), body: null };
  await tell('hazard-reported', note, told, { memberId: ownerId, name: ownerName }, null, words, {
    ...call,
    messageId: derivedId('hazard-taken-back', _id),
    days: NEWS_DAYS,
  });
}

/** When the first of them hears of it. */
async function tell(
  kind: NoticeKind,
  { branchId }: NoteDocument,
  people: readonly Member[],
  by: Author,
  page: string | null,
  { title, body }: Words,
  { messageId, requestId, nowMs, days }: Call & { messageId: string; days: number },
): Promise<number | null> {
  const content = systemNotice(kind, by, {
    messageId,
    branchId,
    title,
    body,
    page,
    about: null,
    notBeforeAtMs: null,
    deadlineAtMs: nowMs + days * MS_PER_DAY,
    lastRequestId: requestId,
  });
  return deliver(content, people, nowMs);
}

const present = async (ids: readonly string[]) =>
  (await members.byIds(ids)).filter(({ leftDay }) => leftDay === null);
