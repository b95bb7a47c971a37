import type { Clash } from '../../../contract/study/planning';
import { intersects, type Interval } from '../../../domain/time/interval';
import type { OtherSitting, OtherSittings } from '../../_store/study/other-sittings';
import type { Invited } from './chances';

export interface Held extends Interval {
  readonly place?: string | undefined;
}

/**
 * Sittings of other studies at the time of one, to which some who are invited go or which have its
 * room; in order of time. What another branch meets about is not said. docs/rules.md#R-148
 */
export function clashesAt(
  sitting: Held,
  invited: readonly Invited[],
  others: OtherSittings,
  branchId: string,
): Clash[] {
  const found = new Map<string, { other: OtherSitting; people: number; isSamePlace: boolean }>();
  const add = (other: OtherSitting, heads: number, isSamePlace: boolean) => {
    if (!intersects(other, sitting)) return;
    const key = `${other.studyId}_${other.sittingId}`;
    const known = found.get(key);
    found.set(key, {
      other,
      people: (known?.people ?? 0) + heads,
      isSamePlace: isSamePlace || known?.isSamePlace === true,
    });
  };
  for (const { sits } of invited) for (const other of sits) add(other, 1, false);
  for (const other of others.at(sitting.place ?? '')) add(other, 0, true);
  return [...found.values()]
    .sort((a, b) => a.other.startAtMs - b.other.startAtMs)
    .map(({ other: { startAtMs, endAtMs, place, branchName, ...other }, people, isSamePlace }) => ({
      ...{ startAtMs, endAtMs, place, branchName, people, isSamePlace },
      topic: other.branchId === branchId ? other.topic : null,
    }));
}
