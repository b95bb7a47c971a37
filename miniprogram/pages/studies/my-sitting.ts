import type { MyStudy } from '../../../contract/study/study-shapes';

export type MySitting = MyStudy['sittings'][number];

/**
 * The sitting a card speaks of: the one I chose, else the one whose check-in is open, else the first
 * ahead in which I am off duty, else the next one ahead, else the last.
 */
export function sittingThatMatters(mine: MyStudy, nowMs: number): MySitting | undefined {
  const ahead = mine.sittings.filter((sitting) => nowMs < sitting.closesAtMs);
  return (
    ahead.find((sitting) => sitting.sittingId === mine.chosenSittingId) ??
    ahead.find((sitting) => sitting.opensAtMs <= nowMs) ??
    ahead.find((sitting) => sitting.fit === 'free') ??
    ahead[0] ??
    mine.sittings.at(-1)
  );
}

/** The sitting in which I could check in at this instant, or undefined. */
export function openSitting(mine: MyStudy, nowMs: number): MySitting | undefined {
  if (mine.isCancelled || !isWaiting(mine)) return undefined;
  const open = mine.sittings.filter(
    (sitting) => sitting.opensAtMs <= nowMs && nowMs < sitting.closesAtMs,
  );
  return open.find((sitting) => sitting.sittingId === mine.chosenSittingId) ?? open[0];
}

/** Whether the member is not in yet, so that a check-in still changes something. */
export function isWaiting(mine: MyStudy): boolean {
  return mine.state === 'expected' || mine.state === 'on-duty' || mine.state === 'excused';
}
