import type { Person } from '../../domain/people/audience';

/** Of branch `own`, without group and crew. */
export const aPerson = (memberId: string, person: Partial<Person> = {}): Person => ({
  memberId,
  branchId: 'own',
  groupId: null,
  crewId: null,
  leftDay: null,
  ...person,
});
