import type { swapActions } from '../../../contract/roster/swaps';
import { rosterDaysOf } from '../../../domain/shift/roster-day';
import { proposeSwap } from '../../../domain/shift/swap';
import { addDays } from '../../../domain/time/local-day';
import type { Handler } from '../../_kit/serve';
import { isBound, type Member } from '../../_store/people/member-document';
import { members } from '../../_store/people/members';
import { readOrganisation } from '../../_store/people/organisation';
import { toSlots } from '../roster/to-roster-shapes';

/** Nobody learns more of others here than the day asked for, and only of people of the own branch. */
export const swapPartners: Handler<typeof swapActions.swapPartners> = async ({ day }, ctx) => {
  const { memberId, branchId } = ctx.caller;
  const [people, organisation] = await Promise.all([
    members.ofBranch(branchId),
    readOrganisation(),
  ]);
  const me = people.find(({ _id }) => _id === memberId);
  if (me === undefined) return ctx.fail('not-found');
  const slotsOn = (member: Member) => {
    const days = rosterDaysOf(organisation.scheduleOf(member), day, addDays(day, 1));
    return toSlots(days[0]?.slots ?? []);
  };
  const mine = organisation.scheduleOf(me);
  const swap = { id: 'asked', proposerId: memberId, days: [day] };
  const canSwap = (member: Member) =>
    isBound(member) &&
    proposeSwap(
      { ...swap, partnerId: member._id },
      mine,
      organisation.scheduleOf(member),
      ctx.nowMs(),
    ).kind === 'accepted';
  return ctx.answer({
    mine: slotsOn(me),
    partners: people.filter(canSwap).map((member) => ({
      memberId: member._id,
      name: member.name,
      crewName: organisation.placeOf(member, day).crewName,
      slots: slotsOn(member),
    })),
  });
};
