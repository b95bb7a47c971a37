import type {
  cancelNotice as cancelAction,
  previewRevision as previewAction,
  reviseNotice as reviseAction,
} from '../../../contract/notice/sending';
import { holdsOneOf, OFFICERS } from '../../../contract/roles';
import { KIND_RULES } from '../../../domain/notice/notice-kinds';
import { isOfBranch } from '../../../domain/people/audience';
import { dayOfInstant } from '../../../domain/time/local-day';
import type { Caller } from '../../_kit/context';
import type { Handler } from '../../_kit/serve';
import { deliveries } from '../../_store/delivery/deliveries';
import type { DeliveryDocument } from '../../_store/delivery/delivery-document';
import { writeEdition } from '../../_deliver/new-edition';
import { members } from '../../_store/people/members';
import { organisationOnHotPath } from '../../_store/people/organisation';
import { planNotice } from '../../_deliver/plan-notice';
import { editsChannel } from './edits-channel';
import { previewOf } from '../../_deliver/preview-of';

export const reviseNotice: Handler<typeof reviseAction> = async (
  { messageId, title, body, size, from },
  ctx,
) => {
  const nowMs = ctx.nowMs();
  const found = await toRevise(messageId, ctx.caller);
  if (typeof found === 'string') return ctx.fail(found);
  const { editions, newest } = found;
  const isRetry = newest.lastRequestId === ctx.requestId;
  const isNewest = from?.major === newest.major && from.minor === newest.minor;
  if (from !== undefined && !isNewest && !isRetry) return ctx.fail('changed-meanwhile');
  // Sent again in other words: those that went out stand, and are shown. docs/rules.md#R-287
  const isReworded = isRetry && (newest.title !== title || newest.body !== body);
  if (isReworded) return ctx.fail('changed-meanwhile');
  const revisedBy = { memberId: ctx.caller.memberId, name: ctx.caller.name };
  const words = { title, body, lastRequestId: ctx.requestId, revisedBy };
  if (size.kind === 'minor') {
    if (!(await deliveries.reword(newest, words))) return ctx.fail('changed-meanwhile');
    const minor = isRetry ? newest.minor : newest.minor + 1;
    return ctx.answer({ revision: { major: newest.major, minor } });
  }
  if (newest.deadlineAtMs <= nowMs) return ctx.fail('deadline-past');
  // A call that was cut off goes on with the edition it began, by the people of the one before.
  const hasBegun = isRetry && newest.major > 1 && newest.minor === 0;
  const major = hasBegun ? newest.major : newest.major + 1;
  const before = editions.filter((edition) => edition.major === major - 1);
  const { documents } = await planEdition(
    before,
    { ...words, major, changed: size.changed },
    nowMs,
  );
  const isFirst = await writeEdition(before, documents, nowMs);
  if (!isFirst && !hasBegun) return ctx.fail('changed-meanwhile');
  await deliveries.supersede(messageId, major);
  return ctx.answer({ revision: { major, minor: 0 } });
};

/** Who would get the next edition when; the people are those of the newest. */
export const previewRevision: Handler<typeof previewAction> = async ({ messageId }, ctx) => {
  const nowMs = ctx.nowMs();
  const found = await toRevise(messageId, ctx.caller);
  if (typeof found === 'string') return ctx.fail(found);
  const { editions, newest } = found;
  if (newest.deadlineAtMs <= nowMs) return ctx.fail('deadline-past');
  const before = editions.filter(({ major }) => major === newest.major);
  const { title, body, major, lastRequestId } = newest;
  const next = { title, body, lastRequestId, major: major + 1, changed: '' };
  const { documents, people, organisation } = await planEdition(before, next, nowMs);
  return ctx.answer(previewOf(documents, people, organisation, nowMs));
};

/** The editions of a message that this caller may revise, newest first, or why they may not. */
async function toRevise(messageId: string, caller: Caller) {
  const editions = await deliveries.ofMessage(messageId);
  const [newest] = editions;
  if (newest === undefined) return 'not-found';
  if (!isTheirs(caller, newest)) return 'not-allowed';
  if (!KIND_RULES[newest.kind].isWritten) return 'kind-not-yours';
  if (!editsChannel(caller.roles, newest.channel)) return 'channel-not-yours';
  return newest.cancelledAtMs === null ? { editions, newest } : 'cancelled';
}

type EditionWords = Pick<
  DeliveryDocument,
  'title' | 'body' | 'major' | 'changed' | 'lastRequestId' | 'revisedBy'
>;

/** Plans an edition for the people of the one before who are still in the branch; writes nothing. */
async function planEdition(
  before: readonly DeliveryDocument[],
  words: EditionWords,
  nowMs: number,
) {
  const [first] = before;
  if (first === undefined) throw new Error('an edition follows one that is there');
  const asked = await members.byIds(before.flatMap(({ memberIds }) => memberIds));
  const organisation = await organisationOnHotPath(asked);
  const people = asked
    .filter((member) => isOfBranch(member, first.branchId, dayOfInstant(nowMs)))
    .sort((a, b) => (a._id < b._id ? -1 : 1));
  const content = { ...contentFrom(first), ...words };
  const { documents } = await planNotice(content, people, organisation, nowMs);
  return { documents, people, organisation };
}

/** Officers revise and cancel whatever the branch has sent, a group leader what they have sent. docs/rules.md#R-53 */
function isTheirs({ memberId, roles }: Caller, { author }: DeliveryDocument): boolean {
  return holdsOneOf(roles, OFFICERS) || author.memberId === memberId;
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
