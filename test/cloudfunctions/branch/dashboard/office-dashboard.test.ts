import { dashboard, officeDashboard } from '../../../../contract/branch/dashboard';
import type { BranchMonthDocument } from '../../../../cloudfunctions/_store/branch/branch-months';
import { instantOf, localDay, MS_PER_HOUR } from '../../../../domain/time/local-day';
import { aDelivery, aGroup } from '../../../builders/deliveries';
import { aBranch, aLine, aMember, aSitting, aStudy } from '../../../builders/documents';
import { plant } from '../../../builders/stored';
import { phone } from '../../../client';
import { useBranchCloud } from '../../../worlds/branch-cloud';

const world = useBranchCloud('clock');
const asOffice = () => phone(world.cloud, 'phone-office', 'office');

/** A decided study of a day in a branch, to which the first of these people came. */
function held(branchId: string, studyId: string, day: string, memberIds: readonly string[]) {
  const startAtMs = instantOf(localDay(day), 9 * 60);
  const sitting = aSitting(studyId, startAtMs);
  const study = aStudy(studyId, {
    branchId,
    minutes: 40,
    sittings: [sitting],
    firstStartAtMs: startAtMs,
    lastCloseAtMs: startAtMs + MS_PER_HOUR,
    dutyNotedAtMs: startAtMs + MS_PER_HOUR,
  });
  const lines = memberIds.map((memberId, index) => ({
    ...aLine(study, aMember(memberId)),
    crewId: `crew-${1 + (index % 3)}`,
    wasOnDuty: index === 2,
    ...(index === 0 && {
      isIn: true,
      record: {
        sittingId: sitting.sittingId,
        state: 'attended' as const,
        way: 'scan' as const,
        atMs: startAtMs,
        claimedAtMs: null,
        markedBy: null,
        reason: null,
        requestId: 'earlier',
      },
    }),
  }));
  return { studies: [study], attendances: lines };
}

const requestsOf = async (work: () => Promise<unknown>) => {
  world.cloud.counts.reset();
  await work();
  return world.cloud.counts.total;
};

test('has a row for each branch, in the order of the roster, with the figures of its own dashboard', async () => {
  await plant(world.cloud, { branches: [aBranch('third')] });
  for (const one of [
    held('own', 's1', '2025-03-01', ['alice', 'bob', 'pat']),
    held('own', 's2', '2025-03-02', ['alice', 'bob']),
    held('other', 's3', '2025-03-02', ['oscar', 'other-secretary', 'ulla', 'alice']),
    held('other', 's4', '2025-02-02', ['oscar']),
  ]) {
    await plant(world.cloud, one);
  }
  const { branches } = await asOffice().get(officeDashboard, {});
  expect(branches.map(({ branchId }) => branchId)).toEqual(['other', 'own', 'third']);
  for (const { branchId, name, people, studies: count, sums, burden: own } of branches) {
    const told = await asOffice().get(dashboard, { branchId });
    expect(told).toMatchObject({ branchName: name, people, sums, burden: own });
    expect(told.studies).toHaveLength(count);
  }
  expect(branches[1]).toMatchObject({
    members: 11,
    people: 3,
    studies: 2,
    sums: { asked: 5, attended: 2, couldAttend: 4 },
    burden: { medianMinutes: 80, highestMinutes: 80 },
  });
  expect(branches[2]).toMatchObject({ members: 0, people: 0, studies: 0, sums: { asked: 0 } });
});

test('counts in each branch whom the notices of this month have not reached', async () => {
  const atMs = world.nowMs() - 30 * MS_PER_HOUR;
  const notice = (branchId: string, memberIds: readonly string[]) =>
    aDelivery(`to-${branchId}`, memberIds, {
      branchId,
      createdAtMs: atMs,
      groups: [
        aGroup(memberIds, {
          atMs,
          outcomes: Object.fromEntries(memberIds.map((id) => [id, 'failed' as const])),
        }),
      ],
    });
  await plant(world.cloud, {
    deliveries: [notice('own', ['alice', 'bob']), notice('other', ['oscar'])],
  });
  const { branches } = await asOffice().get(officeDashboard, {});
  expect(branches.map(({ unreached }) => unreached)).toEqual([1, 2]);
  const earlier = await asOffice().get(officeDashboard, { month: '2025-02' });
  expect(earlier.branches.map(({ unreached }) => unreached)).toEqual([null, null]);
});

test('is three requests, and two of a month of which all is kept', async () => {
  const february = [
    held('own', 's1', '2025-02-01', ['alice', 'bob']),
    held('other', 's2', '2025-02-02', ['oscar']),
  ];
  for (const one of february) await plant(world.cloud, one);
  const ask = () => asOffice().get(officeDashboard, { month: '2025-02' });
  expect(await requestsOf(() => asOffice().get(officeDashboard, {}))).toBe(3);
  expect(await requestsOf(ask)).toBe(3);
  const counted = await ask();
  const uncounted = (branchId: string): BranchMonthDocument => ({
    _id: `${branchId}_2025-02`,
    branchId,
    month: '2025-02',
    figures: null,
    countAtMs: world.nowMs(),
    schemaVersion: 1,
  });
  await plant(world.cloud, { branch_months: [uncounted('own'), uncounted('other')] });
  await world.cloud.host.invoke('clock', '{}', { openId: '', source: 'wx_trigger' });
  expect(await requestsOf(ask)).toBe(2);
  expect((await ask()).branches).toEqual(counted.branches);
});
