import type { LocalDay } from '../time/local-day';

export type Audience =
  | { readonly kind: 'branch' }
  | { readonly kind: 'groups'; readonly groupIds: readonly string[] }
  | { readonly kind: 'crews'; readonly crewIds: readonly string[] }
  | { readonly kind: 'people'; readonly memberIds: readonly string[] };

/** Somebody as they stand on one civil day. */
export interface Person {
  readonly memberId: string;
  readonly branchId: string;
  readonly groupId: string | null;
  /** Of that day. */
  readonly crewId: string | null;
  /** The first day on which they are not of the branch any more. */
  readonly leftDay: LocalDay | null;
}

/** What is asked of people of one branch. */
export interface Asking {
  readonly branchId: string;
  readonly audience: Audience;
}

/** Whether a person is of a branch on a day: who has left by then is of none. */
export function isOfBranch(
  { branchId, leftDay }: Pick<Person, 'branchId' | 'leftDay'>,
  wantedBranchId: string,
  day: LocalDay,
): boolean {
  return branchId === wantedBranchId && (leftDay === null || day < leftDay);
}

/** Whether a person, as they stand on the day, is asked. docs/rules.md#R-32 */
export function isAsked({ branchId, audience }: Asking, person: Person, day: LocalDay): boolean {
  return isOfBranch(person, branchId, day) && isNamed(audience, person);
}

function isNamed(audience: Audience, person: Person): boolean {
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
  people: readonly Pick<Person, 'memberId' | 'crewId'>[],
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
