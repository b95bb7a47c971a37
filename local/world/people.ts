import type { Role } from '../../contract/roles';
import { inventedNames } from './names';
import { demoBranches, rotationDocuments, type DemoBranch } from './organisation';

/** One person of the demo organisation, as the desktop page lists them. All are invented. */
export interface DemoPerson {
  readonly memberId: string;
  readonly name: string;
  readonly staffNumber: string;
  /** The WeChat account of their phone; bound to them when isBound. */
  readonly openId: string;
  readonly isBound: boolean;
  readonly roles: readonly Role[];
  readonly branchId: string;
  readonly branchName: string;
  readonly groupId: string;
  readonly groupName: string;
  readonly crewId: string;
  readonly crewName: string;
}

/** A phone whose owner is not bound yet, and what they would type to be. */
export interface DemoInvitation {
  readonly openId: string;
  readonly name: string;
  readonly staffNumber: string;
  readonly branchName: string;
  readonly invitationCode: string;
}

interface Place {
  readonly branchId: string;
  readonly team: DemoBranch['teams'][number];
  readonly number: number;
}

/** By number within the branch; people of a branch are numbered from 1, team by team. */
const OFFICES: Readonly<Record<string, Readonly<Record<number, readonly Role[]>>>> = {
  yunxing: {
    1: ['secretary'],
    2: ['discipline-officer'],
    15: ['organisation-officer'],
    33: ['publicity-officer'],
  },
  ranliao: {
    1: ['secretary'],
    2: ['discipline-officer'],
    7: ['organisation-officer'],
    23: ['publicity-officer'],
  },
  jianxiu: {
    2: ['secretary'],
    11: ['organisation-officer'],
    20: ['publicity-officer'],
    30: ['discipline-officer'],
  },
  jiguan: {
    2: ['secretary'],
    3: ['committee-office'],
    4: ['committee-office', 'publicity-officer'],
    5: ['organisation-officer'],
    12: ['discipline-officer'],
  },
};

const PROBATIONARY: readonly string[] = ['yx13', 'yx40', 'rl19', 'rl36', 'jx27', 'jg20'];
const UNBOUND: readonly string[] = ['yx17', 'yx28', 'yx44', 'rl20', 'rl31', 'jx18', 'jx35', 'jg15'];
/** Whose data the three guests have on paper. */
const GUESTS: readonly string[] = ['yx17', 'rl20', 'jx18'];
/** A name of another language, written with a dot in the middle. */
const DOTTED = { memberId: 'yx28', name: '迪娜·哈力克' };

/** About 140 people, the same ones always, branch by branch. */
export const demoPeople: readonly DemoPerson[] = makePeople();

/** What is printed for the phones `guest-1` to `guest-3`. */
export const demoInvitations: readonly DemoInvitation[] = GUESTS.map((memberId, index) => {
  const person = demoPerson(memberId);
  const branch = demoBranches.find(({ branchId }) => branchId === person.branchId);
  return {
    openId: `guest-${index + 1}`,
    name: person.name,
    staffNumber: person.staffNumber,
    branchName: person.branchName,
    invitationCode: branch?.invitationCode ?? '',
  };
});

/** Throws when there is no such person. */
export function demoPerson(memberId: string): DemoPerson {
  const person = demoPeople.find((each) => each.memberId === memberId);
  if (person === undefined) throw new Error(`nobody in the demo organisation is ${memberId}`);
  return person;
}

function makePeople(): DemoPerson[] {
  const total = demoBranches.flatMap(({ teams }) => teams).reduce((sum, { size }) => sum + size, 0);
  const names = inventedNames(total);
  const crewNames = new Map(
    rotationDocuments().flatMap(({ crews }) => crews.map(({ crewId, name }) => [crewId, name])),
  );
  return demoBranches
    .flatMap((branch) => placesOf(branch).map((place) => ({ branch, place })))
    .map(({ branch, place }, index): DemoPerson => {
      const memberId = `${branch.prefix}${String(place.number).padStart(2, '0')}`;
      const { groupId, groupName, crewId } = place.team;
      return {
        memberId,
        name: memberId === DOTTED.memberId ? DOTTED.name : (names[index] ?? ''),
        // A stride without common factor to the range: all different, in no visible order.
        staffNumber: `QY${10_000 + ((index * 617 + 283) % 9_000)}`,
        openId: `demo-${memberId}`,
        isBound: !UNBOUND.includes(memberId),
        roles: rolesOf(branch.branchId, memberId, place),
        branchId: branch.branchId,
        branchName: branch.name,
        groupId,
        groupName,
        crewId,
        crewName: crewNames.get(crewId) ?? '',
      };
    });
}

function placesOf(branch: DemoBranch): Place[] {
  return branch.teams
    .flatMap((team) => Array.from({ length: team.size }, () => team))
    .map((team, index) => ({ branchId: branch.branchId, team, number: index + 1 }));
}

function rolesOf(branchId: string, memberId: string, { team, number }: Place): readonly Role[] {
  if (PROBATIONARY.includes(memberId)) return ['probationary-member'];
  const offices = OFFICES[branchId]?.[number] ?? [];
  const isLeader =
    placesOf(branchOf(branchId)).find((place) => place.team === team)?.number === number;
  return ['member', ...(isLeader ? (['group-leader'] as const) : []), ...offices];
}

function branchOf(branchId: string): DemoBranch {
  const branch = demoBranches.find((each) => each.branchId === branchId);
  if (branch === undefined) throw new Error(`no branch ${branchId}`);
  return branch;
}
