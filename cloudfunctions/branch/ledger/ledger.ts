import type { OutputOf } from '../../../contract/action';
import type { ledger as action } from '../../../contract/branch/ledger';
import { presenceOf } from '../../../domain/branch/month-figures';
import { doesVote } from '../../../domain/study/quorum';
import type { StudyKind } from '../../../domain/study/study-kinds';
import type { Handler } from '../../_kit/serve';
import { countedLinesIn, countsReading } from '../../_store/branch/counted-lines';
import { readLedgerLines, type ListedMeeting } from '../../_store/branch/ledger-lines';
import type { MonthStudy } from '../../_store/branch/month-studies';
import { readTogether } from '../../_store/together';
import { voteOf } from './vote-of';

export const ledger: Handler<typeof action> = async (input, ctx) => {
  const read = await readLedger(
    input.branchId ?? ctx.caller.branchId,
    ctx.nowMs(),
    ctx.readsLeniently,
  );
  return read === null ? ctx.fail('not-found') : ctx.answer(read.told);
};

interface ReadLedger {
  readonly told: OutputOf<typeof action>;
  /** Of which it says how many were there. */
  readonly counted: readonly MonthStudy[];
}

/**
 * What the branch has to hold; null: there is no such branch. Two requests: the branch with its studies
 * of the year; the registers of what was held. One more where a meeting that votes is planned, and two
 * where the organisation is not remembered.
 * @param isLenient whether what came after 0.1.0 can be read
 */
export async function readLedger(
  branchId: string,
  nowMs: number,
  isLenient: boolean,
): Promise<ReadLedger | null> {
  const there = await readLedgerLines(branchId, nowMs);
  if (there === null) return null;
  const { branch, lines, free } = there;
  const held = [
    ...lines.flatMap((line) => line.held),
    ...free.flatMap((line) => line.held.slice(-1)),
  ].map(({ study }) => study);
  const [ahead] = [...lines, ...free].flatMap(({ kind, planned }) =>
    doesVote(kind) ? planned : [],
  );
  const [counts, vote] = await Promise.all([
    readTogether(branchId, { counts: countsReading(held) }),
    ahead === undefined ? undefined : voteOf(ahead.study, nowMs),
  ]);
  const counted = countedLinesIn(counts?.counts ?? []);
  const nameOf = (groupId: string) =>
    branch.groups.find((group) => group.groupId === groupId)?.name ?? '';
  const shownOf = ({ study, groupIds }: ListedMeeting) => {
    const { studyId, topic, startAtMs, startsAtMs, isDecided } = study;
    const { madeUp, ...there } = presenceOf(counted.filter((line) => line.studyId === studyId));
    const sums = isDecided
      ? { ...there, ...(isLenient && { madeUp }) }
      : { attended: null, asked: null };
    const groups = groupIds === null ? {} : { groups: groupIds.map(nameOf) };
    const times = isLenient && startsAtMs.length > 1 ? { startsAtMs: [...startsAtMs] } : {};
    return { studyId, topic, startAtMs, ...times, ...sums, ...groups };
  };
  const voteFor = (kind: StudyKind) => vote !== undefined && doesVote(kind) && { vote };
  const told = {
    nowMs,
    branchName: branch.name,
    lines: lines.map(({ held: over, planned, groupsWithout, ...line }) => ({
      ...line,
      held: over.map(shownOf),
      planned: planned.map(shownOf),
      groupsWithout: groupsWithout.map(nameOf),
      groups: branch.groups.length,
      ...voteFor(line.kind),
    })),
    ...(isLenient && {
      free: free.map((line) => {
        const [last, next] = [line.held.at(-1), line.planned[0]];
        return {
          kind: line.kind,
          held: line.held.length,
          last: last === undefined ? null : shownOf(last),
          next: next === undefined ? null : shownOf(next),
          ...voteFor(line.kind),
        };
      }),
    }),
  };
  return { told, counted: held.filter(({ isDecided }) => isDecided) };
}
