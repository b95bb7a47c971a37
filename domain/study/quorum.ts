import { moreThanHalf } from '../people/more-than-half';
import { chanceOf, isAtEase, piecesAround } from './can-come';
import { costOf, endOfSitting, possibleStarts, type SittingWish } from './candidate-starts';
import type { SameTime } from './plan-sittings';
import type { StudyKind } from './study-kinds';

/** Meetings that vote. docs/rules.md#R-95 */
const VOTING: readonly StudyKind[] = ['member-meeting'];

export const doesVote = (kind: StudyKind): boolean => VOTING.includes(kind);

/** Within which another time of the day is looked for, minutes of the day. docs/rules.md#R-116 */
export const MEETING_HOURS = { startMinute: 8 * 60, endMinute: 21 * 60 } as const;

/** Heads of those entitled to vote. */
export interface Quorum {
  readonly entitled: number;
  /** Must be there for a vote: more than half. */
  readonly needed: number;
  /** For an election: four fifths. */
  readonly neededToElect: number;
}

/** docs/rules.md#R-95 */
export function quorumOf(entitled: number): Quorum {
  return {
    entitled,
    needed: moreThanHalf(entitled),
    neededToElect: Math.ceil((entitled * 4) / 5),
  };
}

/**
 * The start within the wish to which most of the entitled can come: they vote in one room. Of equals
 * the one that fewest of them come to from the edge of their sleep, then as costOf says; undefined
 * when nobody can come to any. docs/rules.md#R-95
 */
export function fullestSitting(
  entitled: readonly SameTime[],
  wish: SittingWish,
  nowMs: number,
): number | undefined {
  const starts = possibleStarts(wish, nowMs);
  const startAtMs = starts[0]?.startAtMs ?? 0;
  const endAtMs = endOfSitting(starts.at(-1)?.startAtMs ?? 0, wish);
  const groups = entitled.map(({ schedule, people, sits }) => {
    return { people, sits, pieces: piecesAround(schedule, { startAtMs, endAtMs }) };
  });
  const weighed = starts.map((start) => {
    const sitting = {
      startAtMs: start.startAtMs,
      endAtMs: endOfSitting(start.startAtMs, wish),
    };
    let [coming, tired, notAtEase] = [0, 0, 0];
    for (const { people, sits, pieces } of groups) {
      const chance = chanceOf(pieces, sitting, sits);
      if (chance.hindrance === null) coming += people;
      if (chance.isNearSleep) tired += people;
      if (!isAtEase(chance)) notAtEase += people;
    }
    return { ...sitting, coming, tired, cost: costOf(start, wish.minutes, notAtEase) };
  });
  const [best] = weighed
    .filter(({ coming }) => coming > 0)
    .sort((a, b) => b.coming - a.coming || a.tired - b.tired || a.cost - b.cost);
  return best?.startAtMs;
}
