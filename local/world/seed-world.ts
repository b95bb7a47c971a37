import type { AttendanceDocument } from '../../cloudfunctions/_store/study/attendances';
import type { BranchDocument } from '../../cloudfunctions/_store/people/branches';
import type { Member } from '../../cloudfunctions/_store/people/members';
import {
  rotationOf,
  type RotationDocument,
} from '../../cloudfunctions/_store/roster/shift-documents';
import type { StudyDocument } from '../../cloudfunctions/_store/study/studies';
import type { SwapDocument } from '../../cloudfunctions/_store/roster/swaps';
import { nationalCalendar } from '../../domain/shift/national-calendar';
import type { PersonSchedule, Roster } from '../../domain/shift/person-schedule';
import { DEFAULT_SLEEP_RULES } from '../../domain/shift/sleep-rules';
import { isInAudience } from '../../domain/people/audience';
import { dayOfInstant } from '../../domain/time/local-day';
import type { LocalCloud } from '../cloud/start-local-cloud';
import { demoSwap } from './demo-swap';
import { memberDocuments } from './member-documents';
import { branchDocuments, demoBranches, rotationDocuments } from './organisation';
import { registerLine } from './register-lines';
import { studyDocument } from './study-documents';
import { planStudies } from './study-plan';
import { writeDocuments } from './write-documents';

/** The demo organisation as documents, by collection. */
export interface World {
  readonly rotations: readonly RotationDocument[];
  readonly members: readonly Member[];
  readonly swaps: readonly SwapDocument[];
  readonly studies: readonly StudyDocument[];
  readonly attendances: readonly AttendanceDocument[];
  readonly branches: readonly BranchDocument[];
}

export interface SeedProgress {
  readonly collection: keyof World;
  readonly documents: number;
}

/**
 * Fills the cloud with the demo organisation as it stands at `nowMs`. False, and nothing is written,
 * when it is there already. Cut off anywhere, the next call finishes it.
 */
export async function seedWorld(
  cloud: Pick<LocalCloud, 'engine'>,
  nowMs: number,
  onProgress: (progress: SeedProgress) => void = () => undefined,
): Promise<boolean> {
  const { engine } = cloud;
  const isThere = demoBranches.some(
    ({ branchId }) => engine.collection('branches').get(branchId) !== undefined,
  );
  if (isThere) return false;
  const world = worldAt(nowMs);
  // Branches come last and in one commit: they tell that everything else is there.
  for (const collection of [
    'rotations',
    'members',
    'swaps',
    'studies',
    'attendances',
    'branches',
  ] as const) {
    const documents = world[collection];
    await writeDocuments(engine, collection, documents);
    onProgress({ collection, documents: documents.length });
  }
  return true;
}

/** Always the same for the same instant. */
export function worldAt(nowMs: number): World {
  const today = dayOfInstant(nowMs);
  const rotations = rotationDocuments();
  const roster: Roster = {
    rotations: rotations.map(rotationOf),
    calendar: nationalCalendar,
    sleep: DEFAULT_SLEEP_RULES,
  };
  const people = memberDocuments(nowMs).map((member) => ({
    member,
    schedule: scheduleOf(member, roster),
    crewId: member.crewHistory.at(-1)?.crewId ?? null,
  }));
  const studies: StudyDocument[] = [];
  const attendances: AttendanceDocument[] = [];
  for (const planned of planStudies(today)) {
    const asked = people.filter(
      ({ member, crewId }) =>
        member.branchId === planned.branch.branchId &&
        isInAudience(planned.audience, { memberId: member._id, groupId: member.groupId, crewId }),
    );
    const study = studyDocument(
      planned,
      asked.map(({ schedule }) => schedule),
      nowMs,
    );
    studies.push(study);
    if (study.state === 'draft') continue;
    attendances.push(
      ...asked.map(({ member, schedule }) => registerLine(study, member, schedule, nowMs)),
    );
  }
  const members = people.map(({ member }) => member);
  const swaps = [demoSwap(nowMs)];
  return { rotations, members, swaps, studies, attendances, branches: branchDocuments(nowMs) };
}

function scheduleOf(member: Member, roster: Roster): PersonSchedule {
  return { roster, memberships: member.crewHistory, overrides: member.overrides };
}
