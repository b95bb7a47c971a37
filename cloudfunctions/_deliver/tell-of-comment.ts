import { MS_PER_DAY } from '../../domain/time/local-day';
import type { ItemCommentDocument, StoredAnswer } from '../_store/content/comment-document';
import type { CommentatorTerm } from '../_store/content/commentator-terms';
import { deliveries } from '../_store/delivery/deliveries';
import { derivedId } from '../_store/derived-id';
import { branches } from '../_store/people/branches';
import type { Member } from '../_store/people/member-document';
import { members } from '../_store/people/members';
import { commentNoticeText } from './comment-notices.text';
import { deliver } from './deliver';
import { systemNotice } from './system-notice';

/** What was not looked at by then is no news any more. */
const NEWS_DAYS = 14;

interface Call {
  readonly by: { readonly memberId: string; readonly name: string };
  readonly requestId: string;
  readonly nowMs: number;
}

const itemPage = (itemId: string): string => `packages/channel/item/item?itemId=${itemId}`;
const answeredId = (commentId: string, answerId: string): string =>
  derivedId('comment-answered', commentId, answerId);
const appointedId = (termId: string): string => derivedId('commentator', termId);

/** Tells whoever wrote it that it is not shown, and why; once. docs/rules.md#R-270, docs/rules.md#R-271 */
export async function tellAuthor(
  { _id, branchId, itemId, itemTitle }: ItemCommentDocument,
  said: Pick<StoredAnswer, 'by' | 'decided'> & { readonly answerId?: string },
  deed: 'refuse' | 'take-down',
  call: Call,
): Promise<void> {
  const words = {
    messageId: derivedId('comment', _id, said.answerId ?? '', deed),
    branchId,
    title: commentNoticeText.notShown[deed](itemTitle),
    body: commentNoticeText.because(said.decided?.reason ?? ''),
    // Among one's own comments no answers stand.
    page:
      said.answerId === undefined ? 'packages/channel/my-comments/my-comments' : itemPage(itemId),
  };
  await say(words, await present(said.by.memberId), call);
}

/** Tells whoever asked that an answer is shown; once. docs/rules.md#R-272 */
export async function tellAsker(
  { _id, branchId, by, itemId, itemTitle }: ItemCommentDocument,
  answer: StoredAnswer,
  requestId: string,
  nowMs: number,
): Promise<void> {
  const words = {
    messageId: answeredId(_id, answer.answerId),
    branchId,
    title: commentNoticeText.answered(itemTitle),
    body: commentNoticeText.answeredBody(answer.by.name, answer.text),
    page: itemPage(itemId),
  };
  await say(words, await present(by.memberId), { by: answer.by, requestId, nowMs });
}

/** The message has the words of an answer, which nobody sees any more. docs/rules.md#R-271 */
export const takeBackAnswered = (commentId: string, answerId: string, nowMs: number) =>
  deliveries.cancelEach([answeredId(commentId, answerId)], nowMs);

/** Tells somebody that they are a commentator, from when to when; once. docs/rules.md#R-273 */
export async function tellCommentator(
  { _id, branchId, appointedBy, fromDay, toDay }: CommentatorTerm,
  member: Member,
  requestId: string,
  nowMs: number,
): Promise<void> {
  const branch = await branches.byId(branchId);
  const words = {
    messageId: appointedId(_id),
    branchId,
    title: commentNoticeText.appointed(branch?.name ?? ''),
    body: commentNoticeText.appointedBody(fromDay, toDay),
    page: 'packages/study/waits/waits',
  };
  await say(words, [member], { by: appointedBy, requestId, nowMs });
}

/** The term has ended: the message says that it lasts. docs/rules.md#R-273 */
export const takeBackAppointed = (termId: string, nowMs: number) =>
  deliveries.cancelEach([appointedId(termId)], nowMs);

const present = async (memberId: string): Promise<readonly Member[]> =>
  (await members.byIds([memberId])).filter(({ leftDay }) => leftDay === null);

interface Words {
  readonly messageId: string;
  readonly branchId: string;
  readonly title: string;
  readonly body: string;
  readonly page: string;
}

async function say(
  words: Words,
  people: readonly Member[],
  { by, requestId, nowMs }: Call,
): Promise<void> {
  const content = systemNotice('comment-told', by, {
    ...words,
    about: null,
    notBeforeAtMs: null,
    deadlineAtMs: nowMs + NEWS_DAYS * MS_PER_DAY,
    lastRequestId: requestId,
  });
  await deliver(content, people, nowMs);
}
