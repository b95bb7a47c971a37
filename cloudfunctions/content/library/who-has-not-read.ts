import type { whoHasNotRead as action } from '../../../contract/content/library';
import { dayOfInstant } from '../../../domain/time/local-day';
import type { Handler } from '../../_kit/serve';
import { noteLookAtUnread } from '../../_deliver/note-look-at-unread';
import { mustReadOf } from '../../_store/content/library-document';
import { targetDocuments } from '../../_store/content/library-documents';
import { deliveries } from '../../_store/delivery/deliveries';
import { isBound } from '../../_store/people/member-document';
import { members } from '../../_store/people/members';
import { organisationOnHotPath } from '../../_store/people/organisation';

/** Said in the trail before it is shown, once a day for whom it names. docs/rules.md#R-249 */
export const whoHasNotRead: Handler<typeof action> = async ({ documentId }, ctx) => {
  const nowMs = ctx.nowMs();
  const day = dayOfInstant(nowMs);
  const document = await targetDocuments.read(documentId);
  const message = document && mustReadOf(document);
  if (document?.current == null || message === null) return ctx.fail('nobody-asked');
  const { title } = document.current;
  const editions = await deliveries.ofMessage(message.messageId);
  const newest = editions.filter(({ major }) => major === message.major);
  const asked = await members.byIds(newest.flatMap(({ memberIds }) => memberIds));
  // Who has left is missing to nobody.
  const present = asked.filter(
    ({ leftDay, branchId }) => leftDay === null && branchId === document.branchId,
  );
  const open = present.filter(({ _id }) => newest.every(({ acks }) => acks[_id] === undefined));
  const organisation = await organisationOnHotPath(open);
  const [first] = newest;
  if (first !== undefined) {
    const namedIds = open.map(({ _id }) => _id);
    await noteLookAtUnread(first, namedIds, ctx.caller, nowMs);
  }
  return ctx.answer({
    nowMs,
    title,
    messageId: message.messageId,
    counts: { recipients: present.length, acknowledged: present.length - open.length },
    open: open.map((member) => ({
      memberId: member._id,
      name: member.name,
      crewName: organisation.placeOf(member, day).crewName,
      isBound: isBound(member),
    })),
  });
};
