import { streakOf } from '../../../domain/branch/needs-a-word';
import { stateAsNoted } from '../../../domain/study/attendance';
import { MS_PER_DAY } from '../../../domain/time/local-day';
import { isInRegister } from '../../_store/study/attendance-document';
import { attendances } from '../../_store/study/attendances';
import { studies } from '../../_store/study/studies';

/** Farther back nobody is spoken to about it. docs/rules.md#R-123 */
const LOOKED_AT_MS = 184 * MS_PER_DAY;

/**
 * How many studies of a branch each of these people has missed in a row without leave, where it
 * is enough to be spoken of, else 0, up to an instant; as noted once each register was final. Two requests, none for nobody. docs/rules.md#R-123
 */
export async function absencesOf(
  memberIds: readonly string[],
  branchId: string,
  toMs: number,
): Promise<ReadonlyMap<string, number>> {
  if (memberIds.length === 0) return new Map();
  const lines = await attendances.closedOf(memberIds, branchId, toMs - LOOKED_AT_MS, toMs);
  const held = await studies.byIds([...new Set(lines.map(({ studyId }) => studyId))]);
  const published = new Set(
    held.filter(({ state }) => state === 'published').map(({ _id }) => _id),
  );
  const counted = lines
    .filter((line) => isInRegister(line) && published.has(line.studyId))
    .sort((a, b) => b.lastCloseAtMs - a.lastCloseAtMs);
  return new Map(
    memberIds.map((memberId) => {
      const own = counted.filter((line) => line.memberId === memberId);
      const streak = streakOf(own.map((line) => ({ state: stateAsNoted(line) })));
      return [memberId, streak?.kind === 'absent' ? streak.count : 0];
    }),
  );
}
