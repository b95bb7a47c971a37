import type { NoticeDraft } from '../../../contract/notice/notice-shapes';
import type {
  previewNotice as previewAction,
  sendNotice as sendAction,
} from '../../../contract/notice/sending';
import { KIND_RULES } from '../../../domain/notice/notice-kinds';
import { unfitChoice } from '../../../domain/notice/sender-choice';
import type { Caller } from '../../_kit/context';
import type { Handler } from '../../_kit/serve';
import { deliveries } from '../../_store/delivery/deliveries';
import type { DeliveryDocument } from '../../_store/delivery/delivery-document';
import { members } from '../../_store/people/members';
import { planNotice, type NoticeContent } from '../../_deliver/plan-notice';
import { addresseesOf } from '../../_store/people/addressees';
import { editsChannel } from './edits-channel';
import { previewOf } from '../../_deliver/preview-of';
import { contentFrom } from './revise-notice';

type Draft = NoticeDraft;

export const previewNotice: Handler<typeof previewAction> = async ({ branchId, draft }, ctx) => {
  const nowMs = ctx.nowMs();
  const refusal = refusalOf(draft, ctx.caller);
  if (refusal !== undefined) return ctx.fail(refusal.code, refusal.detail);
  if (isOver(draft, nowMs)) return ctx.fail('deadline-past');
  const branch = branchId ?? ctx.caller.branchId;
  const { people, organisation } = await addresseesOf(branch, draft.audience, nowMs);
  if (people === undefined) return ctx.fail('bad-audience');
  const content = contentOf(draft, branch, 'preview', ctx.caller, ctx.requestId);
  const { documents } = await planNotice(content, people, organisation, nowMs);
  return ctx.answer(previewOf(documents, people, organisation, nowMs));
};

/** Five requests and one per 200 people; two more where the organisation is not remembered. */
export const sendNotice: Handler<typeof sendAction> = async (
  { branchId, messageId, draft },
  ctx,
) => {
  const nowMs = ctx.nowMs();
  const refusal = refusalOf(draft, ctx.caller);
  if (refusal !== undefined) return ctx.fail(refusal.code, refusal.detail);
  const branch = branchId ?? ctx.caller.branchId;
  const [{ people, organisation }, known] = await Promise.all([
    addresseesOf(branch, draft.audience, nowMs),
    deliveries.ofMessage(messageId),
  ]);
  const before = known.find(({ major }) => major === 1);
  // What has been revised since says something else of itself.
  const isAsSent = before !== undefined && known[0]?.major === 1 && before.minor === 0;
  const isOther = isAsSent && !saysTheSame(before, draft);
  if (before !== undefined) {
    // The id is taken: by this very notice, sent before, or by somebody else's.
    if (before.branchId !== branch || before.author.memberId !== ctx.caller.memberId) {
      return ctx.fail('not-found');
    }
    if (isWhole(known)) {
      if (isOther) return ctx.fail('written-before');
      const asked = await members.byIds(known.flatMap(({ memberIds }) => memberIds));
      return ctx.answer({ messageId, preview: previewOf(known, asked, organisation, nowMs) });
    }
  }
  if (isOver(draft, nowMs)) return ctx.fail('deadline-past');
  if (people === undefined) return ctx.fail('bad-audience');
  if (people.length === 0) return ctx.fail('nobody-in-audience');
  // What was begun is ended with the words that some have already.
  const content =
    before === undefined
      ? contentOf(draft, branch, messageId, ctx.caller, ctx.requestId)
      : { ...contentFrom(before), ...wordsOf(before) };
  const { documents } = await planNotice(content, people, organisation, nowMs);
  await deliveries.insertAbsent(documents);
  if (isOther) return ctx.fail('written-before');
  return ctx.answer({ messageId, preview: previewOf(documents, people, organisation, nowMs) });
};

/** Whether the notice that was sent under this id is this one. docs/rules.md#R-287 */
function saysTheSame(sent: DeliveryDocument, draft: Draft): boolean {
  return (
    sent.title === draft.title &&
    sent.body === draft.body &&
    sent.kind === draft.kind &&
    sent.channel === draft.channel &&
    sent.urgency === draft.urgency &&
    sent.notBeforeAtMs === draft.sendAfterAtMs &&
    sent.deadlineAtMs === draft.deadlineAtMs
  );
}

function wordsOf({ title, body, major, changed, lastRequestId }: DeliveryDocument) {
  return { title, body, major, changed, lastRequestId };
}

/** Whether all chunks of an edition are there: an earlier call may have been cut off between two. */
function isWhole(documents: readonly { memberIds: readonly string[]; recipients: number }[]) {
  const people = documents.reduce((sum, { memberIds }) => sum + memberIds.length, 0);
  return people >= (documents[0]?.recipients ?? 0);
}

/** What in a draft is not this sender's to choose. docs/rules.md#R-50, #R-51 */
function refusalOf(draft: Draft, { roles }: Caller) {
  if (!KIND_RULES[draft.kind].isWritten || !editsChannel(roles, draft.channel)) {
    return { code: 'kind-not-yours' } as const;
  }
  const unfit = unfitChoice(draft);
  return unfit && ({ code: 'bad-input', detail: { path: `draft.${unfit}` } } as const);
}

function isOver({ deadlineAtMs, sendAfterAtMs }: Draft, nowMs: number): boolean {
  return deadlineAtMs <= Math.max(nowMs, sendAfterAtMs ?? nowMs);
}

/** What a sender's draft says. */
export function contentOf(
  draft: Draft,
  branchId: string,
  messageId: string,
  { memberId, name }: Caller,
  lastRequestId: string,
): NoticeContent {
  const { kind, channel, urgency, title, body, isMustRead, sendAfterAtMs, deadlineAtMs } = draft;
  const { importance, templateKey } = KIND_RULES[kind];
  return {
    messageId,
    branchId,
    kind,
    channel,
    urgency,
    importance,
    templateKey,
    title,
    body,
    page: null,
    isMustRead,
    author: { memberId, name },
    major: 1,
    changed: null,
    about: null,
    reminds: null,
    lastRequestId,
    notBeforeAtMs: sendAfterAtMs,
    deadlineAtMs,
  };
}
