import * as v from 'valibot';
import { AtMs, Id } from '../../../contract/fields';
import { LIBRARY_DOCUMENTS } from '../content/library-document';
import { checkersAmong } from '../content/who-checks';
import type { Reading } from '../together';
import { reachedBy, type Officer, type Officers } from '../people/officers-reading';

/** Of these as many are looked at, the oldest: of all branches for the committee office. */
const MOST_WAITING = 200;

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

export interface DocumentToCheck {
  readonly documentId: string;
  readonly title: string;
  readonly byName: string;
  readonly sinceAtMs: number;
}

/** What waits for a check in what an officer reaches, but for their own. */
export function documentsReading(officer: Officer): Reading {
  return {
    from: LIBRARY_DOCUMENTS.collection,
    pipeline: [
      {
        $match: {
          ...reachedBy(officer),
          state: { $in: ['waiting', 'shown'] },
          'offered.version.by.memberId': { $gt: '', $ne: officer._id },
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
  };
}

/** Of rows of that reading what this officer is asked to look at, the oldest first. docs/rules.md#R-240 */
export function documentsToCheck(
  rows: readonly unknown[],
  officers: Officers,
  memberId: string,
): readonly DocumentToCheck[] {
  return v
    .parse(v.array(Waiting), rows)
    .filter(({ branchId, offered: { version } }) => {
      const { ofBranch, ofOffice } = officers;
      const asked = checkersAmong(version.by.memberId, ofBranch(branchId), ofOffice);
      return asked.some(({ _id }) => _id === memberId);
    })
    .map(({ _id: documentId, offered: { version } }) => ({
      documentId,
      title: version.title,
      byName: version.by.name,
      sinceAtMs: version.atMs,
    }));
}
