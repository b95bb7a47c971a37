import { addDays, instantOf } from '../../domain/time/local-day';
import type { Caller } from '../_kit/context';
import { deliveries } from '../_store/delivery/deliveries';
import { derivedId } from '../_store/derived-id';
import type { Member } from '../_store/people/member-document';
import type { Rotas } from '../_store/people/organisation';
import { swapOf, type SwapDocument } from '../_store/roster/swaps';
import { deliver } from './deliver';
import { swapNoticeText, type Taken } from './swap-notices.text';
import { systemNotice } from './system-notice';

const SWAP_EVENTS = ['proposed', 'agreed', 'declined', 'withdrawn', 'lapsed', 'ended'] as const;
export type SwapEvent = (typeof SWAP_EVENTS)[number];

interface Call {
  readonly requestId: string;
  readonly nowMs: number;
}

/**
 * Tells these people what has become of a swap; what was said of it before is taken back. Ids
 * follow from the swap, so that a call that was cut off can be repeated and nobody is told twice.
 * docs/rules.md#R-23
 */
export async function tellAboutSwap(
  swap: SwapDocument,
  event: SwapEvent,
  author: Pick<Caller, 'memberId' | 'name'>,
  recipients: readonly Member[],
  organisation: Pick<Rotas, 'scheduleOf'>,
  { requestId, nowMs }: Call,
): Promise<void> {
  const people = recipients.filter(({ leftDay }) => leftDay === null);
  if (event !== 'proposed') {
    const earlier = SWAP_EVENTS.filter((each) => each !== event);
    await deliveries.cancelEach(
      earlier.map((each) => messageIdOf(swap, each)),
      nowMs,
    );
  }
  if (people.length === 0) return;
  const kind = event === 'proposed' ? 'swap-proposed' : 'swap-answered';
  const content = systemNotice(kind, author, {
    ...commonOf(swap, event, requestId),
    messageId: messageIdOf(swap, event),
    ...wordsOf(swap, event, author),
    page: pageOf(swap._id),
  });
  await deliver(content, people, nowMs, organisation);
}

/** Of every message about a swap, whoever it is for. */
function commonOf(swap: SwapDocument, event: SwapEvent, lastRequestId: string) {
  const { branchId } = swap;
  const deadlineAtMs = deadlineOf(swap, event);
  return { branchId, about: null, notBeforeAtMs: null, deadlineAtMs, lastRequestId };
}

/**
 * Until its limit it can be answered, and a person can still set out for another shift. Whoever
 * thought of another shift than they have is told as long as its day lasts.
 */
function deadlineOf(swap: SwapDocument, event: SwapEvent): number {
  const isLate = event === 'lapsed' || event === 'ended';
  return isLate ? instantOf(addDays(swap.lastDay, 1), 0) : swapOf(swap).limitAtMs;
}

export const pageOf = (swapId: string): string => `packages/roster/swap/swap?swapId=${swapId}`;

/** Tells these officers of the branch that a swap they could count on has ended. docs/rules.md#R-77 */
export async function tellOfficersOfEnd(
  swap: SwapDocument,
  author: Pick<Caller, 'memberId' | 'name'>,
  officers: readonly Member[],
  organisation: Pick<Rotas, 'scheduleOf'>,
  { requestId, nowMs }: Call,
): Promise<void> {
  const { title, body } = wordsOf(swap, 'ended', author);
  const content = systemNotice('swap-answered', author, {
    ...commonOf(swap, 'ended', requestId),
    messageId: derivedId('swap-officers', swap._id),
    title,
    body: `${body}${swapNoticeText.endedForOfficer}`,
    page: `packages/branch-office/board/board?branchId=${swap.branchId}`,
  });
  await deliver(content, officers, nowMs, organisation);
}

const messageIdOf = ({ _id }: SwapDocument, event: SwapEvent): string =>
  derivedId('swap', _id, event);

function wordsOf(
  swap: SwapDocument,
  event: SwapEvent,
  { memberId, name }: Pick<Caller, 'memberId' | 'name'>,
): { readonly title: string; readonly body: string } {
  switch (event) {
    case 'proposed':
      return {
        title: swapNoticeText.proposed(name),
        body: swapNoticeText.proposedBody(takenBy(swap, 'partner'), swap.reason),
      };
    case 'agreed':
      return {
        title: swapNoticeText.agreed(name),
        body: swapNoticeText.agreedBody(takenBy(swap, 'proposer')),
      };
    case 'withdrawn':
      return {
        title: swapNoticeText.withdrawn(name),
        body: swapNoticeText.asBefore(swap.days),
      };
    case 'lapsed':
      return {
        title: swapNoticeText.lapsed(swap.proposerName, swap.partnerName),
        body: swapNoticeText.lapsedBody(swapOf(swap).limitAtMs, swap.days),
      };
    case 'ended':
      return {
        title: swapNoticeText.ended(swap.proposerName, swap.partnerName),
        body: endedBody(swap),
      };
    case 'declined': {
      const isPartner = memberId === swap.partnerId;
      return {
        title: (isPartner ? swapNoticeText.declined : swapNoticeText.refused)(name),
        body: swapNoticeText.asBefore(swap.days),
      };
    }
  }
}

function endedBody({ ended, days }: SwapDocument): string {
  return ended?.by === 'left'
    ? swapNoticeText.endedByLeaving(days)
    : swapNoticeText.endedByShifts(days);
}

function takenBy({ takes = [] }: SwapDocument, side: 'proposer' | 'partner'): Taken[] {
  return takes.map((take) => ({ day: take.day, slots: take[side] }));
}
