import * as v from 'valibot';
import { Count, Id } from '../../../contract/fields';
import { fitting } from '../database';
import { BRANCHES } from '../people/branches';
import { MEMBERS } from '../people/member-document';
import { organisationOf, type Organisation } from '../people/organisation';
import { inOrderSaved, ROTATIONS } from '../roster/rotations';
import type { Reading } from '../together';

interface Placed {
  readonly memberId: string;
  readonly name: string;
  readonly crewId: string | null;
}

const names = new Intl.Collator('zh-CN');

/** Names of branches and crews, as they are now, and the shifts of their people. */
export interface Places extends Pick<Organisation, 'scheduleOf'> {
  branchName(branchId: string): string;
  crewName(crewId: string | null): string | null;
  /** By crew, in the order of `crewsAmong`, then by name and id. */
  byCrewAndName(a: Placed, b: Placed): number;
  /** Those of these crews that the rotations know, in their order; others after them; null, no crew, last. */
  crewsAmong(
    crewIds: readonly (string | null)[],
  ): readonly { readonly crewId: string | null; readonly name: string | null }[];
}

/** @param branchId null: of all branches */
export function placesReadings(branchId: string | null) {
  return {
    branches: {
      from: BRANCHES.collection,
      pipeline: [{ $match: { _id: branchId ?? { $ne: '' } } }, { $sort: { _id: 1 } }],
    },
    rotations: { from: ROTATIONS.collection, pipeline: [{ $sort: { _id: 1 } }] },
  } satisfies Record<string, Reading>;
}

export function placesIn(
  rows: Readonly<Record<'branches' | 'rotations', readonly unknown[]>>,
): Places {
  const organisation = organisationOf(
    fitting(BRANCHES, rows.branches),
    inOrderSaved(fitting(ROTATIONS, rows.rotations)),
  );
  const order = organisation.crews.map(({ crewId }) => crewId);
  const rank = (crewId: string | null) => {
    if (crewId === null) return order.length + 1;
    const at = order.indexOf(crewId);
    return at === -1 ? order.length : at;
  };
  return {
    scheduleOf: (member) => organisation.scheduleOf(member),
    branchName: (branchId) => organisation.branchName(branchId),
    crewName: (crewId) => organisation.crewName(crewId),
    byCrewAndName: (a, b) =>
      rank(a.crewId) - rank(b.crewId) ||
      names.compare(a.name, b.name) ||
      (a.memberId < b.memberId ? -1 : 1),
    crewsAmong: (crewIds) =>
      [...new Set(crewIds)]
        .sort((a, b) => rank(a) - rank(b) || ((a ?? '') < (b ?? '') ? -1 : 1))
        .map((crewId) => ({ crewId, name: organisation.crewName(crewId) })),
  };
}

/** Of a reading of all branches, in the order of the roster. */
export const branchesIn = (rows: readonly unknown[]) => fitting(BRANCHES, rows);

/** How many people each branch has now. */
export const headsReading = (): Reading => ({
  from: MEMBERS.collection,
  pipeline: [{ $match: { leftDay: null } }, { $group: { _id: '$branchId', count: { $sum: 1 } } }],
});

const Head = v.object({ _id: Id, count: Count });

export const headsIn = (rows: readonly unknown[]): ReadonlyMap<string, number> =>
  new Map(v.parse(v.array(Head), rows).map(({ _id, count }) => [_id, count]));
