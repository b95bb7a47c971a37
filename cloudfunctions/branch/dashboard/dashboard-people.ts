import type { dashboardPeople as action } from '../../../contract/branch/dashboard';
import { burdenOf } from '../../../domain/branch/burden';
import type { Handler } from '../../_kit/serve';
import { askedPeopleIn, peopleReading } from '../../_store/branch/listed-lines';
import { readTogether } from '../../_store/together';
import { monthOfBranch } from './month-of-branch';
import { MOST_ROWS, positionIn } from './pages-of-rows';

/** Three requests, and as many for each further page. */
export const dashboardPeople: Handler<typeof action> = async (input, ctx) => {
  const branchId = input.branchId ?? ctx.caller.branchId;
  const from = positionIn(input.cursor);
  if (from === undefined) return ctx.fail('bad-input', { path: 'cursor' });
  const found = await monthOfBranch(branchId, input.month);
  if (found === null) return ctx.fail('not-found');
  const { places, studies } = found;
  const read = await readTogether(branchId, { people: peopleReading(studies) });
  const minutesOf = new Map(studies.map(({ studyId, minutes }) => [studyId, minutes]));
  const people = askedPeopleIn(read?.people ?? [])
    .sort((a, b) => places.byCrewAndName(a, b))
    .map((person) => ({
      ...person,
      minutes: person.studyIds.reduce((sum, studyId) => sum + (minutesOf.get(studyId) ?? 0), 0),
    }));
  const end = from + MOST_ROWS;
  return ctx.answer({
    nowMs: ctx.nowMs(),
    total: people.length,
    burden: burdenOf(people.map(({ minutes }) => ({ minutes, people: 1 }))),
    people: people.slice(from, end).map(({ memberId, name, crewId, studyIds, minutes }) => ({
      memberId,
      name,
      crewName: places.crewName(crewId),
      studies: studyIds.length,
      minutes,
    })),
    nextCursor: end < people.length ? String(end) : null,
  });
};
