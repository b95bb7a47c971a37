import { dataAskNoticeText } from '../../../../cloudfunctions/_deliver/data-ask-notices.text';
import { memberActions } from '../../../../contract/people/member';
import type { Role } from '../../../../contract/roles';
import { today } from '../../../../contract/today';
import { waitsForMe } from '../../../../contract/waits-for-me';
import { MS_PER_DAY } from '../../../../domain/time/local-day';
import { aDelivery } from '../../../builders/deliveries';
import { aMember } from '../../../builders/documents';
import { aDataAsk } from '../../../builders/data-asks';
import { plant } from '../../../builders/stored';
import { useMemberCloud } from '../../../worlds/member-cloud';
import { TEST_START_MS } from '../../../worlds/test-cloud';

const world = useMemberCloud(['content', 'member', 'study']);
const ALL = [
  'secretary',
  'organiser',
  'publicist',
  'inspector',
  'leader',
  'office',
  'alice',
  'bob',
];
const LIMIT_MS = TEST_START_MS + 2 * MS_PER_DAY;

const titles = async (who: string) => {
  const { toAnswer = [] } = await world.of(who).get(today, {});
  const { tasks } = await world.of(who).get(waitsForMe, {});
  const onToday = toAnswer.map(({ title }) => title).sort();
  expect(tasks.map(({ title }) => title).sort()).toEqual(onToday);
  return onToday;
};
/** Of whom it is asked, on the today page and in the list alike. */
const askedAmong = async (title: string) => {
  const found = await Promise.all(ALL.map(titles));
  return ALL.filter((_, at) => found[at]?.includes(title));
};
const set = (memberId: string, roles: Role[]) =>
  world.of('office').get(memberActions.setRoles, { memberId, roles });
const handOver = async () => {
  await set('bob', ['member', 'secretary']);
  await set('secretary', ['member']);
};
type Kind = 'leave-asked' | 'draft-waiting' | 'pre-shift';
const TOLD = ['secretary', 'organiser', 'office'];
const isAsked = (title: string, kind: Kind, authorId: string, told = TOLD) =>
  aDelivery(title, told, {
    kind,
    title,
    branchId: 'own',
    isMustRead: false,
    page: `packages/${title}`,
    author: { memberId: authorId, name: authorId },
    deadlineAtMs: LIMIT_MS,
  });

test('leave is asked of who keeps the roster now, and never of who asks for it', async () => {
  await plant(world.cloud, { deliveries: [isAsked('leave', 'leave-asked', 'alice')] });
  expect(await askedAmong('leave')).toEqual(['secretary', 'organiser', 'office']);
  await handOver();
  expect(await askedAmong('leave')).toEqual(['organiser', 'office', 'bob']);
  await set('alice', ['member', 'organisation-officer']);
  expect(await askedAmong('leave')).toEqual(['organiser', 'office', 'bob']);
  await world.cloud.clock.set(LIMIT_MS);
  expect(await askedAmong('leave')).toEqual([]);
});

test('a draft waits for who publishes now, also for who wanted it held every month', async () => {
  await plant(world.cloud, { deliveries: [isAsked('draft', 'draft-waiting', 'organiser')] });
  expect(await askedAmong('draft')).toEqual(['secretary', 'organiser', 'office']);
  await handOver();
  expect(await askedAmong('draft')).toEqual(['organiser', 'office', 'bob']);
});

test('who leads no group any more is not asked to tell an item before a shift', async () => {
  await plant(world.cloud, { deliveries: [isAsked('item', 'pre-shift', 'office', ['leader'])] });
  expect(await askedAmong('item')).toEqual(['leader']);
  await set('leader', ['member']);
  expect(await askedAmong('item')).toEqual([]);
});

test('nothing of it is asked in another branch', async () => {
  await plant(world.cloud, { deliveries: [isAsked('leave', 'leave-asked', 'alice')] });
  expect(await titles('other-secretary')).toEqual([]);
});

test.each<[string, Parameters<typeof aDataAsk>[2], readonly string[], readonly string[]]>([
  ['a correction', {}, ['secretary', 'organiser', 'office'], ['organiser', 'office', 'bob']],
  ['a look of the secretary', aLook('secretary'), ['inspector'], ['inspector']],
  ['a look of the discipline officer', aLook('inspector'), ['office'], ['office']],
])('%s is asked of who answers it now', async (_name, ask, before, after) => {
  const asked = aDataAsk('ask', aMember('alice'), ask);
  await plant(world.cloud, { data_asks: [asked] });
  const { memberName, about } = asked;
  const title = dataAskNoticeText.asked(memberName, about.kind);
  expect(await askedAmong(title)).toEqual(before);
  await handOver();
  expect(await askedAmong(title)).toEqual(after);
});

function aLook(memberId: string) {
  const by = { memberId, name: memberId };
  const what = { kind: 'saw-member' } as const;
  return { about: { kind: 'look' as const, entryId: 'e', by, atMs: TEST_START_MS, what } };
}
