import * as v from 'valibot';
import { AtMs, Id } from '../../../contract/fields';
import { holdsOneOf, OFFICERS, Role } from '../../../contract/roles';
import { LIBRARY_DOCUMENTS } from '../content/library-document';
import { checkersAmong } from '../content/who-checks';
import { MEMBERS, type Member } from '../people/member-document';
import type { Reading } from '../together';

/** Of these as many are looked at, the oldest: of all branches for the committee office. */
const MOST_WAITING = 200;
const MOST_OFFICERS = 1000;

const Waiting = v.object({
  _id: Id,
  branchId: Id,
  offered: v.object({
    version: v.object({
      title: v.string(),
      by: v.object({ memberId: Id, name: v.string() }),
      atMs: AtMs,
    }),
  }),
});
const OfficerRow = v.object({
  _id: Id,
  branchId: Id,
  roles: v.array(Role),
});

export interface DocumentToCheck {
  readonly documentId: string;
  readonly title: string;
  readonly byName: string;
  readonly sinceAtMs: number;
}

type Officer = Pick<Member, '_id' | 'branchId' | 'roles'>;

/** Of an officer what waits to be looked at, and who else could; the committee office reads every branch. */
export function documentReadings({ _id, branchId, roles }: Officer) {
  const reached = roles.includes('committee-office') ? {} : { branchId };
  return {
    officers: {
      from: MEMBERS.collection,
      pipeline: [
        { $match: { ...reached, roles: { $in: OFFICERS }, leftDay: null } },
        { $limit: MOST_OFFICERS },
        { $project: { branchId: 1, roles: 1 } },
      ],
    },
    toCheck: {
      from: LIBRARY_DOCUMENTS.collection,
      pipeline: [
        {
          $match: {
            ...reached,
            state: { $in: ['waiting', 'shown'] },
            'offered.version.by.memberId': { $gt: '', $ne: _id },
            'offered.returned': null,
          },
        },
        { $sort: { 'offered.version.atMs': 1, _id: 1 } },
        { $limit: MOST_WAITING },
        {
          $project: {
            branchId: 1,
            'offered.version.title': 1,
            'offered.version.by': 1,
            'offered.version.atMs': 1,
          },
        },
      ],
    },
  } satisfies Readonly<Record<string, Reading>>;
}

/** Of rows of these readings what this officer is asked to look at, the oldest first. docs/rules.md#R-240 */
export function documentsToCheck(
  rows: Readonly<Partial<Record<string, readonly unknown[]>>>,
  officer: Officer,
): readonly DocumentToCheck[] {
  const officers = v.parse(v.array(OfficerRow), rows['officers'] ?? []);
  const ofOffice = officers.filter(({ roles }) => holdsOneOf(roles, ['committee-office']));
  return v
    .parse(v.array(Waiting), rows['toCheck'] ?? [])
    .filter(({ branchId, offered: { version } }) => {
      const ofBranch = officers.filter((each) => each.branchId === branchId);
      const asked = checkersAmong(version.by.memberId, ofBranch, ofOffice);
      return asked.some(({ _id }) => _id === officer._id);
    })
    .map(({ _id: documentId, offered: { version } }) => ({
      documentId,
      title: version.title,
      byName: version.by.name,
      sinceAtMs: version.atMs,
    }));
}
