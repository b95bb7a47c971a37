import type { Member } from '../../../cloudfunctions/_store/people/member-document';
import type { RotationDocument } from '../../../cloudfunctions/_store/roster/shift-documents';
import { nationalCalendar } from '../../../domain/shift/national-calendar';
import type { PersonSchedule } from '../../../domain/shift/person-schedule';
import { ROTATION_PRESETS } from '../../../domain/shift/rotation-presets';
import { DEFAULT_SLEEP_RULES } from '../../../domain/shift/sleep-rules';
import { localDay } from '../../../domain/time/local-day';
import { TEST_START_MS } from '../../worlds/test-cloud';
import { aBranch, aMember, aRotation } from '../../builders/documents';
import type { Documents } from '../../builders/stored';

const PEOPLE = 300;
export const BRANCHES = ['b0', 'b1', 'b2', 'b3', 'b4', 'b5', 'b6', 'b7', 'b8', 'b9'] as const;
/** The invitation of a branch. */
export const codeOf = (branchId: string) =>
  `AAAAA${'BCDEFGHJKL'.charAt(Number(branchId.slice(1)))}`;
export const CREDITS_AT_FIRST = 3;

const LONG_AGO = localDay('2024-01-01');
const PATTERNS = [
  ['five-crews-four-shifts', 5],
  ['five-crews-three-shifts', 5],
  ['four-crews-three-shifts', 4],
  ['four-crews-two-shifts', 4],
  ['day-workers', 1],
] as const;
const CREWS = PATTERNS.flatMap(([, count], pattern) =>
  Array.from({ length: count }, (_, crew) => `r${pattern}-c${crew}`),
);
export const DAY_WORKERS = 'r4-c0';

export const secretaryOf = (branchId: string) => `p-00${branchId.slice(1)}`;

/** Bound people in ten branches, on five rotations; the first of each branch is its secretary. */
export function simulatedOrganisation(people = PEOPLE): Documents & {
  readonly members: readonly Member[];
  readonly rotations: readonly RotationDocument[];
} {
  return {
    branches: BRANCHES.map((branchId) => {
      const expiresAtMs = TEST_START_MS * 2;
      return aBranch(branchId, {
        invitation: { code: codeOf(branchId), expiresAtMs, requestId: 'earlier' },
      });
    }),
    rotations: PATTERNS.map(([id, count], pattern) => {
      const { days, crewStep, daysCounted } = ROTATION_PRESETS[id];
      return aRotation({
        _id: `r${pattern}`,
        cycleDays: days.length,
        days: days.map((slots) => [...slots]),
        crews: Array.from({ length: count }, (_, crew) => ({
          crewId: `r${pattern}-c${crew}`,
          name: `crew ${crew}`,
          offset: (crew * crewStep) % days.length,
        })),
        daysCounted,
      });
    }),
    members: Array.from({ length: people }, (_, index) => personAt(index)),
  };
}

function personAt(index: number): Member {
  const memberId = `p-${String(index).padStart(3, '0')}`;
  const branchId = `b${index % BRANCHES.length}`;
  const isOfficer = index <= BRANCHES.length;
  const crew = isOfficer ? DAY_WORKERS : CREWS[Math.floor(index / BRANCHES.length) % CREWS.length];
  return aMember(memberId, {
    branchId,
    groupId: `${branchId}-g${1 + (Math.floor(index / BRANCHES.length) % 2)}`,
    roles: [
      'member',
      ...(isOfficer ? [index < BRANCHES.length ? 'secretary' : 'committee-office'] : []),
    ] as never,
    crewHistory: [{ crewId: crew ?? null, fromDay: LONG_AGO }],
    credits: { notice: CREDITS_AT_FIRST },
  });
}

/** A person's schedule as it is stored, for the reference. */
export function scheduleOf(
  { crewHistory, overrides, sleepPreference }: Member,
  rotations: readonly RotationDocument[],
): PersonSchedule {
  const sorted = [...rotations].sort((a, b) => (a.savedAtMs ?? 0) - (b.savedAtMs ?? 0));
  return {
    roster: {
      rotations: sorted.map((rotation) => ({ ...rotation, id: rotation._id })),
      calendar: nationalCalendar,
      sleep: DEFAULT_SLEEP_RULES,
    },
    memberships: crewHistory,
    overrides,
    ...(sleepPreference !== null && { sleepPreference }),
  };
}

/** The crew a person belongs to on a day, loans aside. */
export function crewOn({ crewHistory }: Member, day: string): string | null {
  const begun = crewHistory.filter(({ fromDay }) => fromDay <= day);
  return begun.sort((a, b) => (a.fromDay < b.fromDay ? -1 : 1)).at(-1)?.crewId ?? null;
}
