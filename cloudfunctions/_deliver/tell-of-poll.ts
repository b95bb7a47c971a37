import type { NoticeKind } from '../../domain/notice/kind-names';
import { ballotsNeeded } from '../../domain/star/ballot/poll-rules';
import { MS_PER_DAY, MS_PER_HOUR } from '../../domain/time/local-day';
import { deliveries } from '../_store/delivery/deliveries';
import { derivedId } from '../_store/derived-id';
import type { Member } from '../_store/people/member-document';
import { members } from '../_store/people/members';
import {
  boundTold,
  struckOffByOthers,
  type PollCandidate,
  type PollDocument,
} from '../_store/star/poll-document';
import { polls } from '../_store/star/polls';
import { putBackOn } from '../_store/star/who-is-off';
import { deliver } from './deliver';
import { withoutStop } from '../../domain/words/without-stop';
import { pollNoticeText } from './poll-notices.text';
import { systemNotice } from './system-notice';
import { nominationsPage } from './tell-of-star';

/** News of a poll that was not looked at by then is none any more. */
const NEWS_DAYS = 14;
/** A poll that is shorter is not reminded of. */
const LEAST_LEFT_TO_REMIND_MS = 36 * MS_PER_HOUR;

export interface Call {
  readonly by: PollDocument['openedBy'];
  readonly requestId: string;
  readonly nowMs: number;
}

/** `part`: what makes this one another than the other messages about the poll. */
interface Message {
  readonly kind: NoticeKind;
  readonly part: readonly (string | number)[];
  readonly title: string;
  readonly body: string;
  readonly notBeforeAtMs?: number;
  readonly deadlineAtMs: number;
  /** Absent: that of the poll. */
  readonly page?: string;
}

export const pollPage = (pollId: string): string => `packages/star/poll/poll?pollId=${pollId}`;

/**
 * Asks those who have a vote, tells the others of the branch, and plans the one reminder, which goes
 * to everybody on the roll: whom it would leave out has voted. docs/rules.md#R-181
 */
export async function tellPollOpened(poll: PollDocument, call: Call): Promise<void> {
  const { onRoll, others } = await peopleOf(poll);
  const { roll, rules, turnoutLowered, electedByEased } = poll;
  const lowered =
    turnoutLowered === undefined ? '' : pollNoticeText.lowered(withoutStop(turnoutLowered.reason));
  const eased =
    electedByEased === undefined ? '' : pollNoticeText.eased(withoutStop(electedByEased.reason));
  const back = await putBackBefore(poll);
  const names = back.map(({ name }) => name);
  const more = `${names.length === 0 ? '' : pollNoticeText.restored(names, poll.openedBy.name)}${lowered}${eased}`;
  const body = `${pollNoticeText.openedBody(roll.length, ballotsNeeded(roll.length, rules))}${more}`;
  await ask(poll, onRoll, pollNoticeText.opened(poll), body, call);
  const news = {
    title: pollNoticeText.openedForOthers(poll),
    body: `${pollNoticeText.openedForOthersBody}${more}`,
    part: ['opened'],
  };
  await tell(poll, others, { ...newsUntil(call), ...news }, call);
  await tellPutBack(poll, back, call);
}

const putBackBefore = async (poll: PollDocument) =>
  poll.round === 1 ? [] : putBackOn(poll, await polls.ofMonth(poll.branchId, poll.month));

/** The last that they had read was that this round is without them. docs/rules.md#R-353 */
async function tellPutBack(
  poll: PollDocument,
  back: readonly PollCandidate[],
  call: Call,
): Promise<void> {
  if (back.length === 0) return;
  const people = await members.byIds(back.map(({ memberId }) => memberId));
  const title = pollNoticeText.putBack(poll);
  const body = pollNoticeText.putBackBody(poll.openedBy.name);
  const page = nominationsPage(poll.branchId, poll.month);
  const present = people.filter(({ leftDay }) => leftDay === null);
  await tell(poll, present, { ...newsUntil(call), title, body, part: ['put-back'], page }, call);
}

/** Asks anew, with the new end and the reason, and takes back what named the old one. */
export async function tellPollExtended(
  poll: PollDocument,
  { fromAtMs, reason }: { readonly fromAtMs: number; readonly reason: string },
  call: Call,
): Promise<void> {
  const { onRoll, others } = await peopleOf(poll);
  const title = pollNoticeText.extended(poll, poll.closesAtMs);
  const body = pollNoticeText.extendedBody(withoutStop(reason));
  await ask(poll, onRoll, title, body, call);
  await tell(
    poll,
    others,
    { ...newsUntil(call), title, body, part: ['extended', poll.closesAtMs] },
    call,
  );
  await takeBack(poll, [...endsBefore(poll), fromAtMs], call.nowMs);
}

export async function tellPollCancelled(poll: PollDocument, call: Call): Promise<void> {
  const { onRoll, others } = await peopleOf(poll);
  const title = pollNoticeText.cancelled(poll);
  const body = pollNoticeText.cancelledBody(withoutStop(poll.cancelled?.reason ?? ''));
  const part = ['cancelled'];
  await tell(poll, [...onRoll, ...others], { ...newsUntil(call), title, body, part }, call);
  await tellBack(poll, call);
  await takeBack(poll, [...endsBefore(poll), poll.closesAtMs], call.nowMs);
}

/** Whom somebody else had struck off stands again, and has until the next poll to leave the list. docs/rules.md#R-180 */
async function tellBack(poll: PollDocument, call: Call): Promise<void> {
  const { branchId, month } = poll;
  const struckOff = struckOffByOthers(poll);
  if (struckOff.length === 0) return;
  const people = (await members.byIds(struckOff)).filter(
    (member) => member.leftDay === null && member.branchId === branchId,
  );
  const title = pollNoticeText.back(poll);
  const body = pollNoticeText.backBody;
  const page = nominationsPage(branchId, month);
  await tell(poll, people, { ...newsUntil(call), title, body, part: ['back'], page }, call);
}

/** That it is over; what came of it stands on its page. */
export async function tellPollClosed(poll: PollDocument, call: Call): Promise<void> {
  const { onRoll, others } = await peopleOf(poll);
  const words = {
    title: pollNoticeText.closed(poll),
    body: pollNoticeText.closedBody(boundTold(poll) ?? 0),
    part: ['closed'],
  };
  await tell(poll, [...onRoll, ...others], { ...newsUntil(call), ...words }, call);
  await takeBack(poll, [...endsBefore(poll), poll.closesAtMs], call.nowMs);
}

/** Whoever was struck off reads by whom and why, unless they did it; others read it on the ballot. docs/rules.md#R-180 */
export async function tellWithdrawn(
  poll: PollDocument,
  candidateId: string,
  {
    reason,
    by,
  }: Pick<NonNullable<PollDocument['candidates'][number]['withdrawn']>, 'reason' | 'by'>,
  call: Call,
): Promise<void> {
  if (by.memberId === candidateId) return;
  const people = (await members.byIds([candidateId])).filter(({ leftDay }) => leftDay === null);
  const title = pollNoticeText.withdrawn(poll);
  const body = pollNoticeText.withdrawnBody(by.name, withoutStop(reason));
  const part = ['withdrawn', candidateId];
  await tell(poll, people, { ...newsUntil(call), title, body, part }, call);
}

const newsUntil = ({ nowMs }: Call) => {
  return { kind: 'poll-news', deadlineAtMs: nowMs + NEWS_DAYS * MS_PER_DAY } as const;
};

async function ask(
  poll: PollDocument,
  onRoll: readonly Member[],
  title: string,
  body: string,
  call: Call,
): Promise<void> {
  const { closesAtMs } = poll;
  const asked = { title, body, part: ['ask', closesAtMs], deadlineAtMs: closesAtMs };
  await tell(poll, onRoll, { kind: 'poll', ...asked }, call);
  if (closesAtMs - call.nowMs >= LEAST_LEFT_TO_REMIND_MS) {
    const reminder: Message = {
      kind: 'poll-reminder',
      part: ['remind', closesAtMs],
      title: pollNoticeText.reminder(poll),
      body: pollNoticeText.reminderBody(closesAtMs),
      notBeforeAtMs: closesAtMs - MS_PER_DAY,
      deadlineAtMs: closesAtMs,
    };
    await tell(poll, onRoll, reminder, call);
  }
  // Whoever ended it or put it off in this moment has taken back what was there then.
  const now = await polls.byId(poll._id);
  if (now?.state !== 'open' || now.closesAtMs !== closesAtMs) {
    await takeBack(poll, [closesAtMs], call.nowMs);
  }
}

/** A telling that was cut off has left what named an earlier end. */
const endsBefore = ({ extensions }: PollDocument): number[] =>
  extensions.map(({ fromAtMs }) => fromAtMs);

async function takeBack(
  { _id }: PollDocument,
  ends: readonly number[],
  nowMs: number,
): Promise<void> {
  const ids = ends.flatMap((atMs) =>
    ['ask', 'remind'].map((part) => messageIdOf(_id, [part, atMs])),
  );
  await deliveries.cancelEach(ids, nowMs);
}

const messageIdOf = (pollId: string, part: Message['part']): string =>
  derivedId('poll-message', pollId, ...part);

/** Once, however often it is called. */
async function tell(
  { _id, branchId }: PollDocument,
  people: readonly Member[],
  { kind, part, title, body, notBeforeAtMs, deadlineAtMs, page = pollPage(_id) }: Message,
  { by, requestId, nowMs }: Call,
): Promise<void> {
  const content = systemNotice(kind, by, {
    messageId: messageIdOf(_id, part),
    branchId,
    title,
    body,
    page,
    about: null,
    notBeforeAtMs: notBeforeAtMs ?? null,
    deadlineAtMs,
    lastRequestId: requestId,
  });
  await deliver(content, people, nowMs);
}

/** Of the roll those who have not left, wherever they are now; of the branch all others. */
async function peopleOf({ branchId, roll }: PollDocument) {
  const [entitled, ofBranch] = await Promise.all([members.byIds(roll), members.ofBranch(branchId)]);
  return {
    onRoll: entitled
      .filter(({ leftDay }) => leftDay === null)
      .sort((a, b) => (a._id < b._id ? -1 : 1)),
    others: ofBranch.filter(({ _id }) => !roll.includes(_id)),
  };
}
