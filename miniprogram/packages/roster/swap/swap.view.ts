import type { OutputOf } from '../../../../contract/action';
import type { Swap } from '../../../../contract/roster/roster-shapes';
import type { swapPartners } from '../../../../contract/roster/swaps';
import { swapLimitAtMs } from '../../../../domain/shift/swap-limit';
import { dayOfInstant, type LocalDay } from '../../../../domain/time/local-day';
import { hasInIt } from '../../../../domain/words/bare-name';
import type { Shown, Placeholder } from '../../../state/shown';
import {
  restOrSlots,
  slotsText,
  SWAP_STATE_TEXT,
  swapTitle,
  takeText,
  workText,
} from '../../../text/roster';
import { fullDayText, momentText } from '../../../text/when';
import { noRest, restOf, type RestView, type WorkedDays } from './rest.view';

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
  /** What stands instead of groups; '' when there are some. */
  readonly nobody: string;
  readonly canSearch: boolean;
  /** '' before somebody is chosen. */
  readonly chosen: string;
  /** Who works what when the chosen one agrees; '' before. */
  readonly after: string;
  readonly rest: RestView;
  /** Until when the chosen one can answer; '' before. */
  readonly limit: string;
}

/** Fewer are seen at a glance. */
const SEARCHED_FROM = 8;
const NOBODY = '这一天没有人能和你换：不是班一样，就是换了会连着上。换一天看看。';

export interface SwapContent {
  readonly kind: 'swap';
  readonly title: string;
  readonly state: string;
  /** What to do now, or what holds. */
  readonly note: string;
  /** Each day with what I work and what the other does. */
  readonly days: readonly { readonly text: string; readonly note: string }[];
  /** What I rest when it comes about; nothing where that is over, or not known. */
  readonly rest: RestView;
  readonly reason: string;
  readonly seen: string;
  readonly canAnswer: boolean;
  readonly canWithdraw: boolean;
}

export type SwapView = Placeholder | ProposeContent | SwapContent;

export const opening: SwapView = { kind: 'loading' };
export const unknownPartners: Shown<Partners> = { kind: 'loading' };

export interface Choice {
  readonly day: LocalDay;
  /** '' before one is picked. */
  readonly partnerId: string;
  readonly query: string;
}

/** With whom it works that day, and what follows. @param worked my days about it, as far as known */
export function toProposeView(
  state: Shown<Partners>,
  { day, partnerId, query }: Choice,
  worked: WorkedDays,
  nowMs: number,
): Exclude<SwapView, SwapContent> {
  if (state.kind !== 'known') return state;
  const { mine, partners } = state.output;
  const canSearch = partners.length >= SEARCHED_FROM;
  const found = canSearch
    ? partners.filter(({ name, crewName }) => hasInIt([name, crewName], query))
    : partners;
  const groups = new Map<string, Partners['partners']>();
  for (const partner of found) {
    const key = `${partner.crewName ?? ''} ${slotsText(partner.slots)}`;
    groups.set(key, [...(groups.get(key) ?? []), partner]);
  }
  const nobody = partners.length === 0 ? NOBODY : '没有找到这个人，换个姓名或值试试。';
  return {
    kind: 'propose',
    mine: slotsText(mine),
    groups: [...groups].map(([key, people]) => groupOf(key, people, partnerId)),
    nobody: groups.size === 0 ? nobody : '',
    canSearch,
    ...chosenOf(
      partners.find(({ memberId }) => memberId === partnerId),
      mine,
      day,
      worked,
      nowMs,
    ),
  };
}

function chosenOf(
  partner: Partners['partners'][number] | undefined,
  mine: Partners['mine'],
  day: LocalDay,
  worked: WorkedDays,
  nowMs: number,
): Pick<ProposeContent, 'chosen' | 'after' | 'rest' | 'limit'> {
  if (partner === undefined) return { chosen: '', after: '', rest: noRest, limit: '' };
  const { name, slots } = partner;
  const takes = [{ day, proposer: slots, partner: mine }];
  return {
    chosen: name,
    after: `你换成${restOrSlots(slots)}，${name}${workText(mine)}`,
    rest: restOf(worked, [{ day, slots }], nowMs),
    limit: momentText(swapLimitAtMs([day], takes), nowMs),
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
  worked: WorkedDays,
  nowMs: number,
): SwapContent | Placeholder {
  if (swap === undefined) return { kind: 'empty', text: '这个换班已经不在了，可能过去太久。' };
  const isProposer = swap.proposerId === memberId;
  const today = dayOfInstant(nowMs);
  const limitAtMs = swapLimitAtMs(swap.days, swap.takes);
  // From its first shift on it stands as it is.
  const isAhead = limitAtMs > nowMs;
  const isOpen = swap.state === 'proposed';
  return {
    kind: 'swap',
    title: swapTitle(swap, isProposer),
    state: isOpen && !isAhead ? SWAP_STATE_TEXT.declined : SWAP_STATE_TEXT[swap.state],
    note: noteOf(swap, isProposer, isAhead, momentText(limitAtMs, nowMs)),
    days: swap.days.map((day) => ({
      text: fullDayText(day, today),
      note: takeText(swap, day, isProposer),
    })),
    rest: isAhead && isOpen ? restOf(worked, takenBy(swap, isProposer), nowMs) : noRest,
    reason: swap.reason ?? '',
    seen: swap.seenByName === null ? '' : `${swap.seenByName}看过了`,
    canAnswer: isOpen && !isProposer && isAhead,
    canWithdraw: isAhead && (swap.state === 'agreed' || (isOpen && isProposer)),
  };
}

const takenBy = ({ takes }: Swap, isProposer: boolean) =>
  takes.map(({ day, proposer, partner }) => ({ day, slots: isProposer ? proposer : partner }));

function noteOf({ state }: Swap, isProposer: boolean, isAhead: boolean, limit: string): string {
  if (state === 'agreed') {
    return `倒班表和还没送的消息都按换好的班走。${isAhead ? `${limit} 前还能撤回。` : ''}要请假照常登记，会告诉对方。`;
  }
  if (state !== 'proposed') return '没有换成，按你倒班表上的班上。';
  if (!isAhead) return `到${limit} 还没有答复，没有换成，班不变。`;
  return isProposer
    ? `对方${limit} 前同意才算换，答复了会告诉你。`
    : `${limit} 前答复。同意后，倒班表和还没送的消息都按换好的班走。`;
}

export function proposedText({ partnerName }: Swap): string {
  return `已提出，等${partnerName}答复`;
}

export function dayLine(day: LocalDay, nowMs: number): string {
  return fullDayText(day, dayOfInstant(nowMs));
}
