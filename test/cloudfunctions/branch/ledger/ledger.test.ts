import type { StudyDocument } from '../../../../cloudfunctions/_store/study/studies';
import { ledger } from '../../../../contract/branch/ledger';
import { MS_PER_DAY } from '../../../../domain/time/local-day';
import { aBranch, aLine, aMember, aSitting, aStudy } from '../../../builders/documents';
import { plant } from '../../../builders/stored';
import { phone } from '../../../client';
import { useBranchCloud } from '../../../worlds/branch-cloud';

/** It is 2025-03-05 there. */
const world = useBranchCloud();
const people = ['a', 'b'].map((id) => aMember(id));
const asked = () => phone(world.cloud, 'phone-secretary', 'secretary').get(ledger, {});
const lineOf = async (kind: string) => (await asked()).lines.find((line) => line.kind === kind);

function meeting(studyId: string, inDays: number, study: Partial<StudyDocument> = {}) {
  const sitting = aSitting(studyId, world.nowMs() + inDays * MS_PER_DAY);
  return aStudy(studyId, {
    sittings: [sitting],
    firstStartAtMs: sitting.startAtMs,
    lastCloseAtMs: sitting.closesAtMs,
    ...(inDays < 0 && { dutyNotedAtMs: world.nowMs() }),
    ...study,
  });
}

test('what was held stands with who came, what is ahead without', async () => {
  const held = meeting('held', -2, { kind: 'party-lecture' });
  const ahead = meeting('ahead', 3, { kind: 'party-lecture' });
  const lines = people.map((member, index) => ({
    ...aLine(held, member),
    wasOnDuty: false,
    ...(index === 0 && { isIn: true, corrections: [correction] }),
  }));
  await plant(world.cloud, { studies: [held, ahead], attendances: lines });
  expect(await lineOf('party-lecture')).toMatchObject({
    every: 'quarter',
    state: 'held',
    lastDay: '2025-03-31',
    held: [{ studyId: 'held', attended: 1, asked: 2 }],
    planned: [{ studyId: 'ahead', attended: null, asked: null }],
  });
});

const correction = {
  from: 'absent' as const,
  to: 'attended' as const,
  reason: 'reason',
  by: { memberId: 'secretary', name: 'Secretary' },
  atMs: 1,
  requestId: 'earlier',
};

test('drafts, and what was called off before it began, are not held', async () => {
  const draft = meeting('draft', -2, { state: 'draft', publishedAtMs: null });
  const called = meeting('off', 3, { state: 'cancelled', cancelReason: 'no room' });
  const closed = { ...called, sittings: called.sittings.map((one) => ({ ...one, closedAtMs: 1 })) };
  await plant(world.cloud, { studies: [draft, closed] });
  expect(await lineOf('theme-day')).toMatchObject({ held: [], planned: [], state: 'not-urgent' });
});

test('groups that have no meeting of their own are named', async () => {
  const groups = ['one', 'two'].map((groupId) => ({ groupId, name: `group ${groupId}` }));
  const audience = { kind: 'groups' as const, groupIds: ['one'] };
  await plant(world.cloud, {
    branches: [aBranch('own', { groups })],
    studies: [meeting('first', -2, { kind: 'group-meeting', audience })],
  });
  expect(await lineOf('group-meeting')).toMatchObject({ groups: 2, groupsWithout: ['group two'] });
});

test('three requests, whatever the year has seen', async () => {
  const studies = Array.from({ length: 150 }, (_, index) =>
    meeting(`s${index}`, (index % 100) - 60),
  );
  await plant(world.cloud, { studies });
  world.cloud.counts.reset();
  await asked();
  expect(world.cloud.counts.total).toBeLessThanOrEqual(3);
});
