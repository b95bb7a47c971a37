import type { memberActions } from '../../../contract/people/member';
import { dayOfInstant } from '../../../domain/time/local-day';
import type { Handler } from '../../_kit/serve';
import { branches } from '../../_store/people/branches';
import { members } from '../../_store/people/members';
import { organisationOnHotPath } from '../../_store/people/organisation';
import { personOf } from './person-of';

export const directory: Handler<typeof memberActions.directory> = async (input, ctx) => {
  const branchId = input.branchId ?? ctx.caller.branchId;
  const [branch, people] = await Promise.all([branches.byId(branchId), members.ofBranch(branchId)]);
  if (branch === null) return ctx.fail('not-found');
  const organisation = await organisationOnHotPath(people);
  const today = dayOfInstant(ctx.nowMs());
  return ctx.answer({
    branch: { branchId, name: branch.name, memberCount: people.length },
    groups: branch.groups,
    people: people.map((member) => personOf(member, organisation, today)),
  });
};
