import type { Role } from '../../../../contract/roles';
import type { ContentChannel } from '../../../../domain/content/channel/item';
import { BRANCHES, DAY_WORKERS, simulatedOrganisation } from '../organisation';

export const CREDITS_AT_FIRST = 8;

const idAt = (row: number, branchId: string) =>
  `p-${String(row * BRANCHES.length + Number(branchId.slice(1))).padStart(3, '0')}`;

/** Of a branch, who writes for a channel. */
export const writerOf = (channel: ContentChannel, branchId: string) =>
  idAt(channel === 'party' ? 2 : 3, branchId);
export const leadersOf = (branchId: string) => [idAt(4, branchId), idAt(5, branchId)];
/** The committee office. */
export const OFFICE = ['p-010', 'p-011'] as const;

/** Who else has an office, by row of ten people: the first row is secretaries. */
const OFFICES: Readonly<Record<number, Role>> = {
  2: 'publicity-officer',
  3: 'discipline-officer',
  4: 'group-leader',
  5: 'group-leader',
};

/** The organisation of the notices, in which each branch has editors and leaders of groups. */
export function contentOrganisation(people: number) {
  const organisation = simulatedOrganisation(people);
  const members = organisation.members.map((member, index) => {
    const office: Role | undefined =
      member._id === OFFICE[1] ? 'committee-office' : OFFICES[Math.floor(index / BRANCHES.length)];
    // Editors of every second branch work days, so that most days have somebody who can be on duty.
    const isEditor = office === 'publicity-officer' || office === 'discipline-officer';
    return {
      ...member,
      roles: [...member.roles, ...(office === undefined ? [] : [office])],
      credits: { notice: CREDITS_AT_FIRST },
      ...(isEditor &&
        index % 2 === 0 && {
          crewHistory: member.crewHistory.map((each) => ({ ...each, crewId: DAY_WORKERS })),
        }),
    };
  });
  return { ...organisation, members };
}
