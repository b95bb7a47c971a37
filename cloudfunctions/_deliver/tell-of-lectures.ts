import { MS_PER_DAY } from '../../domain/time/local-day';
import type { ContestDocument, Panel } from '../_store/content/contest-document';
import { deliveries } from '../_store/delivery/deliveries';
import { derivedId } from '../_store/derived-id';
import type { Member } from '../_store/people/member-document';
import { contestPage } from './contest-page';
import { deliver } from './deliver';
import { lectureNoticeText } from './lecture-notices.text';
import { systemNotice } from './system-notice';

/** That it is judged is no news after so many days. */
const NEWS_DAYS = 7;

type LectureContest = ContestDocument & { readonly panel: Panel };

interface Call {
  readonly requestId: string;
  readonly nowMs: number;
}

const openId = (contestId: string) => derivedId('lectures-open', contestId);
const judgeId = (contestId: string, memberId: string) =>
  derivedId('lectures-to-judge', contestId, memberId);
/** At the deadline, and before it when all is marked. */
const judgedId = (contestId: string, when: 'at-deadline' | 'early') =>
  derivedId('lectures-judged', contestId, when);

/** All that a contest of lectures says while it is not over; none of one of questions. */
export const lectureMessagesOf = ({ _id, panel }: ContestDocument): readonly string[] =>
  panel === undefined
    ? []
    : [
        openId(_id),
        judgedId(_id, 'at-deadline'),
        ...panel.judges.map(({ memberId }) => judgeId(_id, memberId)),
      ];

/** To everybody when lectures are taken in, and at the deadline of the panel; once, however often. docs/rules.md#R-300 */
export async function tellLecturesOpen(
  contest: LectureContest,
  people: readonly Member[],
  { requestId, nowMs }: Call,
): Promise<void> {
  const { _id, branchId, title, startAtMs, endAtMs, published, createdBy, panel } = contest;
  const content = systemNotice('contest-news', published?.by ?? createdBy, {
    messageId: openId(_id),
    branchId,
    title,
    body: lectureNoticeText.openBody(
      panel.criteria.map((criterion) => criterion.title),
      endAtMs,
    ),
    page: contestPage(contest),
    about: null,
    notBeforeAtMs: startAtMs,
    deadlineAtMs: endAtMs,
    lastRequestId: requestId,
  });
  await deliver(content, people, nowMs);
  await deliver(judgedNotice(contest, 'at-deadline', panel.judgeByMs, requestId), people, nowMs);
}

function judgedNotice(
  contest: LectureContest,
  when: 'at-deadline' | 'early',
  atMs: number,
  requestId: string,
) {
  const { _id, branchId, title, published, createdBy } = contest;
  return systemNotice('contest-news', published?.by ?? createdBy, {
    messageId: judgedId(_id, when),
    branchId,
    title: lectureNoticeText.judged(title),
    body: lectureNoticeText.judgedBody,
    page: contestPage(contest),
    about: null,
    notBeforeAtMs: atMs,
    deadlineAtMs: atMs + NEWS_DAYS * MS_PER_DAY,
    lastRequestId: requestId,
  });
}

/** Asks these judges once entries have ended; whom it asks already, no more. docs/rules.md#R-302 */
export async function askJudges(
  contest: LectureContest,
  people: readonly Member[],
  { requestId, nowMs }: Call,
): Promise<void> {
  const { _id, branchId, title, endAtMs, panel, published, createdBy } = contest;
  for (const person of people) {
    const messageId = judgeId(_id, person._id);
    const content = systemNotice('lectures-to-judge', published?.by ?? createdBy, {
      messageId,
      branchId,
      title: lectureNoticeText.toJudge(title),
      body: lectureNoticeText.toJudgeBody(panel.judgeByMs),
      page: contestPage(contest),
      about: null,
      notBeforeAtMs: endAtMs,
      deadlineAtMs: panel.judgeByMs,
      lastRequestId: requestId,
    });
    await deliver(content, [person], nowMs);
    await deliveries.revive(messageId);
  }
}

/** They have nothing to mark here, or judge no more. */
export const askJudgesNoMore = (
  contestId: string,
  judgeIds: readonly string[],
  nowMs: number,
): Promise<void> =>
  deliveries.cancelEach(
    judgeIds.map((each) => judgeId(contestId, each)),
    nowMs,
  );

/** All is marked before the deadline: said now instead of then. docs/rules.md#R-302 */
export async function tellJudged(
  contest: LectureContest,
  judgedAtMs: number,
  people: readonly Member[],
  { requestId, nowMs }: Call,
): Promise<void> {
  await deliver(judgedNotice(contest, 'early', judgedAtMs, requestId), people, nowMs);
  await deliveries.cancelEach([judgedId(contest._id, 'at-deadline')], nowMs);
}
