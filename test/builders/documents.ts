import type { AttendanceDocument } from '../../cloudfunctions/_store/study/attendance-document';
import type { BranchDocument } from '../../cloudfunctions/_store/people/branches';
import type { Member } from '../../cloudfunctions/_store/people/member-document';
import type { RotationDocument } from '../../cloudfunctions/_store/roster/shift-documents';
import type { StudyDocument } from '../../cloudfunctions/_store/study/studies';
import { ROTATION_PRESETS } from '../../domain/shift/rotation-presets';
import { localDay, MS_PER_HOUR, MS_PER_MINUTE } from '../../domain/time/local-day';
import { TEST_START_MS } from '../worlds/test-cloud';

const LONG_AGO = localDay('2024-01-01');

export function aBranch(branchId: string, branch: Partial<BranchDocument> = {}): BranchDocument {
  return {
    _id: branchId,
    name: `name of ${branchId}`,
    groups: [
      { groupId: `${branchId}-g1`, name: 'group one' },
      { groupId: `${branchId}-g2`, name: 'group two' },
    ],
    invitation: null,
    rolesRevision: 0,
    schemaVersion: 1,
    ...branch,
  };
}

/** Bound to the phone `phone-<memberId>`. */
export function aMember(memberId: string, member: Partial<Member> = {}): Member {
  return {
    _id: memberId,
    name: `Name ${memberId}`,
    staffNumber: memberId.replaceAll('-', '').toUpperCase(),
    branchId: 'own',
    groupId: null,
    roles: ['member'],
    crewHistory: [],
    overrides: [],
    sleepPreference: null,
    account: accountOf(memberId),
    boundAtMs: TEST_START_MS - MS_PER_HOUR,
    agreedPrivacyVersion: 1,
    lastRelease: null,
    codeSecret: `secret of ${memberId}`,
    preferences: null,
    inboxSeenAtMs: 0,
    lastSubscriptionId: '',
    credits: {},
    joinedDay: LONG_AGO,
    leftDay: null,
    schemaVersion: 1,
    ...member,
  };
}

export const accountOf = (memberId: string) => `phone-${memberId}`;

export function anUnboundMember(memberId: string, member: Partial<Member> = {}): Member {
  return aMember(memberId, {
    account: `none:${memberId}`,
    boundAtMs: null,
    agreedPrivacyVersion: null,
    ...member,
  });
}

/** 五班四倒 with crew-1 to crew-5. */
export function aRotation(rotation: Partial<RotationDocument> = {}): RotationDocument {
  const preset = ROTATION_PRESETS['five-crews-four-shifts'];
  return {
    _id: 'rotation-1',
    name: 'main plant',
    cycleDays: preset.days.length,
    days: preset.days.map((slots) => [...slots]),
    crews: preset.days.map((_, offset) => ({
      crewId: `crew-${offset + 1}`,
      name: `crew ${offset + 1}`,
      offset,
    })),
    anchorDay: LONG_AGO,
    validFromDay: LONG_AGO,
    daysCounted: preset.daysCounted,
    schemaVersion: 1,
    ...rotation,
  };
}

/** Its crews are at work all day and every day. */
export function aRotationWithoutRest(): RotationDocument {
  const slot = aRotation()
    .days.flat()
    .find(({ kind }) => kind === 'day');
  if (slot === undefined) throw new Error('a rotation has a day shift');
  const day = [{ ...slot, startMinute: 0, durationMinutes: 1440 }];
  return aRotation({ days: aRotation().days.map(() => day) });
}

/** Published, of branch `own`, with one sitting that is open at TEST_START_MS and starts half an hour later. */
export function aStudy(studyId: string, study: Partial<StudyDocument> = {}): StudyDocument {
  const sitting = aSitting(studyId, TEST_START_MS + 30 * MS_PER_MINUTE);
  return {
    _id: studyId,
    branchId: 'own',
    branchName: 'name of own',
    topic: 'topic',
    why: null,
    kind: 'theme-day',
    minutes: 60,
    audience: { kind: 'branch' },
    materials: [],
    sittings: [sitting],
    state: 'published',
    cancelReason: null,
    revision: 1,
    settledRevision: 1,
    expected: 0,
    firstStartAtMs: sitting.startAtMs,
    lastCloseAtMs: sitting.closesAtMs,
    createdBy: { memberId: 'somebody', name: 'Somebody' },
    createdAtMs: TEST_START_MS - MS_PER_HOUR,
    publishedAtMs: TEST_START_MS - MS_PER_HOUR,
    lastRequestId: 'earlier',
    schemaVersion: 1,
    ...study,
  };
}

/** Opens an hour before its start, closes an hour after it. */
export function aSitting(studyId: string, startAtMs: number): StudyDocument['sittings'][number] {
  return {
    sittingId: `${studyId}-s1`,
    place: 'room 1',
    startAtMs,
    endAtMs: startAtMs + MS_PER_HOUR,
    opensAtMs: startAtMs - MS_PER_HOUR,
    lateAfterAtMs: startAtMs + 10 * MS_PER_MINUTE,
    closesAtMs: startAtMs + MS_PER_HOUR,
    closedAtMs: null,
    secret: `secret of ${studyId}`,
  };
}

/** The line of a member in a study's register, with nothing entered. */
export function aLine(study: StudyDocument, member: Member): AttendanceDocument {
  return {
    _id: `${study._id}_${member._id}`,
    studyId: study._id,
    memberId: member._id,
    branchId: study.branchId,
    name: member.name,
    groupId: member.groupId,
    crewId: null,
    studyRevision: study.revision,
    lastCloseAtMs: study.lastCloseAtMs,
    isExpected: true,
    isIn: false,
    reply: null,
    record: null,
    wrongTyped: {},
    corrections: [],
    version: 0,
    schemaVersion: 1,
  };
}
