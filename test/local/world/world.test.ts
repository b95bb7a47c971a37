import * as v from 'valibot';
import { DeliveryDocument } from '../../../cloudfunctions/_store/delivery/delivery-document';
import { AttendanceDocument } from '../../../cloudfunctions/_store/study/attendance-document';
import { BranchDocument } from '../../../cloudfunctions/_store/people/branches';
import { MemberDocument } from '../../../cloudfunctions/_store/people/member-document';
import { schema } from '../../../cloudfunctions/_store/schema';
import { RotationDocument } from '../../../cloudfunctions/_store/roster/shift-documents';
import { StudyDocument } from '../../../cloudfunctions/_store/study/studies';
import { SwapDocument } from '../../../cloudfunctions/_store/roster/swaps';
import { ROLES } from '../../../contract/roles';
import { checkRotation } from '../../../domain/shift/check-rotation';
import { stateAsNoted } from '../../../domain/study/attendance';
import { faultOfSittings } from '../../../domain/study/check-sittings';
import { finalAtMs, phaseOf } from '../../../domain/study/sitting';
import { openEngine } from '../../../local/cloud/engine/open-engine';
import { demoInvitations, demoPeople } from '../../../local/world/people';
import { seedWorld, worldAt } from '../../../local/world/seed-world';
import { rotationOf } from '../../../cloudfunctions/_store/roster/shift-documents';

const DAYTIME_MS = Date.UTC(2025, 2, 5, 2, 10);
const NIGHT_MS = Date.UTC(2025, 2, 4, 19, 5);
const HOLIDAY_MS = Date.UTC(2025, 9, 3, 6, 0);

const world = worldAt(DAYTIME_MS);

describe('the people', () => {
  test('are about 140, all with different names, staff numbers and accounts', () => {
    expect(demoPeople.length).toBeGreaterThanOrEqual(130);
    expect(demoPeople.length).toBeLessThanOrEqual(150);
    for (const field of ['memberId', 'name', 'staffNumber', 'openId'] as const) {
      expect(new Set(demoPeople.map((person) => person[field])).size).toBe(demoPeople.length);
    }
  });

  test('hold every role there is, and every branch has a secretary and an organisation officer', () => {
    const held = new Set(demoPeople.flatMap(({ roles }) => roles));
    expect([...held].sort()).toEqual([...ROLES].sort());
    for (const { _id } of world.branches) {
      const roles = demoPeople.filter(({ branchId }) => branchId === _id).flatMap((p) => p.roles);
      expect(roles.filter((role) => role === 'secretary')).toHaveLength(1);
      expect(roles).toContain('organisation-officer');
    }
  });

  test('have three guests who can bind with what is printed for them', () => {
    expect(demoInvitations.map(({ openId }) => openId)).toEqual(['guest-1', 'guest-2', 'guest-3']);
    for (const { staffNumber, invitationCode } of demoInvitations) {
      const member = world.members.find((each) => each.staffNumber === staffNumber);
      const branch = world.branches.find(({ _id }) => _id === member?.branchId);
      expect(member?.account).toBe(`none:${member?._id}`);
      expect(branch?.invitation?.code).toBe(invitationCode);
      expect(branch?.invitation?.expiresAtMs).toBeGreaterThan(DAYTIME_MS);
    }
  });

  test('rotate with five crews, four crews and on days, by rotations that are whole', () => {
    for (const document of world.rotations) {
      const check = checkRotation(rotationOf(document));
      expect(check.kind).toBe('valid');
      if (check.kind === 'valid' && document.daysCounted === 'every-day') {
        expect(check.uncovered).toEqual([]);
      }
    }
    expect(world.rotations.map(({ crews }) => crews.length)).toEqual([5, 4, 1]);
  });
});

describe.each([
  ['by day', DAYTIME_MS],
  ['in the middle of the night', NIGHT_MS],
  ['in a long holiday', HOLIDAY_MS],
])('the registers of a world seeded %s', (_, nowMs) => {
  const { studies, attendances, members, swaps, branches, rotations, deliveries } = worldAt(nowMs);

  test('are exactly the documents that the functions read', () => {
    for (const [documents, Document] of [
      [studies, StudyDocument],
      [attendances, AttendanceDocument],
      [members, MemberDocument],
      [branches, BranchDocument],
      [rotations, RotationDocument],
      [swaps, SwapDocument],
      [deliveries, DeliveryDocument],
    ] as const) {
      for (const document of documents) {
        expect(v.parse(Document as v.GenericSchema, document)).toEqual(document);
      }
    }
  });

  test('have sittings that an officer could have entered', () => {
    for (const { sittings, createdAtMs } of studies) {
      expect(faultOfSittings(sittings, createdAtMs)).toBeUndefined();
    }
  });

  test('reach back three months and have one study that is open now', () => {
    const starts = studies.map(({ firstStartAtMs }) => firstStartAtMs);
    expect(nowMs - Math.min(...starts)).toBeGreaterThan(80 * 86_400_000);
    const open = studies.filter(
      ({ state, sittings }) =>
        state === 'published' && sittings.some((sitting) => phaseOf(sitting, nowMs) === 'open'),
    );
    expect(open.map(({ branchId }) => branchId)).toEqual(['yunxing']);
    const lines = attendances.filter(({ studyId }) => studyId === open[0]?._id);
    expect(lines.some(({ isIn }) => isIn)).toBe(true);
    expect(lines.some(({ record, reply }) => record === null && reply === null)).toBe(true);
  });

  test('know nothing of the future', () => {
    for (const { record, reply, corrections } of attendances) {
      for (const atMs of [record?.atMs, reply?.atMs, ...corrections.map((each) => each.atMs)]) {
        expect(atMs ?? 0).toBeLessThanOrEqual(nowMs);
      }
    }
  });

  test('have a record only within the open register of its sitting, and late only when it was', () => {
    for (const { studyId, record } of attendances) {
      if (record === null || record.way === 'offline-scan') continue;
      const sitting = studies
        .find(({ _id }) => _id === studyId)
        ?.sittings.find(({ sittingId }) => sittingId === record.sittingId);
      expect(sitting && phaseOf(sitting, record.atMs)).toBe('open');
      expect(record.state === 'late').toBe(record.atMs >= (sitting?.lateAfterAtMs ?? 0));
    }
  });

  test('ask everybody of the audience once and count them', () => {
    for (const { _id, expected, state } of studies) {
      const lines = attendances.filter(({ studyId }) => studyId === _id);
      expect(lines).toHaveLength(state === 'draft' ? 0 : expected);
      expect(new Set(lines.map(({ memberId }) => memberId)).size).toBe(lines.length);
    }
  });

  test('are believable: most come, some are late, excused, absent, made up or on duty', () => {
    const final = studies.filter(
      ({ state, sittings }) => state === 'published' && finalAtMs(sittings) <= nowMs,
    );
    const lines = attendances.filter(({ studyId }) => final.some(({ _id }) => _id === studyId));
    const states = lines.map(stateAsNoted);
    const share = (state: string) => states.filter((each) => each === state).length / states.length;
    expect(share('attended')).toBeGreaterThan(0.65);
    expect(share('attended')).toBeLessThan(0.95);
    for (const state of ['late', 'excused', 'absent', 'made-up']) {
      expect(share(state)).toBeGreaterThan(0.005);
      expect(share(state)).toBeLessThan(0.2);
    }
  });

  test('include one that was cancelled, with its reason, and a draft', () => {
    const cancelled = studies.filter(({ state }) => state === 'cancelled');
    expect(cancelled.length).toBeGreaterThan(0);
    for (const { cancelReason } of cancelled) expect(cancelReason).not.toBeNull();
    expect(studies.some(({ state }) => state === 'draft')).toBe(true);
  });
});

describe('seeding', () => {
  async function emptyCloud() {
    const engine = await openEngine({ nowMs: () => DAYTIME_MS });
    await engine.ensureCollections(schema);
    const credits = new Map<string, number>();
    const messages = {
      creditsOf: (openId: string, templateId: string) => credits.get(openId + templateId) ?? 0,
      grant: (openId: string, templateId: string, count = 1) => {
        const before = credits.get(openId + templateId) ?? 0;
        credits.set(openId + templateId, before + count);
      },
    };
    const files = new Map<string, Uint8Array>();
    const write = (path: string, bytes: Uint8Array) => {
      files.set(path, bytes);
      return path;
    };
    return { engine, wechat: { messages }, credits, files: { write } };
  }

  test('writes every document once, says so, and does nothing the second time', async () => {
    const cloud = await emptyCloud();
    const told: string[] = [];
    expect(await seedWorld(cloud, DAYTIME_MS, ({ collection }) => told.push(collection))).toBe(
      true,
    );
    expect(told).toEqual([
      ...['rotations', 'members', 'swaps', 'studies', 'attendances', 'deliveries'],
      ...['standards', 'assessments', 'sheets', 'star_months', 'star_nominations', 'polls'],
      ...['suggestions', 'items', 'issues', 'item_comments', 'commentator_terms'],
      ...['channel_duties', 'library_documents'],
      ...['contests', 'bank_questions', 'contest_entries', 'lectures', 'branches'],
    ]);
    for (const [name, documents] of Object.entries<readonly unknown[]>({ ...world })) {
      expect(cloud.engine.collection(name).size).toBe(documents.length);
    }
    expect(await seedWorld(cloud, DAYTIME_MS + 86_400_000)).toBe(false);
    expect(cloud.engine.collection('attendances').size).toBe(world.attendances.length);
    await cloud.engine.close();
  });

  test('that was cut off is finished by the next call', async () => {
    const cloud = await emptyCloud();
    const cutOff = seedWorld(cloud, DAYTIME_MS, ({ collection }) => {
      if (collection === 'studies') throw new Error('killed');
    });
    await expect(cutOff).rejects.toThrow('killed');
    expect(cloud.engine.collection('branches').size).toBe(0);
    const laterMs = DAYTIME_MS + 14 * 3_600_000;
    const later = worldAt(laterMs);
    expect(await seedWorld(cloud, laterMs)).toBe(true);
    for (const [name, documents] of Object.entries<readonly unknown[]>({ ...later })) {
      expect(cloud.engine.collection(name).size).toBe(documents.length);
    }
    const subscribed = later.members.filter(({ credits }) => Object.keys(credits).length > 0);
    expect(subscribed.length).toBeGreaterThan(0);
    for (const { account, credits } of subscribed) {
      for (const [key, count] of Object.entries(credits)) {
        expect(cloud.credits.get(`${account}LOCAL-FAKE-${key}`)).toBe(count);
      }
    }
    await cloud.engine.close();
  });

  test('gives the same world for the same instant', () => {
    expect(worldAt(DAYTIME_MS)).toEqual(world);
  });
});
