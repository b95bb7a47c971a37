import type { Role } from '../../../contract/roles';
import type { BranchDocument } from '../../../cloudfunctions/_store/branches';
import type { Member } from '../../../cloudfunctions/_store/members';
import { presenterCodes, publishStudy, saveDraft } from '../../../contract/study';
import type { StudyDraft } from '../../../contract/study-shapes';
import { ROTATION_PRESETS } from '../../../domain/shift/rotation-presets';
import { localDay, MS_PER_MINUTE } from '../../../domain/time/local-day';
import {
  startTestCloud,
  TEST_START_MS,
  type TestCloud,
} from '../../../local/cloud/testing/test-cloud';
import { clientOf, outputOf, type Client } from './phone-client';

/** The test begins at 2025-03-05 09:00 in Shanghai, a Wednesday. */
export const START_MS = TEST_START_MS;
export const minutes = (count: number) => count * MS_PER_MINUTE;

/** Crews of 五班四倒; on the first day crew-3 works 08-14, crew-2 14-20, crew-1 20-02, crew-4 02-08. */
const CREWS = ['crew-1', 'crew-2', 'crew-3', 'crew-4', 'crew-5'];

export interface StudyWorld {
  readonly cloud: TestCloud;
  /** The phone of a member: `member-1` or an office such as `secretary`. */
  phone(memberId: string): Client;
  /** Somebody whose WeChat account is bound to nobody. */
  stranger(): Client;
  /** Writes documents past all rules. */
  plant(collection: string, ...documents: readonly { readonly _id: string }[]): Promise<void>;
  /** The documents of a collection as they are stored. */
  stored<T = Readonly<Record<string, unknown>>>(collection: string): readonly T[];
  /** Publishes a study as the organisation officer does; its id. */
  published(draft?: Partial<StudyDraft>): Promise<string>;
  /** The code that the presenter's phone shows now. */
  shownCode(studyId: string, sittingId?: string): Promise<{ payload: string; digits: string }>;
  later(ms: number): Promise<void>;
  /** Empties everything and seeds the branches again. */
  reset(): Promise<void>;
  stop(): Promise<void>;
}

/** Two branches: `branch-1` with officers and members of five crews and a day worker, `branch-2` with two people. */
export async function startStudyWorld(): Promise<StudyWorld> {
  const cloud = await startTestCloud({ functions: ['study'] });
  let studies = 0;

  const world: StudyWorld = {
    cloud,
    phone: (memberId) => clientOf(cloud, accountOf(memberId)),
    stranger: () => clientOf(cloud, 'openid-nobody'),
    plant: (collection, ...documents) =>
      cloud.engine.write(collection, undefined, () => ({
        changes: documents.map((document) => ({ before: undefined, after: { ...document } })),
        result: undefined,
      })),
    stored: <T>(collection: string) =>
      [...cloud.engine.collection(collection).all()].map(
        ({ document }) => document as unknown as T,
      ),
    async published(draft = {}) {
      studies += 1;
      const studyId = `study-${studies}`;
      const officer = world.phone('officer');
      const whole = aDraft(cloud.clock.nowMs(), draft);
      outputOf(await officer.ask(saveDraft, { studyId, draft: whole }));
      outputOf(await officer.ask(publishStudy, { studyId }));
      return studyId;
    },
    async shownCode(studyId, sittingId = 'sitting-1') {
      const asked = await world.phone('secretary').ask(presenterCodes, { studyId, sittingId });
      const [slot] = outputOf(asked).slots;
      if (slot === undefined) throw new Error('no code is shown');
      return slot;
    },
    later: (ms) => cloud.clock.set(cloud.clock.nowMs() + ms),
    async reset() {
      await cloud.reset();
      await seed(world);
    },
    stop: () => cloud.stop(),
  };
  return world;
}

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

export function aMember(memberId: string, member: Partial<Member> = {}): Member {
  return {
    _id: memberId,
    name: memberId,
    staffNumber: memberId.toUpperCase(),
    branchId: 'branch-1',
    groupId: null,
    roles: ['member'],
    crewHistory: [],
    overrides: [],
    sleepPreference: null,
    account: accountOf(memberId),
    boundAtMs: START_MS,
    agreedPrivacyVersion: 1,
    lastRelease: null,
    codeSecret: `secret of ${memberId}`,
    credits: {},
    joinedDay: localDay('2024-01-01'),
    leftDay: null,
    schemaVersion: 1,
    ...member,
  };
}

export const anOfficer = (memberId: string, ...roles: Role[]) =>
  aMember(memberId, { roles: ['member', ...roles] });

const accountOf = (memberId: string) => `openid-${memberId}`;

async function seed({ plant }: StudyWorld): Promise<void> {
  await plant('branches', aBranch('branch-1'), aBranch('branch-2'));
  await plant('rotations', fiveCrews());
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

function aBranch(branchId: string): BranchDocument {
  return {
    _id: branchId,
    name: branchId,
    groups: [
      { groupId: 'group-1', name: 'group 1' },
      { groupId: 'group-2', name: 'group 2' },
    ],
    invitation: null,
    rolesRevision: 0,
    schemaVersion: 1,
  };
}

function fiveCrews() {
  const preset = ROTATION_PRESETS['five-crews-four-shifts'];
  return {
    _id: 'rotation-1',
    name: 'rotation 1',
    cycleDays: preset.days.length,
    days: preset.days.map((day) => day.map((slot) => ({ ...slot }))),
    crews: CREWS.map((crewId, offset) => ({ crewId, name: crewId, offset })),
    anchorDay: localDay('2025-03-05'),
    validFromDay: localDay('2024-01-01'),
    daysCounted: 'every-day',
    schemaVersion: 1,
  };
}
