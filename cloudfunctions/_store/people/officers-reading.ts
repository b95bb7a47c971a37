import * as v from 'valibot';
import { Id } from '../../../contract/fields';
import { holdsOneOf, OFFICERS, Role } from '../../../contract/roles';
import { MEMBERS, type Member } from './member-document';
import type { Reading } from '../together';

/** Id, branch and roles of somebody who holds an office. */
export const Officer = v.object({ _id: Id, branchId: Id, roles: v.array(Role) });
export type Officer = Pick<Member, '_id' | 'branchId' | 'roles'>;

const MOST_OFFICERS = 1000;

/** What an officer reaches: their branch; the committee office every branch. */
export const reachedBy = ({ branchId, roles }: Officer) =>
  roles.includes('committee-office') ? {} : { branchId };

/** Who holds an office in what this officer reaches, for who is asked among them. */
export const officersReading = (officer: Officer): Reading => ({
  from: MEMBERS.collection,
  pipeline: [
    { $match: { ...reachedBy(officer), roles: { $in: OFFICERS }, leftDay: null } },
    { $limit: MOST_OFFICERS },
    { $project: { branchId: 1, roles: 1 } },
  ],
});

export type Officers = ReturnType<typeof officersIn>;

/** Of rows of that reading: those of a branch, and the committee office as far as it was reached. */
export function officersIn(rows: readonly unknown[]) {
  const officers: readonly Officer[] = v.parse(v.array(Officer), rows);
  return {
    ofBranch: (branchId: string) => officers.filter((officer) => officer.branchId === branchId),
    ofOffice: officers.filter(({ roles }) => holdsOneOf(roles, ['committee-office'])),
  };
}
