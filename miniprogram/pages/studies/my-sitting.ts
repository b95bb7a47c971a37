import type { MyStudy } from '../../../contract/study/study-shapes';
import { sittingOfMember } from '../../../domain/study/sitting-of-member';

export type MySitting = MyStudy['sittings'][number];

/** The sitting that my pages name for the study. docs/rules.md#R-88 */
export function sittingThatMatters(mine: MyStudy, nowMs: number): MySitting | undefined {
  const { sittings, chosenSittingId } = mine;
  return sittingOfMember(sittings, { chosenSittingId, isEntered: !isToCome(mine) }, nowMs);
}

/** The sitting in which I could check in at this instant, or undefined. */
export function openSitting(mine: MyStudy, nowMs: number): MySitting | undefined {
  if (mine.isCancelled || !isToCome(mine)) return undefined;
  const open = mine.sittings.filter(
    (sitting) => sitting.opensAtMs <= nowMs && nowMs < sitting.closesAtMs,
  );
  return open.find((sitting) => sitting.sittingId === mine.chosenSittingId) ?? open[0];
}

/** Whether the member is not in yet, so that a check-in still changes something. */
export function isToCome(mine: MyStudy): boolean {
  return ['expected', 'on-duty', 'asleep', 'excused'].includes(mine.state);
}
