import { MS_PER_DAY } from '../../domain/time/local-day';
import type { ContestDocument } from '../_store/content/contest-document';
import { contests } from '../_store/content/contests';
import { deliveries } from '../_store/delivery/deliveries';
import { derivedId } from '../_store/derived-id';
import type { Member } from '../_store/people/member-document';
import type { Rotas } from '../_store/people/organisation';
import { contestPage } from './contest-page';
import { contestNoticeText } from './contest-notices.text';
import { deliver } from './deliver';
import { lectureMessagesOf } from './tell-of-lectures';
import { releasePeople } from './release-people';
import { systemNotice } from './system-notice';

/** That a contest was called off is no news after so many days. */
const NEWS_DAYS = 7;

interface Call {
  readonly requestId: string;
  readonly nowMs: number;
}

const openId = (contestId: string): string => derivedId('contest-open', contestId);

/** Asks everybody when the window opens, until it ends; once, however often it is called. docs/rules.md#R-251 */
export async function tellContestOpens(
  contest: ContestDocument,
  people: readonly Member[],
  rotas: Pick<Rotas, 'scheduleOf'>,
  { requestId, nowMs }: Call,
): Promise<void> {
  const { _id, branchId, startAtMs, endAtMs, questions, published, createdBy } = contest;
  const content = systemNotice('contest-open', published?.by ?? createdBy, {
    messageId: openId(_id),
    branchId,
    title: contestNoticeText.open(contest),
    body: contestNoticeText.openBody(questions.length, endAtMs),
    page: contestPage(contest),
    about: null,
    notBeforeAtMs: startAtMs,
    deadlineAtMs: endAtMs,
    lastRequestId: requestId,
  });
  await deliver(content, people, nowMs, rotas);
  // Called off while people were told: nobody may stay asked.
  const now = await contests.byId(_id);
  if (now?.step !== 'published') await deliveries.cancelEach([openId(_id)], nowMs);
}

/** Whoever has handed in is not asked any more. */
export async function askNoMore(contestId: string, memberId: string): Promise<void> {
  const documents = await deliveries.ofMessage(openId(contestId));
  for (const document of documents) {
    if (document.memberIds.includes(memberId)) await releasePeople(document, [memberId]);
  }
}

/** Takes back what asks, and tells everybody where it had begun. */
export async function tellCalledOff(
  contest: ContestDocument,
  people: readonly Member[],
  { requestId, nowMs }: Call,
): Promise<void> {
  const { _id, branchId, startAtMs, calledOff } = contest;
  await deliveries.cancelEach([openId(_id), ...lectureMessagesOf(contest)], nowMs);
  if (calledOff === null || startAtMs > calledOff.atMs) return;
  const content = systemNotice('contest-news', calledOff.by, {
    messageId: derivedId('contest-called-off', _id),
    branchId,
    title: contestNoticeText.calledOff(contest),
    body: contestNoticeText.calledOffBody(calledOff.reason),
    page: contestPage(contest),
    about: null,
    notBeforeAtMs: null,
    deadlineAtMs: calledOff.atMs + NEWS_DAYS * MS_PER_DAY,
    lastRequestId: requestId,
  });
  await deliver(content, people, nowMs);
}
