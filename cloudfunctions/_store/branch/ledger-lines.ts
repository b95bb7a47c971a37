import {
  freeLinesOf,
  ledgerOf,
  periodAt,
  type FreeLine,
  type LedgerLine,
  type Meeting,
} from '../../../domain/branch/ledger';
import { frequenciesOf } from '../../../domain/branch/norms';
import { dayOfInstant, monthOf } from '../../../domain/time/local-day';
import { fitting } from '../database';
import { BRANCHES, type BranchDocument } from '../people/branches';
import { readTogether } from '../together';
import { normsHeld, normsReadings } from './norms';
import { monthStudiesIn, studiesReading, type MonthStudy } from './month-studies';

export interface ListedMeeting extends Meeting {
  readonly study: MonthStudy;
}

interface BranchLedger {
  readonly branch: BranchDocument;
  readonly lines: readonly LedgerLine<ListedMeeting>[];
  readonly free: readonly FreeLine<ListedMeeting>[];
}

/** What a branch has to hold now, in one request; null: there is no such branch. docs/rules.md#R-138 */
export async function readLedgerLines(
  branchId: string,
  nowMs: number,
): Promise<BranchLedger | null> {
  const there = await readTogether(branchId, {
    branch: { from: BRANCHES.collection, pipeline: [{ $match: { _id: branchId } }] },
    studies: studiesReading(branchId, periodAt('year', nowMs)),
    ...normsReadings(branchId),
  });
  if (there === null) return null;
  const [branch] = fitting(BRANCHES, there.branch);
  if (branch === undefined) return null;
  const meetings = monthStudiesIn(there.studies).map(meetingOf);
  const held = normsHeld(there, branch.yearlyHours ?? null, monthOf(dayOfInstant(nowMs)));
  const frequencies = frequenciesOf(held);
  const groupIds = branch.groups.map(({ groupId }) => groupId);
  return {
    branch,
    lines: ledgerOf(meetings, frequencies, groupIds, nowMs),
    free: freeLinesOf(meetings, frequencies, nowMs),
  };
}

function meetingOf(study: MonthStudy): ListedMeeting {
  const { studyId, kind, startAtMs, lastCloseAtMs, audience } = study;
  const groupIds = audience.kind === 'groups' ? audience.groupIds : null;
  return { studyId, kind, startAtMs, lastCloseAtMs, groupIds, study };
}
