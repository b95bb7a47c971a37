import type {
  remindUnread as remindAction,
  tellInPerson as tellAction,
} from '../../../contract/notice/sending';
import { REMIND_PAUSE_HOURS } from '../../../contract/limits';
import { KIND_RULES } from '../../../domain/notice/notice-kinds';
import { isOfBranch } from '../../../domain/people/audience';
import { dayOfInstant, MS_PER_HOUR } from '../../../domain/time/local-day';
import type { Handler } from '../../_kit/serve';
import { deliveries } from '../../_store/delivery/deliveries';
import type { DeliveryDocument } from '../../_store/delivery/delivery-document';
import { derivedId } from '../../_store/derived-id';
import { members } from '../../_store/people/members';
import { organisationOnHotPath } from '../../_store/people/organisation';
import { planNotice } from '../../_deliver/plan-notice';
import { takeBackPreShift } from '../../_deliver/tell-before-shift';
import { hasCome } from '../../_deliver/inbox-entry';
import { editsChannel } from './edits-channel';
import { contentFrom } from './revise-notice';

export const REMIND_PAUSE_MS = REMIND_PAUSE_HOURS * MS_PER_HOUR;

export const remindUnread: Handler<typeof remindAction> = async ({ messageId }, ctx) => {
  const nowMs = ctx.nowMs();
  const newest = await newestEdition(messageId);
  const [first] = newest;
  if (first === undefined) return ctx.fail('not-found');
  if (!editsChannel(ctx.caller.roles, first.channel)) return ctx.fail('channel-not-yours');
  if (first.cancelledAtMs !== null) return ctx.fail('cancelled');
  if (first.deadlineAtMs <= nowMs) return ctx.fail('deadline-past');
  const ids = unacknowledged(newest, nowMs);
  const asked = ids.length === 0 ? [] : await members.byIds(ids);
  const day = dayOfInstant(nowMs);
  const people = asked.filter((member) => isOfBranch(member, first.branchId, day));
  if (people.length === 0) return ctx.fail('nobody-to-remind');
  const beforeMs = nowMs - REMIND_PAUSE_MS;
  if (!(await deliveries.takeReminder(messageId, ctx.requestId, beforeMs, nowMs))) {
    return ctx.fail('reminded-lately');
  }
  const { title, body } = first;
  const { documents } = await planNotice(
    {
      ...contentFrom(first),
      messageId: derivedId('reminder', messageId, ctx.requestId),
      title,
      body,
      author: { memberId: ctx.caller.memberId, name: ctx.caller.name },
      major: 1,
      changed: null,
      reminds: messageId,
      lastRequestId: ctx.requestId,
      notBeforeAtMs: null,
    },
    people,
    await organisationOnHotPath(people),
    nowMs,
  );
  await deliveries.insertAbsent(documents);
  return ctx.answer({ reminded: people.length });
};

export const tellInPerson: Handler<typeof tellAction> = async ({ messageId, memberIds }, ctx) => {
  const newest = await newestEdition(messageId);
  const [first] = newest;
  if (first === undefined) return ctx.fail('not-found');
  if (first.cancelledAtMs !== null) return ctx.fail('cancelled');
  const places = [...new Set(memberIds)].map((memberId) => ({
    memberId,
    document: newest.find((document) => document.memberIds.includes(memberId)),
  }));
  const isTold = first.isMustRead || KIND_RULES[first.kind].isToldInPerson === true;
  if (!isTold || places.some(({ document }) => document === undefined)) {
    return ctx.fail('not-a-recipient');
  }
  const { memberId: leaderId, name } = ctx.caller;
  const ack = { atMs: ctx.nowMs(), toldBy: { memberId: leaderId, name } };
  for (const { memberId, document } of places) {
    if (document !== undefined) await deliveries.acknowledge(document._id, memberId, ack);
  }
  await takeBackPreShift(first, leaderId, ack.atMs);
  return ctx.answer({ told: places.length });
};

/** All chunks of the newest edition. */
export async function newestEdition(messageId: string): Promise<readonly DeliveryDocument[]> {
  const editions = await deliveries.ofMessage(messageId);
  return editions.filter(({ major }) => major === editions[0]?.major);
}

/** Those who have a must-read in their inbox and have not said that they know of it. */
export function unacknowledged(documents: readonly DeliveryDocument[], nowMs: number): string[] {
  return documents
    .filter(({ isMustRead }) => isMustRead)
    .flatMap((document) =>
      document.memberIds.filter(
        (memberId) => document.acks[memberId] === undefined && hasCome(document, memberId, nowMs),
      ),
    );
}
