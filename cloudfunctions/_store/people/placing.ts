import type { LocalDay } from '../../../domain/time/local-day';
import { collection, command } from '../database';
import { MEMBERS, type Member } from './member-document';

/** In one condition: each names a whole history of crews. */
const MOST_BEFORES = 200;

type PlacedBefore = { readonly memberId: string } & Pick<
  Member,
  'groupId' | 'roles' | 'crewHistory'
>;

/** Those who were in the same place, together. */
function alikeOf(people: readonly PlacedBefore[]) {
  const found = new Map<string, { readonly before: PlacedBefore; readonly ids: string[] }>();
  for (const before of people) {
    const { memberId, groupId, roles, crewHistory } = before;
    const key = JSON.stringify([groupId, roles, crewHistory]);
    const alike = found.get(key);
    if (alike === undefined) found.set(key, { before, ids: [memberId] });
    else alike.ids.push(memberId);
  }
  return [...found.values()];
}

/**
 * Places those of these people anew who are as they were when it was decided, at most 1000: one request
 * for as many of them as were in MOST_BEFORES different places; how many. Repeated, it finds nobody.
 */
export async function place(
  branchId: string,
  people: readonly PlacedBefore[],
  changes: {
    readonly groupId?: string | null;
    readonly roles?: Member['roles'];
    readonly crew?: Member['crewHistory'][number];
    readonly day: LocalDay;
  },
): Promise<number> {
  const { groupId, roles, crew, day } = changes;
  const alike = alikeOf(people);
  let written = 0;
  for (let from = 0; from < alike.length; from += MOST_BEFORES) {
    written += await collection(MEMBERS).update(
      command.anyOf(
        ...alike.slice(from, from + MOST_BEFORES).map(({ before, ids }) => ({
          _id: command.in(ids),
          branchId,
          leftDay: null,
          groupId: before.groupId,
          roles: command.eq(before.roles),
          crewHistory: command.eq(before.crewHistory),
        })),
      ),
      {
        ...(groupId !== undefined && { groupId, placedDay: day }),
        ...(roles !== undefined && { roles }),
        ...(crew !== undefined && { crewHistory: command.push([crew]) }),
      },
    );
  }
  return written;
}
