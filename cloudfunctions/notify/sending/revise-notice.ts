import type {
  cancelNotice as cancelAction,
  reviseNotice as reviseAction,
} from '../../../contract/notice/sending';
import { holdsOneOf, OFFICERS } from '../../../contract/roles';
import { KIND_RULES } from '../../../domain/notice/notice-kinds';
import { isOfBranch } from '../../../domain/people/audience';
import { dayOfInstant } from '../../../domain/time/local-day';
import type { Caller } from '../../_kit/context';
import type { Handler } from '../../_kit/serve';
import { deliveries } from '../../_store/delivery/deliveries';
import type { DeliveryDocument, DeliveryGroup } from '../../_store/delivery/delivery-document';
import { hasCome } from '../../_deliver/inbox-entry';
import { members } from '../../_store/people/members';
import { organisationOnHotPath } from '../../_store/people/organisation';
import { planNotice } from '../../_deliver/plan-notice';
import { editsChannel } from './edits-channel';

export const reviseNotice: Handler<typeof reviseAction> = async (
  { messageId, title, body, size, from },
  ctx,
) => {
  const nowMs = ctx.nowMs();
  const editions = await deliveries.ofMessage(messageId);
  const [newest] = editions;
  if (newest === undefined) return ctx.fail('not-found');
  if (!isTheirs(ctx.caller, newest)) return ctx.fail('not-allowed');
  if (!KIND_RULES[newest.kind].isWritten) return ctx.fail('kind-not-yours');
  if (!editsChannel(ctx.caller.roles, newest.channel)) return ctx.fail('channel-not-yours');
  if (newest.cancelledAtMs !== null) return ctx.fail('cancelled');
  const isRetry = newest.lastRequestId === ctx.requestId;
  const isNewest = from?.major === newest.major && from.minor === newest.minor;
  if (from !== undefined && !isNewest && !isRetry) return ctx.fail('changed-meanwhile');
  const revisedBy = { memberId: ctx.caller.memberId, name: ctx.caller.name };
  const words = { title, body, lastRequestId: ctx.requestId, revisedBy };
  if (size.kind === 'minor') {
    if (!(await deliveries.reword(newest, words))) return ctx.fail('changed-meanwhile');
    const minor = isRetry ? newest.minor : newest.minor + 1;
    return ctx.answer({ revision: { major: newest.major, minor } });
  }
  if (newest.deadlineAtMs <= nowMs) return ctx.fail('deadline-past');
  // A call that was cut off goes on with the edition it began, by the people of the one before.
  const major = isRetry ? newest.major : newest.major + 1;
  const before = editions.filter((edition) => edition.major === major - 1);
  const ids = before.flatMap(({ memberIds }) => memberIds);
  const asked = await members.byIds(ids);
  const organisation = await organisationOnHotPath(asked);
  const people = asked
    .filter((member) => isOfBranch(member, newest.branchId, dayOfInstant(nowMs)))
    .sort((a, b) => (a._id < b._id ? -1 : 1));
  const content = { ...contentFrom(newest), ...words, major, changed: size.changed };
  const { documents } = await planNotice(content, people, organisation, nowMs);
  // A new edition opens no second reminder within the pause of the one before.
  const { remindedAtMs, remindedBy } = newest;
  const held = new Set(
    before.flatMap((edition) => edition.memberIds.filter((id) => hasCome(edition, id, nowMs))),
  );
  const isFirst = await deliveries.insertAbsent(
    documents.map((document) => ({
      ...document,
      groups: document.groups.flatMap((group) => inPlace(group, held, nowMs)),
      remindedAtMs,
      remindedBy,
    })),
  );
  if (!isFirst && !isRetry) return ctx.fail('changed-meanwhile');
  await deliveries.supersede(messageId, major);
  return ctx.answer({ revision: { major, minor: 0 } });
};

/** Officers revise and cancel whatever the branch has sent, a group leader what they have sent. docs/rules.md#R-53 */
function isTheirs({ memberId, roles }: Caller, { author }: DeliveryDocument): boolean {
  return holdsOneOf(roles, OFFICERS) || author.memberId === memberId;
}

/** Who holds the older edition has the new one in its place at once; it rings when it suits them. */
function inPlace(
  group: DeliveryGroup,
  held: ReadonlySet<string>,
  nowMs: number,
): readonly DeliveryGroup[] {
  if (group.atMs <= nowMs) return [group];
  const part = (isWanted: (memberId: string) => boolean): DeliveryGroup => ({
    ...group,
    subscribe: group.subscribe.filter(isWanted),
    inboxOnly: group.inboxOnly.filter(({ memberId }) => isWanted(memberId)),
  });
  const why = { code: 'new-edition', because: null, label: null } as const;
  return [
    { ...part((memberId) => held.has(memberId)), shown: { atMs: nowMs, why } },
    part((memberId) => !held.has(memberId)),
  ].filter(({ subscribe, inboxOnly }) => subscribe.length + inboxOnly.length > 0);
}

export const cancelNotice: Handler<typeof cancelAction> = async ({ messageId }, ctx) => {
  const [found] = await deliveries.ofMessage(messageId);
  if (found === undefined) return ctx.fail('not-found');
  if (!isTheirs(ctx.caller, found)) return ctx.fail('not-allowed');
  // What a study says is taken back with the study.
  if (!KIND_RULES[found.kind].isWritten) return ctx.fail('kind-not-yours');
  if (!editsChannel(ctx.caller.roles, found.channel)) return ctx.fail('channel-not-yours');
  await deliveries.cancel(messageId, ctx.nowMs());
  const editions = await deliveries.ofMessage(messageId);
  const newest = editions.filter(({ major }) => major === editions[0]?.major);
  const groups = newest.flatMap((document) => document.groups);
  const people = (isIn: (group: (typeof groups)[number]) => boolean) =>
    groups
      .filter(isIn)
      .reduce((sum, group) => sum + group.subscribe.length + group.inboxOnly.length, 0);
  return ctx.answer({
    notYetSent: people(({ state }) => state === 'pending'),
    alreadySent: people(({ state }) => state !== 'pending'),
  });
};

/** What a message is, without words and edition. */
export function contentFrom(document: DeliveryDocument) {
  const { messageId, branchId, kind, channel, urgency, importance, templateKey } = document;
  const { page, isMustRead, author, about, reminds, notBeforeAtMs, deadlineAtMs } = document;
  return {
    messageId,
    branchId,
    kind,
    channel,
    urgency,
    importance,
    templateKey,
    page,
    isMustRead,
    author,
    about,
    reminds,
    notBeforeAtMs,
    deadlineAtMs,
  };
}
