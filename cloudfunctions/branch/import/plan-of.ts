import { STANDINGS } from '../../../contract/people/member';
import { ROLES, type Role } from '../../../contract/roles';
import type { ChangedPerson, NewPerson, RosterDiff } from '../../../domain/people/roster-list';
import { derivedId } from '../../_store/derived-id';
import type { Member } from '../../_store/people/member-document';
import {
  MOST_IN_STEP,
  type AddedPerson,
  type ChangeStep,
  type RosterStep,
} from '../../_store/people/roster-imports';

/** Says which difference was shown: another roster or another file has another. */
export function planIdOf(branchId: string, { changed, fresh, leaving }: RosterDiff): string {
  return derivedId(
    branchId,
    JSON.stringify([changed, fresh, leaving.map(({ memberId }) => memberId)]),
  );
}

/** What is done, in the order in which it is done: whoever leaves comes last. */
export function planOf(
  importId: string,
  { changed, fresh }: RosterDiff,
  leaving: readonly Member[],
  people: readonly Member[],
): readonly RosterStep[] {
  const byId = new Map(people.map((member) => [member._id, member]));
  const added = fresh.filter(({ backAs }) => backAs === null);
  const back = fresh.filter(({ backAs }) => backAs !== null);
  const toAdded = (person: NewPerson) => addedPerson(importId, person);
  return [
    ...inSteps(added.map(toAdded)).map((some) => ({ kind: 'add' as const, people: some })),
    ...inSteps(back.map(toAdded)).map((some) => ({ kind: 'back' as const, people: some })),
    ...changesOf(changed, byId),
    ...inSteps(leaving.map(({ _id, name }) => ({ memberId: _id, name }))).map((some) => ({
      kind: 'leave' as const,
      people: some,
    })),
  ];
}

/** The id follows from the import, so that whoever was added is found again. */
function addedPerson(importId: string, person: NewPerson): AddedPerson {
  const { name, staffNumber, groupId, crewId, standing, backAs } = person;
  const memberId = backAs ?? derivedId('roster-import', importId, staffNumber);
  return { memberId, name, staffNumber, groupId, crewId, standing };
}

type Change = Omit<ChangeStep, 'kind' | 'people'>;

/** Those to whom the same happens, together. */
function changesOf(
  changed: readonly ChangedPerson[],
  byId: ReadonlyMap<string, Member>,
): ChangeStep[] {
  const groups = new Map<
    string,
    { readonly change: Change; readonly people: ChangeStep['people'] }
  >();
  for (const each of changed) {
    const member = byId.get(each.before.memberId);
    if (member === undefined) continue;
    const change = changeOf(each, member);
    const { _id, name, groupId, roles, crewHistory } = member;
    const person = { memberId: _id, name, before: { groupId, roles, crewHistory } };
    const key = JSON.stringify(change);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { change, people: [person] });
    else group.people.push(person);
  }
  return [...groups.values()].flatMap(({ change, people }) =>
    inSteps(people).map((some) => ({ kind: 'change' as const, ...change, people: some })),
  );
}

function changeOf({ before, groupId, crewId, standing }: ChangedPerson, member: Member): Change {
  return {
    ...(groupId !== before.groupId && { groupId }),
    ...(crewId !== before.crewId && { crewId }),
    ...(standing !== before.standing && { roles: withStanding(member.roles, standing) }),
  };
}

function withStanding(roles: readonly Role[], standing: ChangedPerson['standing']): Role[] {
  const standings: readonly Role[] = STANDINGS;
  return ROLES.filter(
    (role) => role === standing || (roles.includes(role) && !standings.includes(role)),
  );
}

function inSteps<T>(people: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(people.length / MOST_IN_STEP) }, (_, at) =>
    people.slice(at * MOST_IN_STEP, (at + 1) * MOST_IN_STEP),
  );
}
