import type { audienceChoices as action } from '../../../contract/study/writing';
import { crewDayAt } from '../../../domain/shift/shift-at';
import { dayOfInstant } from '../../../domain/time/local-day';
import type { Handler } from '../../_kit/serve';
import { branches } from '../../_store/people/branches';
import { members } from '../../_store/people/members';
import { personOn } from '../../_store/people/person-on';
import { toShiftOfDay } from '../../_store/roster/shift-of-day';
import { rotasOnHotPath } from '../rotas';

export const audienceChoices: Handler<typeof action> = async (input, ctx) => {
  const branchId = input.branchId ?? ctx.caller.branchId;
  const nowMs = ctx.nowMs();
  const [branch, people] = await Promise.all([branches.byId(branchId), members.ofBranch(branchId)]);
  if (branch === null) return ctx.fail('not-found');
  const rotas = await rotasOnHotPath(people);
  const day = dayOfInstant(nowMs);
  const persons = people.map((member) => personOn(member, day));
  const crews = rotas.crews
    .map(({ crewId, name }) => ({
      crewId,
      name,
      count: persons.filter((person) => person.crewId === crewId).length,
    }))
    .filter(({ count }) => count > 0);
  return ctx.answer({
    total: persons.length,
    groups: branch.groups.map(({ groupId, name }) => ({
      groupId,
      name,
      count: persons.filter((person) => person.groupId === groupId).length,
    })),
    crews,
    today: crews.flatMap(({ crewId }) => {
      const shift = toShiftOfDay(crewDayAt(rotas.roster, crewId, nowMs));
      return shift === null ? [] : [{ crewId, day, label: shift.label }];
    }),
  });
};
