import type {
  noticeLog as logAction,
  noticesOf as listAction,
} from '../../../contract/notice/sending';
import { dayOfInstant } from '../../../domain/time/local-day';
import type { Handler } from '../../_kit/serve';
import { noteLookAtUnread } from '../../_deliver/note-look-at-unread';
import { deliveries, type BranchPosition } from '../../_store/delivery/deliveries';
import { MOST_PEOPLE, type DeliveryDocument } from '../../_store/delivery/delivery-document';
import { isBound } from '../../_store/people/member-document';
import { members } from '../../_store/people/members';
import { organisationOnHotPath } from '../../_store/people/organisation';
import { newestEdition, REMIND_PAUSE_MS, unacknowledged } from './ask-again';
import { ofStudies } from './of-study';
import { countsOf, notReached, waitingOf } from './outcome-counts';

const PAGE = 30;

export const noticesOf: Handler<typeof listAction> = async ({ branchId, cursor }, ctx) => {
  const position = cursor === undefined ? null : positionOf(cursor);
  if (position === undefined) return ctx.fail('bad-input', { path: 'cursor' });
  const page = await deliveries.ofBranch(branchId ?? ctx.caller.branchId, position, PAGE);
  const last = page.documents.at(-1);
  const ofStudy = ctx.readsLeniently ? await ofStudies(page.documents) : () => undefined;
  return ctx.answer({
    nowMs: ctx.nowMs(),
    notices: page.documents.map((document) => ({
      messageId: document.messageId,
      kind: document.kind,
      title: document.title,
      authorName: document.author.name,
      createdAtMs: document.createdAtMs,
      isCancelled: document.cancelledAtMs !== null,
      isMustRead: document.isMustRead,
      recipients: shownRecipients(document),
      ...ofStudy(document),
    })),
    nextCursor: page.isLast || last === undefined ? null : `${last.createdAtMs}_${last._id}`,
  });
};

/** People of a small audience come and go after it was written down: reminders follow the replies. */
const shownRecipients = ({ recipients, memberIds }: DeliveryDocument): number =>
  recipients > MOST_PEOPLE ? recipients : memberIds.length;

function positionOf(cursor: string): BranchPosition | undefined {
  const [, at = '', deliveryId = ''] = /^(\d{1,16})_([\w-]{1,60})$/u.exec(cursor) ?? [];
  return deliveryId === '' ? undefined : { createdAtMs: Number(at), deliveryId };
}

export const noticeLog: Handler<typeof logAction> = async ({ messageId }, ctx) => {
  const nowMs = ctx.nowMs();
  const newest = await newestEdition(messageId);
  const [first] = newest;
  if (first === undefined) return ctx.fail('not-found');
  const { title, body, kind, author, createdAtMs, deadlineAtMs, isMustRead } = first;
  const { major, minor, changed } = first;
  const isCancelled = first.cancelledAtMs !== null;
  const open = isCancelled ? [] : openOf(newest, nowMs);
  const people = open.length === 0 ? [] : await members.byIds(open.map(({ memberId }) => memberId));
  const named = people.filter(({ leftDay }) => leftDay === null);
  const namedIds = named.map(({ _id }) => _id);
  await noteLookAtUnread(first, namedIds, ctx.caller, nowMs);
  const organisation = await organisationOnHotPath(people);
  const day = dayOfInstant(nowMs);
  // Nobody reads an inbox that no account is bound to: they have to be told face to face.
  const unbound = new Set(people.filter((member) => !isBound(member)).map(({ _id }) => _id));
  const isAnybodyToRemind = open.some(
    ({ memberId, state }) => state === 'not-acknowledged' && !unbound.has(memberId),
  );
  const byId = new Map(people.map((member) => [member._id, member]));
  const canRemind = !isCancelled && deadlineAtMs > nowMs;
  return ctx.answer({
    nowMs,
    title,
    body,
    kind,
    authorName: author.name,
    createdAtMs,
    deadlineAtMs,
    isCancelled,
    isMustRead,
    revision: { major, minor },
    changed,
    counts: countsOf(newest, unbound),
    waiting: waitingOf(newest),
    open: open.flatMap(({ memberId, state }) => {
      const member = byId.get(memberId);
      if (member === undefined || member.leftDay !== null) return [];
      const { crewName } = organisation.placeOf(member, day);
      const reached = unbound.has(memberId) ? 'not-reached' : state;
      return [{ memberId, name: member.name, crewName, state: reached }];
    }),
    remindFromAtMs:
      canRemind && isAnybodyToRemind
        ? Math.max(nowMs, (first.remindedAtMs ?? 0) + REMIND_PAUSE_MS)
        : null,
  });
};

/** Of a must-read, who has not acknowledged; of anything else, whom no subscribe message reached. */
function openOf(documents: readonly DeliveryDocument[], nowMs: number) {
  if (documents[0]?.isMustRead === true) {
    return unacknowledged(documents, nowMs).map((memberId) => ({
      memberId,
      state: 'not-acknowledged' as const,
    }));
  }
  return notReached(documents).map((memberId) => ({ memberId, state: 'not-reached' as const }));
}
