import type { InputOf } from '../../../contract/action';
import type { memberActions } from '../../../contract/people/member';
import { dayOfInstant, type LocalDay } from '../../../domain/time/local-day';
import { isSameName } from '../../../domain/words/bare-name';
import type { Handler } from '../../_kit/serve';
import { comingBack } from '../../_store/people/coming-back';
import { crewIdOn, type Member } from '../../_store/people/member-document';
import { members } from '../../_store/people/members';
import { readOrganisation } from '../../_store/people/organisation';
import { newMember } from '../../_store/people/new-member';

type Input = InputOf<typeof memberActions.addMember> & { readonly branchId: string };

export const addMember: Handler<typeof memberActions.addMember> = async (given, ctx) => {
  const input = { ...given, branchId: given.branchId ?? ctx.caller.branchId };
  const organisation = await readOrganisation();
  if (!organisation.hasBranch(input.branchId)) return ctx.fail('not-found');
  if (input.groupId !== null && !organisation.hasGroup(input.branchId, input.groupId)) {
    return ctx.fail('unknown-group');
  }
  if (input.crewId !== null && !organisation.hasCrew(input.crewId)) return ctx.fail('unknown-crew');

  const today = dayOfInstant(ctx.nowMs());
  const added = newMember({ ...input, roles: [input.standing] }, today);
  if (await members.add(added)) return ctx.answer({ memberId: added._id });

  const present = await members.byStaffNumber(added.staffNumber);
  // The id is somebody else's, and no answer to give away: ids are random, this is a broken phone.
  if (present === null) return ctx.fail('bad-input', { path: 'memberId' });
  if (isThere(present, input, today)) return ctx.answer({ memberId: present._id });
  if (present.leftDay === null || !isSameName(present.name, input.name)) {
    return ctx.fail('staff-number-taken');
  }
  const changed = await members.change(present._id, (now) =>
    now.leftDay === null ? ('staff-number-taken' as const) : comingBack(now, input, today),
  );
  return changed.kind === 'changed'
    ? ctx.answer({ memberId: present._id })
    : ctx.fail('staff-number-taken');
};

/** Whether all that is asked for is so, as after a call that is repeated. */
function isThere(present: Member, input: Input, today: LocalDay): boolean {
  return (
    present.leftDay === null &&
    present.branchId === input.branchId &&
    isSameName(present.name, input.name) &&
    (present._id === input.memberId ||
      (present.groupId === input.groupId &&
        present.roles.includes(input.standing) &&
        crewIdOn(present, today) === input.crewId))
  );
}
