import type { acknowledge as acknowledgeAction } from '../../../contract/notice/acknowledge';
import type {
  inbox as inboxAction,
  message as messageAction,
  markSeen as markSeenAction,
} from '../../../contract/notice/inbox';
import { mayReach } from '../../../contract/allow';
import { isLeftBehind } from '../../../domain/notice/left-behind';
import { asksAnswer } from '../../../domain/notice/notice-kinds';
import type { Caller } from '../../_kit/context';
import type { Handler } from '../../_kit/serve';
import { memberOfCaller, forgetCaller } from '../../_store/people/callers';
import { deliveries, type InboxPosition } from '../../_store/delivery/deliveries';
import { unreadOf } from '../../_store/delivery/unread-deliveries';
import {
  inboxEntry,
  isPastReading,
  isToAcknowledge,
  type InboxEntry,
} from '../../_deliver/inbox-entry';
import { memberNotices } from '../../_store/people/member-notices';
import { leftBehindText } from './left-behind.text';

const PAGE = 50;
/** Must-reads that nobody acknowledged, all on the first page. */
const MOST_OPEN = 200;
const LATEST_ANSWER_MS = 4_102_444_800_000;

/** Two queries at most: the page by time, and on the first page what is still to be acknowledged. */
export const inbox: Handler<typeof inboxAction> = async ({ channel, cursor }, ctx) => {
  const nowMs = ctx.nowMs();
  const { memberId, branchId } = ctx.caller;
  const reader = { _id: memberId, branchId };
  const isOpen = (entry: InboxEntry) => isToAcknowledge(entry, ctx.caller);
  const member = await memberOfCaller(ctx.openId);
  const seenAtMs = member?.inboxSeenAtMs ?? 0;
  const position = cursor === undefined ? null : positionOf(cursor);
  if (position === undefined) return ctx.fail('bad-input', { path: 'cursor' });
  const [page, open] = await Promise.all([
    deliveries.inboxOf(memberId, position, channel ?? null, PAGE),
    position === null ? unreadOf(reader, LATEST_ANSWER_MS, nowMs, MOST_OPEN) : [],
  ]);
  const entries = [...open, ...page.documents]
    .map((document) => inboxEntry(document, memberId, nowMs))
    .filter((entry) => entry !== null)
    .filter(({ document }) => channel === undefined || document.channel === channel)
    // What is still to be acknowledged stood on the first page, whatever its age.
    .filter((entry) => position === null || !isOpen(entry));
  const once = [...new Map(entries.map((entry) => [entry.document._id, entry])).values()];
  const toAcknowledge = once.filter(isOpen);
  once.sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || b.atMs - a.atMs);
  const last = page.documents.at(-1);
  return ctx.answer({
    nowMs,
    toAcknowledge: toAcknowledge.length,
    items: once.map((entry) => toItem(entry, seenAtMs, ctx.caller)),
    nextCursor: page.isLast || last === undefined ? null : `${last.lastAtMs}_${last._id}`,
  });
};

function positionOf(cursor: string): InboxPosition | undefined {
  const [, at = '', deliveryId = ''] = /^(\d{1,16})_([\w-]{1,60})$/u.exec(cursor) ?? [];
  return deliveryId === '' ? undefined : { lastAtMs: Number(at), deliveryId };
}

function toItem(entry: InboxEntry, seenAtMs: number, caller: Caller) {
  const { document, atMs, why, acknowledgedAtMs } = entry;
  const { messageId, kind, channel, title, deadlineAtMs, changed } = document;
  const { body, page, isMustRead } = isLeftBehind(document, caller)
    ? leftBehind(entry, caller)
    : document;
  const { author, revisedBy } = document;
  return {
    messageId,
    kind,
    channel,
    title,
    body,
    page,
    authorName: (revisedBy ?? author).name,
    atMs,
    deadlineAtMs,
    why,
    isUrgent: document.urgency === 'urgent',
    isMustRead,
    edition: document.major,
    changed,
    acknowledgedAtMs,
    isNew: atMs > seenAtMs,
  };
}

/** It says why it leads no further, and asks nothing; what was acknowledged goes on saying so. docs/rules.md#R-348 */
function leftBehind({ document, acknowledgedAtMs }: InboxEntry, caller: Caller) {
  const { kind, branchId, body, page, isMustRead } = document;
  const leadsOn = page === null || mayReach(caller, branchId);
  const wasAsked = acknowledgedAtMs === null && (isMustRead || asksAnswer(kind));
  const note = leftBehindText(wasAsked, leadsOn);
  return {
    body: body === null ? note : `${body}\n${note}`,
    page: leadsOn ? page : null,
    isMustRead: isMustRead && acknowledgedAtMs !== null,
  };
}

/** One query. */
export const message: Handler<typeof messageAction> = async ({ messageId }, ctx) => {
  const nowMs = ctx.nowMs();
  const { memberId } = ctx.caller;
  const member = await memberOfCaller(ctx.openId);
  const document = await deliveries.inInboxOf(memberId, messageId);
  const entry = document === null ? null : inboxEntry(document, memberId, nowMs);
  const item = entry === null ? null : toItem(entry, member?.inboxSeenAtMs ?? 0, ctx.caller);
  return ctx.answer({ nowMs, item });
};

export const markSeen: Handler<typeof markSeenAction> = async ({ upToAtMs }, ctx) => {
  await memberNotices.markSeen(ctx.caller.memberId, Math.min(upToAtMs, ctx.nowMs()));
  forgetCaller(ctx.openId);
  return ctx.answer({});
};

export const acknowledge: Handler<typeof acknowledgeAction> = async (
  { messageId, edition },
  ctx,
) => {
  const { memberId } = ctx.caller;
  const editions = await deliveries.ofMessage(messageId);
  const mine = editions.find((document) => document.memberIds.includes(memberId));
  if (mine === undefined) return ctx.fail('not-found');
  if (mine.cancelledAtMs !== null) return ctx.fail('cancelled');
  if (!mine.isMustRead) return ctx.fail('not-to-acknowledge');
  if (edition !== undefined && edition < mine.major) return ctx.fail('newer-edition');
  const known = mine.acks[memberId];
  if (known !== undefined) return ctx.answer({ atMs: known.atMs });
  const atMs = ctx.nowMs();
  if (isPastReading(mine, atMs)) return ctx.fail('no-more-asked');
  await deliveries.acknowledge(mine._id, memberId, { atMs, toldBy: null });
  return ctx.answer({ atMs });
};
