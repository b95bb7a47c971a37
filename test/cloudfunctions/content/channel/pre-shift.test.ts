import {
  channelCalendar,
  planIssue,
  withdrawItem,
} from '../../../../contract/content/channel-editing';
import { preShiftItem } from '../../../../contract/content/pre-shift';
import { acknowledge } from '../../../../contract/notice/acknowledge';
import { noticeLog, tellInPerson } from '../../../../contract/notice/sending';
import { today } from '../../../../contract/today';
import type { ItemDocument } from '../../../../cloudfunctions/_store/content/item-document';
import { addDays, dayOfInstant, instantOf, localDay } from '../../../../domain/time/local-day';
import { anItem } from '../../../builders/items';
import { storedDeliveries, uproot } from '../../../builders/stored';
import { useChannelWorld } from '../../../worlds/channel-world';
import { aMember, minutes } from '../../../worlds/study-world';

const world = useChannelWorld();
/** The first day: crew-3 works 08-14, crew-2 14-20, crew-1 20-02 and crew-4 02-08. */
const DAY = localDay('2025-03-05');
const NOON = instantOf(DAY, 12 * 60);
const hour = (count: number) => instantOf(DAY, count * 60);

const LEADERS = ['crew-1', 'crew-2', 'crew-3', 'crew-4'];
const leaderOf = (crewId: string) => `leader-${crewId}`;

/** Its picture was shown before WeChat had a verdict on it. */
const waitsForVerdict = {
  pictures: [
    { pictureId: 'picture', fileId: 'cloud://env/p.jpg', check: 'to-look-at', traceId: 'trace' },
  ],
  traceIds: ['trace'],
} satisfies Partial<ItemDocument>;

beforeEach(async () => {
  const leaders = LEADERS.map((crewId) =>
    aMember(leaderOf(crewId), {
      roles: ['member', 'group-leader'],
      groupId: 'group-1',
      crewHistory: [{ crewId, fromDay: localDay('2024-01-01') }],
    }),
  );
  await world.plant('members', ...leaders);
  await world.plant(
    'items',
    anItem('told', 'branch-1', { state: 'ready', title: 'ask once more' }),
    anItem('other', 'branch-1', { state: 'ready' }),
    anItem('of-integrity', 'branch-1', { state: 'ready', channel: 'integrity' }),
  );
});

const plan = (more: object = {}) =>
  world.phone('office').callWith(planIssue, {
    channel: 'party',
    day: DAY,
    minute: 12 * 60,
    itemIds: ['other', 'told'],
    shiftItemId: 'told',
    revision: 0,
    ...more,
  });

async function comeOut(): Promise<void> {
  world.cloud.clock.jump(NOON);
  await world.later(minutes(6));
}

const asks = () =>
  storedDeliveries(world.cloud).filter(
    ({ kind, cancelledAtMs }) => kind === 'pre-shift' && cancelledAtMs === null,
  );
const askOf = (crewId: string) =>
  asks().find(({ memberIds }) => memberIds.includes(leaderOf(crewId)));
const told = (leader: string) =>
  world.phone(leader).get(preShiftItem, { channel: 'party', day: DAY });

test('each leader is asked before the next shift of their own, and not while they sleep', async () => {
  await plan();
  await comeOut();
  const starts = LEADERS.map((crewId) => [
    crewId,
    (askOf(crewId)?.deadlineAtMs ?? 0) - minutes(60),
  ]);
  // Who is on shift at noon is on shift again at two o'clock in the night.
  expect(starts).toEqual([
    ['crew-1', hour(20)],
    ['crew-2', hour(14)],
    ['crew-3', hour(26)],
    ['crew-4', expect.any(Number)],
  ]);
  for (const crewId of LEADERS) {
    const ask = askOf(crewId);
    const [group] = ask?.groups ?? [];
    expect(group?.isLeastBad).toBe(false);
    expect(group?.atMs).toBeLessThan((ask?.deadlineAtMs ?? 0) - minutes(60));
  }
  // The back night ended at eight: it comes when she has slept.
  expect(askOf('crew-4')?.groups[0]?.atMs).toBeGreaterThan(hour(15));
  await world.later(minutes(12));
  expect(asks()).toHaveLength(LEADERS.length);
});

test('an issue of which nothing is marked asks nobody, and has nothing to tell', async () => {
  await plan({ shiftItemId: null });
  await comeOut();
  expect(asks()).toEqual([]);
  const leader = world.phone(leaderOf('crew-1'));
  expect(await leader.call(preShiftItem, { channel: 'party', day: DAY })).toMatchObject({
    code: 'nothing-to-tell',
  });
});

test('a leader sees it with who works the shift, marks who was there, and is asked no more', async () => {
  await plan();
  await comeOut();
  const leader = leaderOf('crew-1');
  const before = await told(leader);
  expect(before.item).toMatchObject({ title: 'ask once more', withdrawnBecause: null });
  expect(before.shift).toMatchObject({ day: DAY, startMinute: 20 * 60 });
  // A swap, leave and other crews are reckoned in: those who start with the leader.
  expect(before.people).toEqual([
    { memberId: leader, name: leader, isMe: true, isTold: false },
    { memberId: 'member-1', name: 'member-1', isMe: false, isTold: false },
  ]);
  const asked = async () => (await world.phone(leader).get(today, {})).toAnswer ?? [];
  expect(await asked()).toMatchObject([{ act: '讲给班里听', untilAtMs: hour(21) }]);
  const { messageId } = before;
  await world.phone(leader).get(tellInPerson, { messageId, memberIds: ['member-1'] });
  const after = await told(leader);
  expect(after.people.map(({ memberId, isTold }) => [memberId, isTold])).toEqual([
    [leader, false],
    ['member-1', true],
  ]);
  expect(await asked()).toEqual([]);
  expect(askOf('crew-2')).toBeDefined();
  const log = await world.phone(leader).get(noticeLog, { messageId });
  expect(log.counts).toMatchObject({ toldInPerson: 1, acknowledged: 0 });
});

test('nobody acknowledges an issue on the phone: it is no must-read', async () => {
  await plan();
  await comeOut();
  const { messageId } = await told(leaderOf('crew-1'));
  await world.phone('member-1').callWith(acknowledge, { messageId });
  const acks = storedDeliveries(world.cloud)
    .filter((document) => document.messageId === messageId)
    .map((document) => document.acks);
  expect(acks).toEqual([{}]);
});

test('whoever is not of the branch, or did not get the issue, cannot be marked', async () => {
  await plan();
  await comeOut();
  const { messageId } = await told(leaderOf('crew-1'));
  const stranger = { messageId, memberIds: ['foreigner'] };
  expect(await world.phone(leaderOf('crew-1')).call(tellInPerson, stranger)).toMatchObject({
    code: 'not-a-recipient',
  });
});

test('what is withdrawn is told no more', async () => {
  await plan();
  await comeOut();
  expect(asks()).toHaveLength(LEADERS.length);
  const { edition: revision } = world.item('told');
  const deed = { itemId: 'told', revision, deedId: 'away', reason: 'the number was wrong' };
  await world.phone('office').get(withdrawItem, deed);
  expect(asks()).toEqual([]);
  const { item } = await told(leaderOf('crew-1'));
  expect(item).toMatchObject({ title: '', withdrawnBecause: 'the number was wrong' });
});

test('what a picture that WeChat refuses withdraws is told no more', async () => {
  await world.alter('items', 'told', waitsForVerdict);
  await plan();
  await comeOut();
  expect(asks()).toHaveLength(LEADERS.length);
  const wechat = { openId: world.phone('writer').openId, source: 'wx_unknown' };
  const refused = { MsgType: 'event', Event: 'wxa_media_check', trace_id: 'trace' };
  const event = JSON.stringify({ ...refused, result: { suggest: 'risky' } });
  await world.cloud.host.invoke('wxevents', event, wechat);
  expect(world.item('told').state).toBe('withdrawn');
  expect(asks()).toEqual([]);
});

test('what is withdrawn while its readers are told is taken back by the clock', async () => {
  await plan();
  await comeOut();
  // Its withdrawal took back what was there; the clock has told the leaders only then, and was cut off.
  const withdrawn = { reason: 'the number was wrong', name: 'office', atMs: NOON };
  await world.alter('items', 'told', { state: 'withdrawn', withdrawn });
  await world.alter('issues', `party_${DAY}`, { dueAtMs: NOON });
  await world.later(minutes(6));
  expect(asks()).toEqual([]);
});

test('what a run that was cut off has not written the next one writes, as it was to be, and nothing else', async () => {
  await plan();
  await comeOut();
  const written = () =>
    storedDeliveries(world.cloud)
      .filter(({ kind }) => kind === 'pre-shift' || kind === 'party-issue')
      .map(({ _id, memberIds }) => ({ _id, memberIds }))
      .sort((a, b) => (a._id < b._id ? -1 : 1));
  const before = written();
  const [lost] = asks();
  const ofBranch = storedDeliveries(world.cloud).find(
    ({ kind, branchId }) => kind === 'party-issue' && branchId === 'branch-2',
  );
  for (const document of [lost, ofBranch]) {
    await uproot(world.cloud, 'deliveries', document?._id ?? '');
  }
  expect(written()).toHaveLength(before.length - 2);
  await world.alter('issues', `party_${DAY}`, { dueAtMs: NOON });
  await world.later(minutes(6));
  expect(written()).toEqual(before);
});

test('one item a day: the other channel is refused one while there is one', async () => {
  await plan();
  const other = { channel: 'integrity', itemIds: ['of-integrity'] };
  expect(await plan({ ...other, shiftItemId: 'of-integrity' })).toMatchObject({
    code: 'day-has-one',
  });
  expect(world.item('of-integrity').issueDay).toBeNull();
  expect(await plan({ ...other, shiftItemId: null })).toMatchObject({ ok: true });
  // Taken off the first, it can be of the second.
  await plan({ shiftItemId: null, revision: 1 });
  expect(await plan({ ...other, shiftItemId: 'of-integrity', revision: 1 })).toMatchObject({
    ok: true,
  });
});

test('of two who mark one for both channels at the same moment, one is refused', async () => {
  // Neither sees what the other is about to write.
  for (const day of [DAY, addDays(DAY, 1), addDays(DAY, 2)]) {
    await world.plant(
      'items',
      anItem(`party-${day}`, 'branch-1', { state: 'ready' }),
      anItem(`integrity-${day}`, 'branch-1', { state: 'ready', channel: 'integrity' }),
    );
    const replies = await Promise.all(
      (['party', 'integrity'] as const).map((channel) => {
        const itemIds = [`${channel}-${day}`];
        return plan({ channel, day, itemIds, shiftItemId: itemIds[0] });
      }),
    );
    expect(replies.map((reply) => (reply.ok ? 'planned' : reply.code)).sort()).toEqual([
      'day-has-one',
      'planned',
    ]);
  }
});

test('it is one of its issue, stays when an older phone plans anew, and goes with it', async () => {
  expect(await plan({ itemIds: ['other'] })).toMatchObject({ code: 'bad-input' });
  await plan();
  const marked = async () =>
    (await world.phone('office').get(channelCalendar, {})).lines
      .filter(({ isForShift }) => isForShift === true)
      .map(({ itemId }) => itemId);
  expect(await marked()).toEqual(['told']);
  await plan({ shiftItemId: undefined, itemIds: ['told'], revision: 1 });
  expect(await marked()).toEqual(['told']);
  await plan({ shiftItemId: undefined, itemIds: ['other'], revision: 2 });
  expect(await marked()).toEqual([]);
  await plan({ day: addDays(DAY, 1), shiftItemId: undefined, itemIds: ['told'] });
  expect(world.item('told').forShift).toBe(false);
  expect(dayOfInstant(world.nowMs())).toBe(DAY);
});
