import type { Action } from '../../contract/action';
import type { Role } from '../../contract/roles';
import type { AttendanceDocument } from '../../cloudfunctions/_store/study/attendance-document';
import type { Member } from '../../cloudfunctions/_store/people/member-document';
import type { StudyDocument } from '../../cloudfunctions/_store/study/studies';
import { presenterCodes } from '../../contract/study/register';
import { checkIn } from '../../contract/study/mine';
import { publishStudy, saveDraft } from '../../contract/study/writing';
import type { StudyDraft } from '../../contract/study/study-shapes';
import { localDay, MS_PER_MINUTE } from '../../domain/time/local-day';
import { startTestCloud, TEST_START_MS, type TestCloud } from './test-cloud';
import { aBranch, accountOf, aMember as builtMember, aRotation } from '../builders/documents';
import { phone as phoneOf, type Phone, type Reply } from '../client';

/** The test begins at 2025-03-05 09:00 in Shanghai, a Wednesday. */
export const START_MS = TEST_START_MS;
export const minutes = (count: number) => count * MS_PER_MINUTE;

/** On the first day crew-3 works 08-14, crew-2 14-20, crew-1 20-02 and crew-4 02-08. */
const CREWS = ['crew-1', 'crew-2', 'crew-3', 'crew-4', 'crew-5'];

export interface StudyWorld {
  readonly cloud: TestCloud;
  /** The phone of a member: `member-1` or an office such as `secretary`. */
  readonly phone: (memberId: string) => Phone;
  /** Somebody whose WeChat account is bound to nobody. */
  readonly stranger: () => Phone;
  /** Writes documents past all rules. */
  readonly plant: (
    collection: string,
    ...documents: readonly { readonly _id: string }[]
  ) => Promise<void>;
  /** Changes a stored document past all rules, as another instance would. */
  readonly alter: (collection: string, id: string, fields: object) => Promise<void>;
  /** The register as it is stored. */
  readonly lines: () => readonly AttendanceDocument[];
  readonly line: (studyId: string, memberId: string) => AttendanceDocument | undefined;
  readonly study: (studyId: string) => StudyDocument | undefined;
  /** Publishes a study as the organisation officer does; its id. */
  readonly published: (draft?: Partial<StudyDraft>) => Promise<string>;
  /** As published, 40 minutes later: of its own sitting check-in is open, it starts in 20 minutes, is late in 30 and closes in 80. */
  readonly opened: (draft?: Partial<StudyDraft>) => Promise<string>;
  /** The code that the presenter's phone shows now. */
  readonly shownCode: (studyId: string, sittingId?: string) => Promise<ShownCode>;
  /** Checks a member in by the code that is shown now. */
  readonly scan: (memberId: string, studyId: string, sittingId?: string) => Promise<CheckInReply>;
  readonly nowMs: () => number;
  readonly later: (ms: number) => Promise<void>;
  /** Empties everything and seeds the branches again. */
  readonly reset: () => Promise<void>;
}

type CheckInReply = Reply<typeof checkIn>;
interface ShownCode {
  readonly payload: string;
  readonly digits: string;
}

/**
 * One world for the tests of a file, emptied and seeded anew before each. Two branches: `branch-1`
 * with officers and members of five crews and a day worker, `branch-2` with three people. `others`:
 * functions besides `study`.
 */
export function useStudyWorld(...others: readonly string[]): StudyWorld {
  let started: TestCloud | undefined;
  const cloud = (): TestCloud => {
    if (started === undefined) throw new Error('the world begins with the first test');
    return started;
  };
  let studies = 0;

  beforeAll(async () => {
    started = await startTestCloud({ functions: ['study', ...others] });
  });
  beforeEach(() => world.reset());
  afterAll(() => started?.stop());

  const phone = (memberId: string) => phoneOf(cloud(), accountOf(memberId), memberId);
  const nowMs = () => cloud().clock.nowMs();
  const documents = (collection: string) =>
    [...cloud().engine.collection(collection).all()].map(({ document }) => document as unknown);
  const lines = () => documents('attendances') as readonly AttendanceDocument[];

  const plant: StudyWorld['plant'] = (collection, ...planted) =>
    cloud().engine.write(collection, undefined, () => ({
      changes: planted.map((document) => ({ before: undefined, after: { ...document } })),
      result: undefined,
    }));

  const shownCode = async (studyId: string, sittingId = 'sitting-1') => {
    const asked = await phone('secretary').call(presenterCodes, { studyId, sittingId });
    const [slot] = outputOf(asked).slots;
    if (slot === undefined) throw new Error('no code is shown');
    return slot;
  };

  const world: StudyWorld = {
    get cloud() {
      return cloud();
    },
    phone,
    stranger: () => phoneOf(cloud(), 'phone of nobody'),
    plant,
    alter: (collection, id, fields) =>
      cloud().engine.write(collection, undefined, (stored) => {
        const before = [...stored.all()].find(({ document }) => document['_id'] === id);
        if (before === undefined) throw new Error(`no ${collection}/${id}`);
        return {
          changes: [{ before, after: { ...before.document, ...fields } }],
          result: undefined,
        };
      }),
    lines,
    line: (studyId, memberId) => lines().find(({ _id }) => _id === `${studyId}_${memberId}`),
    study: (studyId) =>
      (documents('studies') as readonly StudyDocument[]).find(({ _id }) => _id === studyId),
    async published(draft = {}) {
      studies += 1;
      const studyId = `study-${studies}`;
      const whole = aDraft(nowMs(), draft);
      outputOf(await phone('officer').call(saveDraft, { studyId, draft: whole }));
      outputOf(await phone('officer').call(publishStudy, { studyId }));
      return studyId;
    },
    async opened(draft) {
      const studyId = await world.published(draft);
      await world.later(minutes(40));
      return studyId;
    },
    shownCode,
    async scan(memberId, studyId, sittingId) {
      const { payload } = await shownCode(studyId, sittingId);
      return phone(memberId).call(checkIn, { way: 'scan', payload });
    },
    nowMs,
    later: (ms) => cloud().clock.set(nowMs() + ms),
    async reset() {
      await cloud().reset();
      await seed(plant);
    },
  };
  return world;
}

/** The output of an answer; throws the refusal when there is none. */
export function outputOf<R extends Reply<Action>>(reply: R): Answered<R> {
  if (reply.ok) return reply.output as Answered<R>;
  throw new Error(`refused: ${reply.code} ${JSON.stringify(reply.detail ?? {})}`);
}

type Answered<R> = R extends { readonly ok: true; readonly output: infer Output } ? Output : never;

/** One sitting that starts an hour after `nowMs`, opens half an hour before, and closes at its end. */
export function aDraft(nowMs: number, draft: Partial<StudyDraft> = {}): StudyDraft {
  return {
    topic: 'topic',
    kind: 'theme-day',
    minutes: 60,
    audience: { kind: 'branch' },
    materials: [],
    sittings: [aSitting(nowMs + minutes(60))],
    ...draft,
  };
}

export function aSitting(
  startAtMs: number,
  sitting: Partial<StudyDraft['sittings'][number]> = {},
): StudyDraft['sittings'][number] {
  return {
    sittingId: 'sitting-1',
    place: 'room 1',
    startAtMs,
    endAtMs: startAtMs + minutes(60),
    opensAtMs: startAtMs - minutes(30),
    lateAfterAtMs: startAtMs + minutes(10),
    closesAtMs: startAtMs + minutes(60),
    ...sitting,
  };
}

/** Of branch-1, bound, called by the id. */
export const aMember = (memberId: string, member: Partial<Member> = {}): Member =>
  builtMember(memberId, { name: memberId, branchId: 'branch-1', ...member });

const anOfficer = (memberId: string, ...roles: Role[]) =>
  aMember(memberId, { roles: ['member', ...roles] });

async function seed(plant: StudyWorld['plant']): Promise<void> {
  const groups = [
    { groupId: 'group-1', name: 'group 1' },
    { groupId: 'group-2', name: 'group 2' },
  ];
  await plant('branches', aBranch('branch-1', { name: 'branch-1', groups }), aBranch('branch-2'));
  await plant('rotations', aRotation({ anchorDay: localDay('2025-03-05') }));
  const members = CREWS.map((crewId, index) =>
    aMember(`member-${index + 1}`, {
      groupId: index < 2 ? 'group-1' : 'group-2',
      crewHistory: [{ crewId, fromDay: localDay('2024-01-01') }],
    }),
  );
  await plant(
    'members',
    ...members,
    aMember('day-worker'),
    anOfficer('officer', 'organisation-officer'),
    anOfficer('secretary', 'secretary'),
    anOfficer('leader', 'group-leader'),
    aMember('office', { branchId: 'branch-2', roles: ['member', 'committee-office'] }),
    aMember('foreigner', { branchId: 'branch-2' }),
    aMember('foreign-secretary', { branchId: 'branch-2', roles: ['member', 'secretary'] }),
  );
}

/** Everybody of branch-1. */
export const BRANCH_SIZE = 9;
