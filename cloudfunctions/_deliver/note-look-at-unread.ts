import type { Role } from '../../contract/roles';
import { KIND_RULES } from '../../domain/notice/notice-kinds';
import { dayOfInstant } from '../../domain/time/local-day';
import type { DeliveryDocument } from '../_store/delivery/delivery-document';
import { derivedId } from '../_store/derived-id';
import {
  auditEntries,
  type AuditEntryDocument,
  type SaidAbout,
} from '../_store/people/audit-entries';
import { documentIdIn } from './tell-of-document';

interface Looker {
  readonly memberId: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

type Message = Pick<
  DeliveryDocument,
  'messageId' | 'major' | 'branchId' | 'kind' | 'title' | 'page'
>;

/**
 * Of the lines that `noteLookAtUnread` writes today; who has read them hands them over as `said`.
 * Nothing of who is named: the id goes to each of them, who could try who the others are.
 */
export const lookAtUnreadId = (
  memberId: string,
  { messageId, major }: Pick<Message, 'messageId' | 'major'>,
  nowMs: number,
): string => derivedId('look-unread', memberId, messageId, major, dayOfInstant(nowMs));

/**
 * Says in the trail of those who are named as not having acknowledged a document, or as whom an issue has
 * not reached, that somebody looked, before it is shown, once a day. Of other messages nothing is said.
 * docs/rules.md#R-249, docs/rules.md#R-229
 */
export async function noteLookAtUnread(
  message: Message,
  namedIds: readonly string[],
  { memberId, name, roles }: Looker,
  nowMs: number,
  said?: SaidAbout,
): Promise<void> {
  const memberIds = namedIds.filter((id) => id !== memberId);
  const what = whatIsSeen(message);
  if (memberIds.length === 0 || what === undefined) return;
  const line = {
    atMs: nowMs,
    branchId: message.branchId,
    by: { memberId, name, roles: [...roles] },
    what,
    memberIds,
  };
  await auditEntries.noteOnceAbout(lookAtUnreadId(memberId, message, nowMs), line, said);
}

function whatIsSeen({
  messageId,
  kind,
  title,
  page,
}: Message): AuditEntryDocument['what'] | undefined {
  if (KIND_RULES[kind].isToldInPerson === true) return { kind: 'saw-unreached', messageId, title };
  const documentId = kind === 'document-to-read' ? documentIdIn(page) : undefined;
  return documentId === undefined ? undefined : { kind: 'saw-unread', documentId, title };
}
