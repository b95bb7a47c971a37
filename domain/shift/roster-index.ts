import type { LocalDay } from '../time/local-day';
import { dayNumberOf } from '../time/local-day';
import type { DaySource } from './day-source';
import type { Roster } from './person-schedule';
import type { CrewId, CycleDay, Rotation } from './rotation';

/** One rotation as one crew lives it. */
export interface CrewPattern {
  readonly rotation: Rotation;
  readonly source: DaySource;
  /** Day number on which the crew is at cycle day 0. */
  readonly zeroDay: number;
  readonly validFromDay: LocalDay;
}

/** What is looked up again and again in a roster, worked out once. */
export interface RosterIndex {
  /** By valid-from day; of two from the same day the later listed comes last. */
  readonly patternsByCrew: ReadonlyMap<CrewId, readonly CrewPattern[]>;
  /** How many minutes after the 00:00 of its day the longest shift can end. */
  readonly longestReachMinutes: number;
}

/** A roster is never changed in place, so what was worked out for it stays true. */
const indexes = new WeakMap<Roster, RosterIndex>();

export function indexOfRoster(roster: Roster): RosterIndex {
  const known = indexes.get(roster);
  if (known !== undefined) return known;
  const patternsByCrew = new Map<CrewId, CrewPattern[]>();
  for (const rotation of roster.rotations) {
    for (const { crewId } of rotation.crews) {
      const pattern = patternOf(rotation, crewId);
      const patterns = patternsByCrew.get(crewId);
      if (patterns === undefined) patternsByCrew.set(crewId, [pattern]);
      else patterns.push(pattern);
    }
  }
  for (const patterns of patternsByCrew.values()) {
    patterns.sort((a, b) => dayNumberOf(a.validFromDay) - dayNumberOf(b.validFromDay));
  }
  const reaches = roster.rotations.flatMap(({ days }) => days.map(reachOfSlots));
  const index = { patternsByCrew, longestReachMinutes: Math.max(0, ...reaches) };
  indexes.set(roster, index);
  return index;
}

/** The minute after the 00:00 of their day by which all slots have ended; 0 when there are none. */
export function reachOfSlots(slots: CycleDay): number {
  let longest = 0;
  for (const { startMinute, durationMinutes } of slots) {
    longest = Math.max(longest, startMinute + durationMinutes);
  }
  return longest;
}

function patternOf(rotation: Rotation, crewId: CrewId): CrewPattern {
  const kind = rotation.daysCounted === 'every-day' ? 'rotation' : 'calendar';
  const offset = rotation.crews.find((crew) => crew.crewId === crewId)?.offset ?? 0;
  return {
    rotation,
    source: { kind, rotationId: rotation.id, crewId },
    zeroDay: dayNumberOf(rotation.anchorDay) - offset,
    validFromDay: rotation.validFromDay,
  };
}
