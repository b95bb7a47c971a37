import type { keepingActions } from '../../../contract/people/keeping';
import { dayOfInstant } from '../../../domain/time/local-day';
import type { Handler } from '../../_kit/serve';
import { readOrganisation } from '../../_store/people/organisation';
import { targetMembers } from '../../_store/people/target-member';
import { noteLook } from '../../_store/people/trail';
import { personOf } from './person-of';
import { choicesIn } from './place-choices';

export const memberRecord: Handler<typeof keepingActions.memberRecord> = async (input, ctx) => {
  const [member, organisation] = await Promise.all([
    targetMembers.read(input.memberId),
    readOrganisation(),
  ]);
  if (member === null) return ctx.fail('not-found');
  const nowMs = ctx.nowMs();
  const today = dayOfInstant(nowMs);
  const about = { memberId: member._id, branchId: member.branchId };
  await noteLook(ctx.caller, about, { kind: 'saw-member' }, nowMs);
  return ctx.answer({
    person: personOf(member, organisation, today),
    branchId: member.branchId,
    groupId: member.groupId,
    today,
    nextCrews: member.crewHistory
      .filter(({ fromDay }) => fromDay > today)
      .map(({ crewId, fromDay }) => ({ crewName: organisation.crewName(crewId), fromDay })),
    joinedDay: member.joinedDay,
    leftDay: member.leftDay,
    choices: choicesIn(organisation, member.branchId),
  });
};
