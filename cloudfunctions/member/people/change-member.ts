import type { InputOf } from '../../../contract/action';
import type { memberActions } from '../../../contract/people/member';
import { dayOfInstant, type LocalDay } from '../../../domain/time/local-day';
import type { Handler } from '../../_kit/serve';
import { forgetCaller } from '../../_store/people/callers';
import { isLastSecretary, members, unbound, type Member } from '../../_store/people/members';
import { readOrganisation } from '../../_store/people/organisation';
import { replanFor } from '../../_deliver/replan';

type Input = InputOf<typeof memberActions.changeMember>;

export const changeMember: Handler<typeof memberActions.changeMember> = async (input, ctx) => {
  const organisation = await readOrganisation();
  if (typeof input.crew?.crewId === 'string' && !organisation.hasCrew(input.crew.crewId)) {
    return ctx.fail('unknown-crew');
  }
  const today = dayOfInstant(ctx.nowMs());
  const changed = await members.change(input.memberId, (now, secretaries) => {
    if (typeof input.groupId === 'string' && !organisation.hasGroup(now.branchId, input.groupId)) {
      return 'unknown-group' as const;
    }
    if (input.hasLeft === true && isLastSecretary(now, secretaries))
      return 'last-secretary' as const;
    return changesOf(now, input, today);
  });
  if (changed.kind === 'missing') return ctx.fail('not-found');
  if (changed.kind === 'refused') return ctx.fail(changed.code);
  forgetCaller(changed.before.account);
  if (input.crew !== undefined) await replanFor([input.memberId], ctx.nowMs());
  return ctx.answer({ memberId: input.memberId });
};

function changesOf(now: Member, input: Input, today: LocalDay): Partial<Member> {
  const { groupId, crew, hasLeft } = input;
  return {
    ...(groupId !== undefined && { groupId }),
    ...(crew !== undefined && { crewHistory: withCrew(now.crewHistory, crew) }),
    ...(hasLeft === true && now.leftDay === null && { leftDay: today, ...unbound(now._id) }),
    ...(hasLeft === false && { leftDay: null }),
  };
}

/** From the day on this crew and no other: what was planned for later days goes. */
function withCrew(
  history: Member['crewHistory'],
  crew: Member['crewHistory'][number],
): Member['crewHistory'] {
  return [...history.filter(({ fromDay }) => fromDay < crew.fromDay), crew];
}
