import { holdsOneOf, OFFICERS } from '../../contract/roles';
import { hasSameHours } from '../../domain/shift/swap-takes';
import { addDays, dayOfInstant, type LocalDay } from '../../domain/time/local-day';
import { postponeMakeUps } from './postpone-make-ups';
import { replanFor } from './replan';
import { tellAboutSwap, tellOfficersOfEnd } from './tell-about-swap';
import type { Caller } from '../_kit/context';
import { forgetCaller } from '../_store/people/callers';
import { withoutSwap } from '../_store/people/member-changes';
import type { Member } from '../_store/people/member-document';
import { members } from '../_store/people/members';
import { readOrganisation, type Rotas } from '../_store/people/organisation';
import {
  hoursOf,
  isInForce,
  swapOf,
  swaps,
  type SwapChanges,
  type SwapDocument,
  type SwapPeople,
} from '../_store/roster/swaps';

type Author = Pick<Caller, 'memberId' | 'name'>;

interface Call {
  readonly requestId: string;
  readonly nowMs: number;
}

/**
 * Ends the swaps of these people whose shifts are no longer those that were swapped, or one of whose
 * two has left; both are told, of one that was in force an officer too. What was worked stays as it
 * is. Can be repeated: of a call that was cut off the rest is told. docs/rules.md#R-77
 */
export async function endBrokenSwaps(
  memberIds: readonly string[],
  author: Author,
  call: Call,
): Promise<void> {
  if (memberIds.length === 0) return;
  const standing = await swaps.standingOf(memberIds, dayOfInstant(call.nowMs));
  if (standing.length === 0) return;
  const organisation = await readOrganisation();
  for (const { _id } of standing) await endIfBroken(_id, author, organisation, call);
}

async function endIfBroken(swapId: string, author: Author, rotas: Rotas, call: Call) {
  const verdict = await swaps.change(swapId, (swap, people) =>
    swap.ended === undefined ? endOf(swap, people, rotas, call.nowMs) : { swap: {} },
  );
  if (verdict.kind !== 'changed') return;
  const { swap, people } = verdict;
  const both = [people.proposer, people.partner];
  for (const { account } of both) forgetCaller(account);
  const ids = both.map(({ _id }) => _id);
  await replanFor(ids, call.nowMs);
  await postponeMakeUps(ids, call.nowMs);
  await tellAboutSwap(swap, 'ended', author, both, rotas, call);
  if (swap.ended === undefined || !isInForce({ state: swap.ended.was })) return;
  await tellOfficersOfEnd(swap, author, await officersFor(swap, ids), rotas, call);
}

function endOf(
  swap: SwapDocument,
  people: SwapPeople,
  rotas: Rotas,
  nowMs: number,
): SwapChanges | 'stands' {
  const today = dayOfInstant(nowMs);
  // What has begun is worked to its end.
  const fromDay = swapOf(swap).limitAtMs > nowMs ? undefined : addDays(today, 1);
  const hasLeft = people.proposer.leftDay !== null || people.partner.leftDay !== null;
  if (!hasLeft && !areOthers(swap, people, rotas, fromDay ?? today)) return 'stands';
  const by = hasLeft ? ('left' as const) : ('other-shifts' as const);
  const changes = { state: 'declined', ended: { by, was: swap.state } } as const;
  if (!isInForce(swap)) return { swap: changes };
  return {
    swap: changes,
    proposer: withoutSwap(people.proposer, swap._id, fromDay),
    partner: withoutSwap(people.partner, swap._id, fromDay),
  };
}

/** Whether from this day on one of the two would give other hours than were swapped. */
function areOthers(
  swap: SwapDocument,
  { proposer, partner }: SwapPeople,
  rotas: Rotas,
  fromDay: LocalDay,
): boolean {
  const own = (member: Member) => rotas.scheduleOf(withoutSwapAndLeave(member, swap._id));
  const { takes: now } = hoursOf(swap, own(proposer), own(partner));
  return (swap.takes ?? []).some((take) => {
    const present = now.find(({ day }) => day === take.day);
    if (take.day < fromDay || present === undefined) return false;
    return (
      !hasSameHours(take.proposer, present.proposer) || !hasSameHours(take.partner, present.partner)
    );
  });
}

/** Leave goes before a swap and leaves it standing. docs/rules.md#R-23 */
function withoutSwapAndLeave(member: Member, swapId: string): Member {
  const { overrides } = withoutSwap(member, swapId);
  return { ...member, overrides: overrides.filter(({ kind }) => kind !== 'leave') };
}

/** Who has seen it, otherwise the secretaries of the branch; neither of the two. */
async function officersFor({ branchId, seenBy }: SwapDocument, theTwo: readonly string[]) {
  const others = (await members.ofBranch(branchId)).filter(({ _id }) => !theTwo.includes(_id));
  const seer = others.filter(
    ({ _id, roles }) => _id === seenBy?.memberId && holdsOneOf(roles, OFFICERS),
  );
  return seer.length > 0 ? seer : others.filter(({ roles }) => roles.includes('secretary'));
}
