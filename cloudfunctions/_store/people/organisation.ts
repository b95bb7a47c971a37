import { shortMemory } from '../../_kit/memory';
import { nationalCalendar } from '../../../domain/shift/national-calendar';
import type { PersonSchedule, Roster } from '../../../domain/shift/person-schedule';
import { DEFAULT_SLEEP_RULES } from '../../../domain/shift/sleep-rules';
import type { YearlyHours } from '../../../domain/study/yearly-hours';
import type { LocalDay } from '../../../domain/time/local-day';
import { branches, type BranchDocument } from './branches';
import { crewIdOn, type Member } from './member-document';
import { rotations } from '../roster/rotations';
import { rotationOf, type RotationDocument } from '../roster/shift-documents';

/** Rotations, crews and branches of the organisation: what changes seldom and every page names. */
export interface Organisation {
  /** For domain/shift. */
  readonly roster: Roster;
  /** Crews that any rotation knows, past ones too; each once, in the order of the rotations. */
  readonly crews: readonly { readonly crewId: string; readonly name: string }[];
  crewName(crewId: string | null): string | null;
  rotationName(rotationId: string): string | null;
  branchName(branchId: string): string;
  groupName(branchId: string, groupId: string | null): string | null;
  /** Hours that stand in the document of the branch; null: none. docs/rules.md#R-129 */
  yearlyHoursOf(branchId: string): YearlyHours | null;
  hasBranch(branchId: string): boolean;
  groupIds(branchId: string): readonly string[];
  groupsOf(branchId: string): BranchDocument['groups'];
  hasGroup(branchId: string, groupId: string): boolean;
  hasCrew(crewId: string): boolean;
  /** What domain/shift needs to know of a member. */
  scheduleOf(member: Pick<Member, 'crewHistory' | 'overrides' | 'sleepPreference'>): PersonSchedule;
  /** Names of where the member belongs on a day. */
  placeOf(member: Member, day: LocalDay): Place;
}

interface Place {
  readonly crewId: string | null;
  readonly crewName: string | null;
  readonly groupName: string | null;
}

/** Crews and rotations: all of the organisation that shifts need. */
export type Rotas = Pick<Organisation, 'roster' | 'crews' | 'crewName' | 'hasCrew' | 'scheduleOf'>;

/** As they are now: one request. For whoever writes by what they say. */
export const readRotas = async (): Promise<Rotas> => organisationOf([], await rotations.all());

const memory = shortMemory<Organisation>({ ttlMs: 60_000, most: 1 });

/**
 * The organisation, up to a minute old, but never older than where one of these people belongs: two
 * requests when this instance does not remember such a one.
 */
export async function organisationOnHotPath(people: readonly Placed[]): Promise<Organisation> {
  const known = memory.get('organisation');
  return known !== undefined && people.every((person) => hasPlace(known, person))
    ? known
    : readOrganisation();
}

type Placed = Pick<Member, 'branchId' | 'groupId' | 'crewHistory'>;

function hasPlace(organisation: Organisation, { branchId, groupId, crewHistory }: Placed): boolean {
  return (
    organisation.hasBranch(branchId) &&
    (groupId === null || organisation.hasGroup(branchId, groupId)) &&
    hasCrews(organisation, { crewHistory })
  );
}

/** Whether the crews in which a person has been, is or will be are known. */
export function hasCrews(
  rotas: Pick<Rotas, 'hasCrew'>,
  { crewHistory }: Pick<Member, 'crewHistory'>,
): boolean {
  return crewHistory.every(({ crewId }) => crewId === null || rotas.hasCrew(crewId));
}

/** The organisation as it is now: two requests. For whoever writes by what it says. */
export async function readOrganisation(): Promise<Organisation> {
  const [allBranches, allRotations] = await Promise.all([branches.all(), rotations.all()]);
  const organisation = organisationOf(allBranches, allRotations);
  memory.keep('organisation', organisation);
  return organisation;
}

/** Exported for tests and for the demo organisation, which have the documents at hand. */
export function organisationOf(
  allBranches: readonly BranchDocument[],
  allRotations: readonly RotationDocument[],
): Organisation {
  const roster: Roster = {
    rotations: allRotations.map(rotationOf),
    calendar: nationalCalendar,
    sleep: DEFAULT_SLEEP_RULES,
  };
  const crewNames = new Map(
    allRotations.flatMap(({ crews }) => crews.map(({ crewId, name }) => [crewId, name])),
  );
  const branchesById = new Map(allBranches.map((branch) => [branch._id, branch]));
  const groupOf = (branchId: string, groupId: string) =>
    branchesById.get(branchId)?.groups.find((group) => group.groupId === groupId);
  const crewName = (crewId: string | null) =>
    crewId === null ? null : (crewNames.get(crewId) ?? null);
  const groupName = (branchId: string, groupId: string | null) =>
    groupId === null ? null : (groupOf(branchId, groupId)?.name ?? null);
  return {
    roster,
    crews: [...crewNames].map(([crewId, name]) => ({ crewId, name })),
    crewName,
    rotationName: (rotationId) => allRotations.find(({ _id }) => _id === rotationId)?.name ?? null,
    branchName: (branchId) => branchesById.get(branchId)?.name ?? '',
    groupName,
    yearlyHoursOf: (branchId) => branchesById.get(branchId)?.yearlyHours ?? null,
    hasBranch: (branchId) => branchesById.has(branchId),
    groupIds: (branchId) => branchesById.get(branchId)?.groups.map(({ groupId }) => groupId) ?? [],
    groupsOf: (branchId) => branchesById.get(branchId)?.groups ?? [],
    hasGroup: (branchId, groupId) => groupOf(branchId, groupId) !== undefined,
    hasCrew: (crewId) => crewNames.has(crewId),
    scheduleOf: ({ crewHistory, overrides, sleepPreference }) => ({
      roster,
      memberships: crewHistory,
      overrides,
      ...(sleepPreference !== null && { sleepPreference }),
    }),
    placeOf(member, day) {
      const crewId = crewIdOn(member, day);
      return {
        crewId,
        crewName: crewName(crewId),
        groupName: groupName(member.branchId, member.groupId),
      };
    },
  };
}
