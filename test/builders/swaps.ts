import type { Member } from '../../cloudfunctions/_store/people/member-document';
import type { SwapDocument } from '../../cloudfunctions/_store/roster/swaps';
import { localDay } from '../../domain/time/local-day';
import { TEST_START_MS } from '../worlds/test-cloud';

/** Proposed, of the branch of the proposer, of one day. */
export function aSwap(
  proposer: Member,
  partner: Member,
  swap: Partial<SwapDocument> = {},
): SwapDocument {
  const days = swap.days ?? [localDay('2025-03-10')];
  return {
    _id: 'swap-1',
    branchId: proposer.branchId,
    proposerId: proposer._id,
    proposerName: proposer.name,
    partnerId: partner._id,
    partnerName: partner.name,
    days,
    lastDay: days.at(-1) ?? localDay('2025-03-10'),
    reason: null,
    state: 'proposed',
    proposedAtMs: TEST_START_MS,
    seenBy: null,
    schemaVersion: 1,
    ...swap,
  };
}
