import type { CalendarDay, Change, Slot, Swap } from '../../../contract/roster/roster-shapes';
import { slotsNamedBy, type Override } from '../../../domain/shift/override';
import type { CycleDay } from '../../../domain/shift/rotation';
import type { RosterDay } from '../../../domain/shift/roster-day';
import type { InferOutput } from 'valibot';
import type { Rotas } from '../../_store/people/organisation';
import type { SwapDocument } from '../../_store/roster/swaps';

/** Slots as they are sent. */
export function toSlots(slots: CycleDay): InferOutput<typeof Slot>[] {
  return slots.map(({ label, kind, startMinute, durationMinutes }) => ({
    label,
    kind,
    startMinute,
    durationMinutes,
  }));
}

/** A day of a person's calendar. A loan is named although the pattern of the other crew fills the day. */
export function toCalendarDay({ day, slots, source, onLoanId }: RosterDay): CalendarDay {
  const change = source.kind === 'override' ? source : null;
  const loan = onLoanId === undefined ? null : ('on-loan' as const);
  return {
    day,
    slots: toSlots(slots),
    source: source.kind,
    override: change?.override ?? loan,
    overrideId: change?.overrideId ?? onLoanId ?? null,
  };
}

/** `mySwaps`: where the name of the other person of a swap is found. */
export function toChange(
  override: Override,
  organisation: Pick<Rotas, 'crewName'>,
  mySwaps: readonly SwapDocument[],
): Change {
  const { id, kind, fromDay, toDay } = override;
  return {
    overrideId: id,
    kind,
    fromDay,
    toDay,
    leaveKind: kind === 'leave' ? override.leaveKind : null,
    crewName: kind === 'on-loan' ? organisation.crewName(override.crewId) : null,
    withName: kind === 'swap' ? nameIn(mySwaps, override.swapId, override.withPersonId) : null,
    slots: toSlots(slotsNamedBy(override)),
    isRemovable: kind !== 'swap',
  };
}

export function toSwap(swap: SwapDocument): Swap {
  const { proposerId, proposerName, partnerId, partnerName, reason, proposedAtMs } = swap;
  return {
    swapId: swap._id,
    state: swap.state === 'seen' ? 'agreed' : swap.state,
    proposerId,
    proposerName,
    partnerId,
    partnerName,
    days: swap.days,
    takes: (swap.takes ?? []).map(({ day, proposer, partner }) => ({
      day,
      proposer: toSlots(proposer),
      partner: toSlots(partner),
    })),
    reason,
    proposedAtMs,
    seenByName: swap.seenBy?.name ?? null,
  };
}

function nameIn(mySwaps: readonly SwapDocument[], swapId: string, personId: string): string | null {
  const swap = mySwaps.find(({ _id }) => _id === swapId);
  if (swap === undefined) return null;
  return swap.proposerId === personId ? swap.proposerName : swap.partnerName;
}
