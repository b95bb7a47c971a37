import { memberActions } from '../../../../contract/people/member';
import type { Role } from '../../../../contract/roles';
import { today } from '../../../../contract/today';
import { waitsForMe } from '../../../../contract/waits-for-me';
import { ASKING_KINDS, type AskingKind } from '../../../../domain/notice/notice-kinds';
import { MS_PER_DAY } from '../../../../domain/time/local-day';
import { aDelivery } from '../../../builders/deliveries';
import { plant } from '../../../builders/stored';
import { useMemberCloud } from '../../../worlds/member-cloud';
import { TEST_START_MS } from '../../../worlds/test-cloud';

const world = useMemberCloud(['content', 'member', 'study']);

/** The office by which somebody is asked, and who without it no more is; null: they are asked as themselves. */
const ASKED_BY: Readonly<Record<AskingKind, Role | null>> = {
  'draft-waiting': 'organisation-officer',
  'leave-asked': 'organisation-officer',
  'pre-shift': 'group-leader',
  'issue-gap': 'publicity-officer',
  // What they raised, wrote, or were named for, as they are.
  'suggestion-answered': null,
  'note-consent': null,
  'star-nominated': null,
  'swap-proposed': null,
  'lectures-to-judge': null,
  // What every member is asked, or has a vote in.
  'contest-open': null,
  'sheet-open': null,
  'make-up-due': null,
  poll: null,
};

const set = (roles: Role[]) =>
  world.of('office').get(memberActions.setRoles, { memberId: 'bob', roles });
const isAsked = async () => {
  const { toAnswer = [] } = await world.of('bob').get(today, {});
  const { tasks } = await world.of('bob').get(waitsForMe, {});
  const found = [toAnswer, tasks].map((list) => list.some(({ title }) => title === 'asked'));
  expect(found[0]).toBe(found[1]);
  return found[0];
};

test.each(ASKING_KINDS)('%s: nobody is asked what their page then refuses', async (kind) => {
  const office = ASKED_BY[kind];
  await set(office === null ? ['member', 'publicity-officer'] : ['member', office]);
  const message = aDelivery('asked', ['bob'], {
    kind,
    title: 'asked',
    branchId: 'own',
    isMustRead: false,
    page: 'packages/asked',
    author: { memberId: 'alice', name: 'alice' },
    deadlineAtMs: TEST_START_MS + 2 * MS_PER_DAY,
  });
  await plant(world.cloud, { deliveries: [message] });
  expect(await isAsked()).toBe(true);
  await set(['member']);
  expect(await isAsked()).toBe(office === null);
});

test('whoever is on duty for a channel and changes to another office is not asked for its gap', async () => {
  await set(['member', 'publicity-officer']);
  const gap = aDelivery('asked', ['bob'], {
    kind: 'issue-gap',
    title: 'asked',
    branchId: 'own',
    isMustRead: false,
    page: 'packages/channel-office/duty/duty?channel=party&day=2025-03-06',
    author: { memberId: null, name: 'clock' },
    deadlineAtMs: TEST_START_MS + MS_PER_DAY,
  });
  await plant(world.cloud, { deliveries: [gap] });
  expect(await isAsked()).toBe(true);
  await set(['member', 'secretary']);
  expect(await isAsked()).toBe(false);
});
