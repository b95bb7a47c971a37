import type { OutputOf } from '../../../../contract/action';
import type { Swap } from '../../../../contract/roster-shapes';
import type { swapPartners } from '../../../../contract/swaps';
import { dayOfInstant, type LocalDay } from '../../../../domain/time/local-day';
import type { Shown, Waiting } from '../../../state/shown';
import { slotsText, SWAP_STATE_TEXT } from '../../../text/roster';
import { fullDayText } from '../../../text/when';

export type Partners = OutputOf<typeof swapPartners>;

export interface PartnerRow {
  readonly memberId: string;
  readonly initial: string;
  readonly name: string;
  readonly note: string;
  readonly isOn: boolean;
}

export interface ProposeContent {
  readonly kind: 'propose';
  readonly mine: string;
  readonly partners: readonly PartnerRow[];
}

export interface SwapContent {
  readonly kind: 'swap';
  readonly title: string;
  readonly state: string;
  readonly days: readonly string[];
  readonly reason: string;
  readonly seen: string;
  readonly canAnswer: boolean;
  readonly canWithdraw: boolean;
}

export type SwapView = Waiting | ProposeContent | SwapContent;

export const opening: SwapView = { kind: 'loading' };
export const unknownPartners: Shown<Partners> = { kind: 'loading' };

/** With whom it works that day. @param chosen '' before one is picked */
export function toProposeView(
  state: Shown<Partners>,
  chosen: string,
): Exclude<SwapView, SwapContent> {
  if (state.kind !== 'known') return state;
  const { mine, partners } = state.output;
  return {
    kind: 'propose',
    mine: slotsText(mine),
    partners: partners.map(({ memberId, name, crewName, slots }) => ({
      memberId,
      initial: name.slice(0, 1),
      name,
      note: [crewName ?? '', slotsText(slots)].filter((part) => part !== '').join(' · '),
      isOn: memberId === chosen,
    })),
  };
}

export function toSwapView(swap: Swap, memberId: string, nowMs: number): SwapContent {
  const isProposer = swap.proposerId === memberId;
  const today = dayOfInstant(nowMs);
  const isAhead = swap.days.every((day) => day >= today);
  const isOpen = swap.state === 'proposed';
  return {
    kind: 'swap',
    title: isProposer ? `你想和${swap.partnerName}换班` : `${swap.proposerName}想和你换班`,
    state: SWAP_STATE_TEXT[swap.state],
    days: swap.days.map((day) => fullDayText(day, today)),
    reason: swap.reason ?? '',
    seen: swap.seenByName === null ? '' : `${swap.seenByName}看过了`,
    canAnswer: isOpen && !isProposer && isAhead,
    canWithdraw: isAhead && (swap.state === 'agreed' || (isOpen && isProposer)),
  };
}

export function dayLine(day: LocalDay, nowMs: number): string {
  return fullDayText(day, dayOfInstant(nowMs));
}
