import { channelDesk, channelCalendar } from '../../../../contract/content/channel-editing';
import { channelDuty } from '../../../../contract/content/duty';
import { channelIssues, channelItem } from '../../../../contract/content/channel-reading';
import {
  decideComment,
  itemComments,
  myComments,
  writeComment,
} from '../../../../contract/content/comments';
import { waitsForMe } from '../../../../contract/waits-for-me';
import { addDays, dayOfInstant, instantOf, localDay } from '../../../../domain/time/local-day';
import { anIssue, anItem, anItemOut } from '../../../builders/items';
import { storedDeliveries } from '../../../builders/stored';
import { useChannelWorld } from '../../../worlds/channel-world';
import { aMember, minutes } from '../../../worlds/study-world';

const world = useChannelWorld();

/** Requests of the database while the work is done. */
async function requestsOf(work: () => Promise<unknown>): Promise<number> {
  world.cloud.counts.reset();
  await work();
  return Object.entries(world.cloud.counts.byAction)
    .filter(([action]) => action.startsWith('database.'))
    .reduce((sum, [, count]) => sum + count, 0);
}

test('opening a channel is two requests, and an item with its comments, one that leads to a document too', async () => {
  const today = dayOfInstant(world.nowMs());
  const items = Array.from({ length: 20 }, (_, at) =>
    anItemOut(`item-${at}`, 'branch-1', { issueDay: addDays(today, -(at >> 1)), place: at % 2 }),
  );
  await world.plant('items', ...items);
  await world.cloud.host.reload('content');
  const reader = world.phone('member-1');
  expect(await requestsOf(() => reader.get(channelIssues, { channel: 'party' }))).toBe(2);
  expect(await requestsOf(() => reader.get(channelItem, { itemId: 'item-0' }))).toBe(2);
  await world.alter('items', 'item-0', { documentId: 'a-document' });
  expect(await requestsOf(() => reader.get(channelItem, { itemId: 'item-0' }))).toBe(2);
});

test('a desk is four requests at most, a calendar and a day of duty six', async () => {
  await world.plant('items', anItem('a', 'branch-1'));
  await world.cloud.host.reload('content');
  const office = world.phone('office');
  expect(await requestsOf(() => office.get(channelDesk, {}))).toBeLessThanOrEqual(4);
  await world.cloud.host.reload('content');
  expect(await requestsOf(() => office.get(channelCalendar, {}))).toBeLessThanOrEqual(6);
  await world.cloud.host.reload('content');
  const day = dayOfInstant(world.nowMs());
  const askDuty = () => office.get(channelDuty, { channel: 'party', day });
  expect(await requestsOf(askDuty)).toBeLessThanOrEqual(6);
});

test.each([
  ['', false],
  [', with an item that its five leaders tell before their shifts', true],
])(
  'bringing an issue out to a branch of a hundred, beside another branch, is twelve requests more than a quiet run%s',
  async (_how, forShift) => {
    await world.later(minutes(10));
    const today = dayOfInstant(world.nowMs());
    // Its leaders are on duty, so that nothing is sent in the same run.
    const crewOf = (at: number) => [
      { crewId: at < 5 ? 'crew-3' : `crew-${1 + (at % 5)}`, fromDay: localDay('2024-01-01') },
    ];
    const hundred = Array.from({ length: 100 }, (_, at) =>
      aMember(`reader-${at}`, {
        crewHistory: crewOf(at),
        roles: at < 5 ? ['member', 'group-leader'] : ['member'],
      }),
    );
    await world.plant('members', ...hundred);
    const quiet = await requestsOf(() => world.later(minutes(5)));
    await world.plant(
      'items',
      anItem('a', 'branch-1', { state: 'ready', issueDay: today, forShift }),
    );
    await world.plant('issues', anIssue(today, instantOf(today, 9 * 60)));
    const publishing = await requestsOf(() => world.later(minutes(5)));
    expect(publishing - quiet).toBeLessThanOrEqual(12);
    const told = storedDeliveries(world.cloud).filter(({ kind }) => kind === 'party-issue');
    expect(told.flatMap(({ memberIds }) => memberIds)).toHaveLength(112 + 3);
    const asked = storedDeliveries(world.cloud).filter(({ kind }) => kind === 'pre-shift');
    expect(asked).toHaveLength(forShift ? 5 : 0);
  },
);

test('further comments are two requests, writing one seven, showing one five, one’s own two', async () => {
  await world.plant('items', anItemOut('out', 'branch-1'));
  await world.cloud.host.reload('content');
  const [author, officer] = [world.phone('member-1'), world.phone('writer')];
  const comment = { itemId: 'out', text: 'so it is', wantsAnswer: false, answersId: null };
  const write = () => author.get(writeComment, { commentId: 'c1', ...comment });
  expect(await requestsOf(write)).toBeLessThanOrEqual(7);
  const show = { commentId: 'c1', answerId: null, deed: 'show', reason: null } as const;
  expect(await requestsOf(() => officer.get(decideComment, show))).toBeLessThanOrEqual(5);
  expect(await requestsOf(() => author.get(itemComments, { itemId: 'out' }))).toBe(2);
  expect(await requestsOf(() => author.get(myComments, {}))).toBe(2);
  expect(await requestsOf(() => officer.get(waitsForMe, {}))).toBeLessThanOrEqual(4);
});
