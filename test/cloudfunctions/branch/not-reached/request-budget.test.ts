import {
  notReachedMessages,
  notReachedPeople,
  officeNotReached,
} from '../../../../contract/branch/not-reached';
import { MS_PER_DAY, MS_PER_HOUR } from '../../../../domain/time/local-day';
import { aDelivery, aGroup } from '../../../builders/deliveries';
import { aMember } from '../../../builders/documents';
import { plant } from '../../../builders/stored';
import { phone } from '../../../client';
import { useBranchCloud } from '../../../worlds/branch-cloud';

const world = useBranchCloud();
const MEMBERS = 80;
const ISSUES_A_DAY = 2;

/** Issues of so many days, which half of a large branch has never looked at. */
async function plantDays(days: number): Promise<void> {
  const ids = Array.from({ length: MEMBERS }, (_, at) => `m${at}`);
  const members = ids.map((id, at) =>
    aMember(id, { inboxSeenAtMs: at % 2 === 0 ? world.nowMs() : 0 }),
  );
  const outcomes = Object.fromEntries(ids.map((id) => [id, 'no-credit' as const]));
  const deliveries = Array.from({ length: days * ISSUES_A_DAY }, (_, at) => {
    const atMs = world.nowMs() - at * (MS_PER_DAY / ISSUES_A_DAY) - MS_PER_HOUR;
    return aDelivery(`issue-${at}`, ids, {
      kind: at % 2 === 0 ? 'party-issue' : 'integrity-issue',
      isMustRead: false,
      createdAtMs: atMs,
      groups: [aGroup(ids, { atMs, outcomes })],
    });
  });
  await plant(world.cloud, { members, deliveries });
}

const requestsOf = async (work: () => Promise<unknown>) => {
  world.cloud.counts.reset();
  const told = await work();
  expect(JSON.stringify(told).length).toBeLessThan(25_000);
  return world.cloud.counts.total;
};

test('a branch is three requests, and again, after two months of two issues a day', async () => {
  await plantDays(60);
  const secretary = phone(world.cloud, 'phone-secretary', 'secretary');
  const office = phone(world.cloud, 'phone-office', 'office');
  for (const ofDays of [7, 30] as const) {
    const input = { days: ofDays };
    expect(await requestsOf(() => secretary.get(notReachedPeople, input))).toBeLessThanOrEqual(3);
    expect(await requestsOf(() => secretary.get(notReachedPeople, input))).toBeLessThanOrEqual(3);
    expect(await requestsOf(() => secretary.get(notReachedMessages, input))).toBeLessThanOrEqual(3);
    expect(await requestsOf(() => office.get(officeNotReached, input))).toBeLessThanOrEqual(3);
  }
});

test('pages name everybody once', async () => {
  await plantDays(7);
  const secretary = phone(world.cloud, 'phone-secretary', 'secretary');
  const seen: string[] = [];
  let after = {};
  for (;;) {
    const page = await secretary.get(notReachedPeople, { days: 7, ...after });
    seen.push(...page.people.map(({ memberId }) => memberId));
    if (page.nextCursor === null) break;
    after = { cursor: page.nextCursor };
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBe(MEMBERS / 2);
});
