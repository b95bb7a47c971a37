import { isAsked, type Asking, type Person } from '../people/audience';
import type { LocalDay } from '../time/local-day';

export interface KnownLine {
  readonly memberId: string;
  readonly isExpected: boolean;
}

export interface LinePlan<P extends Person> {
  /** People without a line. */
  readonly add: readonly P[];
  /** Lines of people who are asked again. */
  readonly expect: readonly string[];
  /** Lines of people who are asked no longer; a line with a record stays in the register all the same. */
  readonly release: readonly string[];
}

/** What has to happen to the lines of a register so that it has exactly the people who are asked on the day. */
export function planLines<P extends Person>(
  asking: Asking,
  people: readonly P[],
  lines: readonly KnownLine[],
  day: LocalDay,
): LinePlan<P> {
  const asked = people.filter((person) => isAsked(asking, person, day));
  const askedIds = new Set(asked.map((person) => person.memberId));
  const lineIds = new Set(lines.map((line) => line.memberId));
  return {
    add: asked.filter((person) => !lineIds.has(person.memberId)),
    expect: idsOf(lines.filter((line) => !line.isExpected && askedIds.has(line.memberId))),
    release: idsOf(lines.filter((line) => line.isExpected && !askedIds.has(line.memberId))),
  };
}

const idsOf = (lines: readonly KnownLine[]) => lines.map((line) => line.memberId);
