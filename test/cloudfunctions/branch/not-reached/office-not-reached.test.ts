import type { DeliveryDocument } from '../../../../cloudfunctions/_store/delivery/delivery-document';
import { notReachedPeople, officeNotReached } from '../../../../contract/branch/not-reached';
import { MS_PER_HOUR } from '../../../../domain/time/local-day';
import { aDelivery, aGroup } from '../../../builders/deliveries';
import { aMember } from '../../../builders/documents';
import { plant } from '../../../builders/stored';
import { phone } from '../../../client';
import { useBranchCloud } from '../../../worlds/branch-cloud';

const world = useBranchCloud();
const asOffice = () => phone(world.cloud, 'phone-office', 'office');

/** Open with these people since so many hours. */
function open(
  id: string,
  branchId: string,
  memberIds: readonly string[],
  hours: number,
  more: Partial<DeliveryDocument> = {},
) {
  const atMs = world.nowMs() - hours * MS_PER_HOUR;
  const outcomes = Object.fromEntries(
    memberIds.map((memberId) => [memberId, 'no-credit' as const]),
  );
  return aDelivery(id, memberIds, {
    branchId,
    createdAtMs: atMs,
    groups: [aGroup(memberIds, { atMs, outcomes })],
    ...more,
  });
}

test('has the counts of each branch as its own page has them, in the order of the roster', async () => {
  await plant(world.cloud, {
    members: [
      aMember('bob', { inboxSeenAtMs: world.nowMs() }),
      // Moved: what the branch before told them is not open in this one.
      aMember('pat', { branchId: 'other' }),
    ],
    deliveries: [
      open('to-own', 'own', ['alice', 'bob', 'una', 'pat'], 30),
      open('again', 'own', ['alice'], 2),
      open('to-other', 'other', ['oscar', 'ulla'], 30),
    ],
  });
  const { branches } = await asOffice().get(officeNotReached, { days: 7 });
  expect(branches).toMatchObject([
    { branchId: 'other', people: 2 },
    {
      branchId: 'own',
      people: 3,
      counts: [
        { why: 'not-bound', people: 1 },
        { why: 'not-acknowledged', people: 1 },
        { why: 'no-credit', people: 1 },
      ],
    },
  ]);
  for (const { branchId, people, counts } of branches) {
    const own = await asOffice().get(notReachedPeople, { branchId, days: 7 });
    expect(own).toMatchObject({ total: people, counts });
  }
});

test('an invitation that has been open longest says why, also where something else is open since', async () => {
  const study = { kind: 'study-published', isMustRead: false } as const;
  const startAtMs = world.nowMs() + MS_PER_HOUR;
  const about = { kind: 'study', studyId: 's1', startAtMs } as const;
  const waits = { atMs: startAtMs, state: 'pending', outcomes: {} } as const;
  await plant(world.cloud, {
    deliveries: [
      open('invited', 'own', ['alice'], 30, { ...study, about, deadlineAtMs: startAtMs }),
      open('since', 'own', ['alice'], 2, { groups: [aGroup(['alice'], waits)] }),
    ],
  });
  const { branches } = await asOffice().get(officeNotReached, { days: 7 });
  expect(branches.find(({ branchId }) => branchId === 'own')?.counts).toEqual([
    { why: 'no-credit', people: 1 },
  ]);
});
