import type { ledger as action } from '../../../contract/branch/ledger';
import { ledgerOf, periodAt, type Meeting } from '../../../domain/branch/ledger';
import { sumsOf } from '../../../domain/branch/month-figures';
import type { Handler } from '../../_kit/serve';
import { countedLinesIn, countsReading } from '../../_store/branch/counted-lines';
import { monthStudiesIn, studiesReading, type MonthStudy } from '../../_store/branch/month-studies';
import { fitting } from '../../_store/database';
import { BRANCHES } from '../../_store/people/branches';
import { readTogether } from '../../_store/together';

/** Three requests: who asks; the branch with its studies of the year; the registers of what was held. */
export const ledger: Handler<typeof action> = async (input, ctx) => {
  const nowMs = ctx.nowMs();
  const branchId = input.branchId ?? ctx.caller.branchId;
  const there = await readTogether(branchId, {
    branch: { from: BRANCHES.collection, pipeline: [{ $match: { _id: branchId } }] },
    studies: studiesReading(branchId, periodAt('year', nowMs)),
  });
  const [branch] = fitting(BRANCHES, there?.branch ?? []);
  if (branch === undefined) return ctx.fail('not-found');
  const meetings = monthStudiesIn(there?.studies ?? []).map(meetingOf);
  const groupIds = branch.groups.map(({ groupId }) => groupId);
  const lines = ledgerOf(meetings, groupIds, nowMs);
  const held = lines.flatMap((line) => line.held.map(({ study }) => study));
  const counts = await readTogether(branchId, { counts: countsReading(held) });
  const counted = countedLinesIn(counts?.counts ?? []);
  const shownOf = ({ study }: ListedMeeting) => {
    const { studyId, topic, startAtMs, isDecided } = study;
    const { attended, asked } = sumsOf(counted.filter((line) => line.studyId === studyId));
    const sums = isDecided ? { attended, asked } : { attended: null, asked: null };
    return { studyId, topic, startAtMs, ...sums };
  };
  const nameOf = (groupId: string) =>
    branch.groups.find((group) => group.groupId === groupId)?.name ?? '';
  return ctx.answer({
    nowMs,
    branchName: branch.name,
    lines: lines.map(({ held: over, planned, groupsWithout, ...line }) => ({
      ...line,
      held: over.map(shownOf),
      planned: planned.map(shownOf),
      groupsWithout: groupsWithout.map(nameOf),
      groups: groupIds.length,
    })),
  });
};

interface ListedMeeting extends Meeting {
  readonly study: MonthStudy;
}

function meetingOf(study: MonthStudy): ListedMeeting {
  const { studyId, kind, startAtMs, lastCloseAtMs, audience } = study;
  const groupIds = audience.kind === 'groups' ? audience.groupIds : null;
  return { studyId, kind, startAtMs, lastCloseAtMs, groupIds, study };
}
