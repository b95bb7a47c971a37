import { instantOf } from '../../../domain/time/local-day';
import type { Caller } from '../../_kit/context';
import { deliveries } from '../../_store/delivery/deliveries';
import { derivedId } from '../../_store/derived-id';
import type { Member } from '../../_store/people/members';
import type { Organisation } from '../../_store/people/organisation';
import { planNotice } from '../../_deliver/plan-notice';
import type { SwapDocument } from '../../_store/roster/swaps';
import { systemNotice } from '../../_deliver/system-notice';
import { swapNoticeText, type Taken } from './swap-notices.text';

const SWAP_EVENTS = ['proposed', 'agreed', 'declined', 'withdrawn'] as const;
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
  organisation: Organisation,
  { requestId, nowMs }: Call,
): Promise<void> {
  const [firstDay] = swap.days;
  const people = recipients.filter(({ leftDay }) => leftDay === null);
  if (event !== 'proposed') {
    const earlier = SWAP_EVENTS.filter((each) => each !== event);
    await deliveries.cancelEach(
      earlier.map((each) => messageIdOf(swap, each)),
      nowMs,
    );
  }
  if (firstDay === undefined || people.length === 0) return;
  const kind = event === 'proposed' ? 'swap-proposed' : 'swap-answered';
  const content = systemNotice(kind, author, {
    messageId: messageIdOf(swap, event),
    branchId: swap.branchId,
    ...wordsOf(swap, event, author),
    page: pageOf(swap._id),
    about: null,
    notBeforeAtMs: null,
    // Until then it can be answered, and a person can still set out for another shift.
    deadlineAtMs: instantOf(firstDay, 0),
    lastRequestId: requestId,
  });
  const { documents } = await planNotice(content, people, organisation, nowMs);
  await deliveries.insertAbsent(documents);
}

export const pageOf = (swapId: string): string => `packages/roster/swap/swap?swapId=${swapId}`;

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
    case 'declined': {
      const isPartner = memberId === swap.partnerId;
      return {
        title: (isPartner ? swapNoticeText.declined : swapNoticeText.refused)(name),
        body: swapNoticeText.asBefore(swap.days),
      };
    }
  }
}

function takenBy({ takes = [] }: SwapDocument, side: 'proposer' | 'partner'): Taken[] {
  return takes.map((take) => ({ day: take.day, slots: take[side] }));
}
