import { OFFICERS } from '../../contract/roles';
import type { NoticeKind } from '../../domain/notice/kind-names';
import { MS_PER_DAY } from '../../domain/time/local-day';
import {
  askedUntilOf,
  mustReadOf,
  waitingIn,
  type LibraryDocument,
  type StoredVersion,
} from '../_store/content/library-document';
import { libraryDocuments } from '../_store/content/library-documents';
import { checkersAmong } from '../_store/content/who-checks';
import { deliveries } from '../_store/delivery/deliveries';
import { derivedId } from '../_store/derived-id';
import { addresseesOf } from '../_store/people/addressees';
import type { Member } from '../_store/people/member-document';
import { members } from '../_store/people/members';
import { deliver } from './deliver';
import { documentNoticeText } from './document-notices.text';
import { writeEdition } from './new-edition';
import { withoutStop } from '../../domain/words/without-stop';
import { planNotice, type NoticeContent } from './plan-notice';
import { systemNotice } from './system-notice';

/** Until when a message finds its hour; what waits is read from the library. docs/rules.md#R-333 */
const CHECK_DAYS = 14;
/** An answer that was not looked at by then is no news any more. */
const NEWS_DAYS = 14;

interface Call {
  readonly requestId: string;
  readonly nowMs: number;
}

type Author = StoredVersion['by'];

const PAGE = 'packages/library/document/document?documentId=';
const pageOf = (documentId: string) => `${PAGE}${documentId}`;

/** Of which document a message of these speaks, by its page. */
export const documentIdIn = (page: string | null): string | undefined =>
  page?.startsWith(PAGE) === true ? page.slice(PAGE.length) : undefined;

const checkId = (versionId: string) => derivedId('document-check', versionId);

/** Asks for a second pair of eyes, once for each version that waits. docs/rules.md#R-240 */
export async function askToCheck(
  document: LibraryDocument,
  { requestId, nowMs }: Call,
): Promise<void> {
  const { _id, branchId } = document;
  const version = waitingIn(document);
  if (version === null) return;
  const { versionId, title, by } = version;
  const content = notice('document-to-check', by, {
    messageId: checkId(versionId),
    branchId,
    title: documentNoticeText.toCheck(by.name, title),
    body: documentNoticeText.toCheckBody,
    page: pageOf(_id),
    deadlineAtMs: nowMs + CHECK_DAYS * MS_PER_DAY,
    lastRequestId: requestId,
  });
  await deliver(content, await checkersOf(branchId, by.memberId), nowMs);
  // It may have been checked or taken down while they were told.
  const now = await libraryDocuments.byId(_id);
  if (now !== null && waitingIn(now)?.versionId !== versionId)
    await takeBackCheck(versionId, nowMs);
}

/** It was checked, or is none any more. */
export const takeBackCheck = (versionId: string, nowMs: number): Promise<void> =>
  deliveries.cancelEach([checkId(versionId)], nowMs);

async function checkersOf(branchId: string, uploaderId: string): Promise<readonly Member[]> {
  const ofBranch = await members.holding(branchId, OFFICERS);
  const found = checkersAmong(uploaderId, ofBranch, []);
  return found.length > 0 ? found : checkersAmong(uploaderId, [], await members.ofOffice());
}

/** Tells whoever has brought a version why it is not shown. */
export async function tellReturned(
  { _id, branchId }: LibraryDocument,
  version: StoredVersion,
  by: Author,
  reason: string,
  { requestId, nowMs }: Call,
): Promise<void> {
  const people = await members.byIds([version.by.memberId]);
  const content = notice('document-returned', by, {
    messageId: derivedId('document-returned', version.versionId),
    branchId,
    title: documentNoticeText.returned(version.title),
    body: documentNoticeText.returnedBody(by.name, withoutStop(reason)),
    page: pageOf(_id),
    deadlineAtMs: nowMs + NEWS_DAYS * MS_PER_DAY,
    lastRequestId: requestId,
  });
  const present = people.filter(({ leftDay }) => leftDay === null);
  await deliver(content, present, nowMs);
}

/**
 * Brings the must-read to what is shown now, once however often it is called: a first or a major
 * version asks its readers, a minor one only changes the words that stand there. How many are asked.
 * docs/rules.md#R-243
 */
export async function tellReaders(document: LibraryDocument, call: Call): Promise<number> {
  const { current, message, branchId } = document;
  if (current === null || message === null || current.readers === null) return 0;
  const editions = await deliveries.ofMessage(message.messageId);
  if (current.size === 'minor') {
    const [newest] = editions;
    if (newest !== undefined) await deliveries.reword(newest, wordsOf(current, call));
    await keepUntilLastDay(document);
    return 0;
  }
  const { people = [], organisation } = await addresseesOf(branchId, current.readers, call.nowMs);
  if (people.length === 0) return 0;
  const content = toRead(document, current, message, call);
  const { documents } = await planNotice(content, people, organisation, call.nowMs);
  const before = editions.filter(({ major }) => major === message.major - 1);
  await writeEdition(before, documents, call.nowMs);
  if (message.major > 1) await deliveries.supersede(message.messageId, message.major);
  // It may have been taken down while they were told.
  const now = await libraryDocuments.byId(document._id);
  const isAsked = now !== null && mustReadOf(now)?.messageId === message.messageId;
  if (!isAsked) await takeBackReading(message, call.nowMs);
  return isAsked ? people.length : 0;
}

/** It can be acknowledged as long as it can be read. docs/rules.md#R-244 */
export async function keepUntilLastDay({ current, message }: LibraryDocument): Promise<void> {
  if (current === null || message === null) return;
  await deliveries.setDeadline(message.messageId, askedUntilOf(current));
}

/** Nobody is asked to read it any more. */
export async function takeBackReading(
  message: LibraryDocument['message'],
  nowMs: number,
): Promise<void> {
  if (message !== null) await deliveries.cancel(message.messageId, nowMs);
}

function toRead(
  document: LibraryDocument,
  current: StoredVersion,
  message: NonNullable<LibraryDocument['message']>,
  call: Call,
): NoticeContent {
  const { title, body } = wordsOf(current, call);
  const content = notice('document-to-read', current.checkedBy ?? current.by, {
    messageId: message.messageId,
    branchId: document.branchId,
    title,
    body,
    page: pageOf(document._id),
    deadlineAtMs: askedUntilOf(current),
    lastRequestId: call.requestId,
  });
  return {
    ...content,
    major: message.major,
    changed: message.major === 1 ? null : current.changed,
  };
}

const wordsOf = ({ title, number, checkedBy, by }: StoredVersion, { requestId }: Call) => ({
  title,
  body: documentNoticeText.toReadBody(number),
  lastRequestId: requestId,
  revisedBy: checkedBy ?? by,
});

function notice(
  kind: NoticeKind,
  by: Author,
  particulars: Pick<
    NoticeContent,
    'messageId' | 'branchId' | 'title' | 'body' | 'page' | 'deadlineAtMs' | 'lastRequestId'
  >,
): NoticeContent {
  return systemNotice(kind, by, { ...particulars, about: null, notBeforeAtMs: null });
}
