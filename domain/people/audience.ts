export type Audience =
  | { readonly kind: 'branch' }
  | { readonly kind: 'groups'; readonly groupIds: readonly string[] }
  | { readonly kind: 'crews'; readonly crewIds: readonly string[] }
  | { readonly kind: 'people'; readonly memberIds: readonly string[] };

export interface Person {
  readonly memberId: string;
  readonly groupId: string | null;
  readonly crewId: string | null;
}

/** Whether a member of the study's branch is asked to come. docs/rules.md#R-32 */
export function isInAudience(audience: Audience, person: Person): boolean {
  switch (audience.kind) {
    case 'branch':
      return true;
    case 'groups':
      return person.groupId !== null && audience.groupIds.includes(person.groupId);
    case 'crews':
      return person.crewId !== null && audience.crewIds.includes(person.crewId);
    case 'people':
      return audience.memberIds.includes(person.memberId);
  }
}

/** Ids of the audience that name nobody and nothing in the branch. */
export function unknownInAudience(
  audience: Audience,
  people: readonly Person[],
  groupIds: readonly string[],
): readonly string[] {
  switch (audience.kind) {
    case 'branch':
      return [];
    case 'groups':
      return audience.groupIds.filter((id) => !groupIds.includes(id));
    case 'crews':
      return audience.crewIds.filter((id) => !people.some((person) => person.crewId === id));
    case 'people':
      return audience.memberIds.filter((id) => !people.some((person) => person.memberId === id));
  }
}

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

/** What has to happen to the lines of a register so that it has exactly the people of the audience. */
export function planLines<P extends Person>(
  audience: Audience,
  people: readonly P[],
  lines: readonly KnownLine[],
): LinePlan<P> {
  const asked = people.filter((person) => isInAudience(audience, person));
  const askedIds = new Set(asked.map((person) => person.memberId));
  const lineIds = new Set(lines.map((line) => line.memberId));
  return {
    add: asked.filter((person) => !lineIds.has(person.memberId)),
    expect: idsOf(lines.filter((line) => !line.isExpected && askedIds.has(line.memberId))),
    release: idsOf(lines.filter((line) => line.isExpected && !askedIds.has(line.memberId))),
  };
}

const idsOf = (lines: readonly KnownLine[]) => lines.map((line) => line.memberId);
