import type { OutputOf } from '../../../../contract/action';
import type { Swap } from '../../../../contract/roster/roster-shapes';
import type { swapPartners } from '../../../../contract/roster/swaps';
import { dayOfInstant, type LocalDay } from '../../../../domain/time/local-day';
import type { Shown, Placeholder } from '../../../state/shown';
import { slotsText, SWAP_STATE_TEXT, swapTitle, workText } from '../../../text/roster';
import { fullDayText } from '../../../text/when';

export type Partners = OutputOf<typeof swapPartners>;

/** People of one crew who work the same that day. */
export interface PartnerGroup {
  readonly key: string;
  readonly title: string;
  readonly note: string;
  readonly people: readonly {
    readonly memberId: string;
    readonly name: string;
    readonly isOn: boolean;
  }[];
}

export interface ProposeContent {
  readonly kind: 'propose';
  readonly mine: string;
  readonly groups: readonly PartnerGroup[];
  /** '' before somebody is chosen. */
  readonly chosen: string;
}

export interface SwapContent {
  readonly kind: 'swap';
  readonly title: string;
  readonly state: string;
  /** What to do now, or what holds. */
  readonly note: string;
  /** Each day with what I work and what the other does. */
  readonly days: readonly { readonly text: string; readonly note: string }[];
  readonly reason: string;
  readonly seen: string;
  readonly canAnswer: boolean;
  readonly canWithdraw: boolean;
}

export type SwapView = Placeholder | ProposeContent | SwapContent;

export const opening: SwapView = { kind: 'loading' };
export const unknownPartners: Shown<Partners> = { kind: 'loading' };

/** With whom it works that day. @param chosen '' before one is picked */
export function toProposeView(
  state: Shown<Partners>,
  chosen: string,
): Exclude<SwapView, SwapContent> {
  if (state.kind !== 'known') return state;
  const { mine, partners } = state.output;
  const groups = new Map<string, Partners['partners']>();
  for (const partner of partners) {
    const key = `${partner.crewName ?? ''} ${slotsText(partner.slots)}`;
    groups.set(key, [...(groups.get(key) ?? []), partner]);
  }
  return {
    kind: 'propose',
    mine: slotsText(mine),
    groups: [...groups].map(([key, people]) => groupOf(key, people, chosen)),
    chosen: partners.find(({ memberId }) => memberId === chosen)?.name ?? '',
  };
}

function groupOf(key: string, people: Partners['partners'], chosen: string): PartnerGroup {
  const [{ crewName, slots } = { crewName: null, slots: [] }] = people;
  return {
    key,
    title: crewName ?? '没有值',
    note: slotsText(slots),
    people: people.map(({ memberId, name }) => ({ memberId, name, isOn: memberId === chosen })),
  };
}

/** @param swap undefined: not among those of the month any more */
export function toSwapView(
  swap: Swap | undefined,
  memberId: string,
  nowMs: number,
): SwapContent | Placeholder {
  if (swap === undefined) return { kind: 'empty', text: '这个换班已经不在了，可能过去太久。' };
  const isProposer = swap.proposerId === memberId;
  const today = dayOfInstant(nowMs);
  // From the first day on it stands as it is.
  const isAhead = swap.days.every((day) => day > today);
  const isOpen = swap.state === 'proposed';
  return {
    kind: 'swap',
    title: swapTitle(swap, isProposer),
    state: isOpen && !isAhead ? SWAP_STATE_TEXT.declined : SWAP_STATE_TEXT[swap.state],
    note: noteOf(swap, isProposer, isAhead),
    days: swap.days.map((day) => ({
      text: fullDayText(day, today),
      note: takeText(swap, day, isProposer),
    })),
    reason: swap.reason ?? '',
    seen: swap.seenByName === null ? '' : `${swap.seenByName}看过了`,
    canAnswer: isOpen && !isProposer && isAhead,
    canWithdraw: isAhead && (swap.state === 'agreed' || (isOpen && isProposer)),
  };
}

/** '你换成 早班 08:00–14:00，周航上中班'; '' where that was not kept. */
function takeText(swap: Swap, day: LocalDay, isProposer: boolean): string {
  const take = swap.takes.find((each) => each.day === day);
  if (take === undefined) return '';
  const [mine, theirs] = isProposer ? [take.proposer, take.partner] : [take.partner, take.proposer];
  const other = isProposer ? swap.partnerName : swap.proposerName;
  const myWork = mine.length === 0 ? '休息' : slotsText(mine);
  return `你换成 ${myWork}，${other}${workText(theirs)}`;
}

function noteOf({ state }: Swap, isProposer: boolean, isAhead: boolean): string {
  if (state === 'agreed') return '倒班表和还没送的消息都按换好的班走。要请假照常登记，会告诉对方。';
  if (state !== 'proposed') return '班没有变，按原来的上。';
  if (!isAhead) return '到了那天还没有答复，没有换成，班不变。';
  return isProposer
    ? '对方同意才算换，答复了会告诉你。'
    : '同意后，倒班表和还没送的消息都按换好的班走。';
}

export function proposedText({ partnerName }: Swap): string {
  return `已提出，等${partnerName}答复`;
}

export function dayLine(day: LocalDay, nowMs: number): string {
  return fullDayText(day, dayOfInstant(nowMs));
}
