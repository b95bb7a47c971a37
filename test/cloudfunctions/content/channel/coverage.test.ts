import { issueCoverage } from '../../../../contract/content/coverage';
import { whoLooked } from '../../../../contract/branch/audit';
import { noticeLog, tellInPerson } from '../../../../contract/notice/sending';
import { addDays, instantOf, localDay } from '../../../../domain/time/local-day';
import { anItem } from '../../../builders/items';
import { anUnboundMember } from '../../../builders/documents';
import { storedDeliveries } from '../../../builders/stored';
import { useChannelWorld } from '../../../worlds/channel-world';
import { aMember, minutes } from '../../../worlds/study-world';

const world = useChannelWorld('branch');
/** The first day: crew-3 works 08-14, crew-2 14-20, crew-1 20-02 and crew-4 02-08. */
const DAY = localDay('2025-03-05');
const ISSUE = { channel: 'party', day: DAY } as const;
const SINCE = localDay('2024-01-01');

async function comeOut(atMinute = 12 * 60): Promise<void> {
  await world.plant('items', anItem('told', 'branch-1', { state: 'ready' }));
  await world.planned(['told'], atMinute, DAY);
  world.cloud.clock.jump(instantOf(DAY, atMinute));
  await world.later(minutes(6));
}

const coverage = (memberId = 'secretary', more: { branchId?: string } = {}) =>
  world.phone(memberId).get(issueCoverage, { ...ISSUE, ...more });
const crewOf = async (name: string | null) =>
  (await coverage()).crews.find((crew) => crew.name === name);
const looksAt = (memberId: string) =>
  world.alter('members', memberId, { inboxSeenAtMs: world.nowMs() });

test('each crew has who is reached on the phone, in person, and who is left with why', async () => {
  const ofCrew = { crewHistory: [{ crewId: 'crew-1', fromDay: SINCE }] };
  const leave = {
    kind: 'leave',
    leaveKind: 'annual',
    id: 'leave',
    fromDay: DAY,
    toDay: addDays(DAY, 3),
  } as const;
  await world.plant(
    'members',
    anUnboundMember('unbound', { name: 'unbound', branchId: 'branch-1', ...ofCrew }),
    aMember('away', { ...ofCrew, overrides: [leave] }),
    aMember('told', ofCrew),
    aMember('seen', ofCrew),
  );
  await comeOut();
  const before = await crewOf('crew 1');
  expect(before).toMatchObject({ onPhone: 0, inPerson: 0 });
  const [waiting] = before?.open.filter(({ memberId }) => memberId === 'member-1') ?? [];
  // A digest comes at half past five, before the shift at eight.
  expect(waiting).toMatchObject({
    why: 'waits',
    waits: { untilAtMs: instantOf(DAY, 17 * 60 + 30), why: { code: 'digest' } },
  });
  const { messageId } = await coverage();
  await world.phone('leader').get(tellInPerson, { messageId, memberIds: ['told'] });
  world.cloud.clock.jump(instantOf(DAY, 18 * 60));
  await world.later(minutes(1));
  await looksAt('seen');
  const after = await crewOf('crew 1');
  expect(after).toMatchObject({ onPhone: 1, inPerson: 1 });
  expect(after?.open.map(({ memberId, why }) => [memberId, why])).toEqual([
    ['away', 'away'],
    ['member-1', 'not-looked'],
    ['unbound', 'not-bound'],
  ]);
});

test('whose phone rang is reached; who sees the inbox before it comes is not', async () => {
  await comeOut();
  await looksAt('member-5');
  world.cloud.clock.jump(instantOf(DAY, 18 * 60));
  await world.later(minutes(6));
  for (const { _id, groups } of storedDeliveries(world.cloud)) {
    const rang = groups.map((group) => ({ ...group, outcomes: { 'member-1': 'sent' } }));
    await world.alter('deliveries', _id, { groups: rang });
  }
  expect(await crewOf('crew 1')).toMatchObject({ onPhone: 1, open: [] });
  expect((await crewOf('crew 5'))?.open).toMatchObject([{ memberId: 'member-5' }]);
});

test('an issue that is not out, or of which nothing is left, was told to nobody', async () => {
  expect(await world.phone('secretary').call(issueCoverage, ISSUE)).toMatchObject({
    code: 'not-told',
  });
  await comeOut();
  for (const { _id } of storedDeliveries(world.cloud)) {
    await world.alter('deliveries', _id, { cancelledAtMs: world.nowMs() });
  }
  expect(await world.phone('secretary').call(issueCoverage, ISSUE)).toMatchObject({
    code: 'not-told',
  });
});

test('the committee office sees every branch, others their own', async () => {
  await comeOut();
  const foreign = await coverage('office', { branchId: 'branch-1' });
  expect(foreign.branchId).toBe('branch-1');
  const mine = await coverage('office');
  expect(mine.crews.flatMap(({ open }) => open.map(({ memberId }) => memberId))).toEqual(
    expect.arrayContaining(['foreigner']),
  );
  expect(
    await world.phone('secretary').call(issueCoverage, { ...ISSUE, branchId: 'branch-2' }),
  ).toMatchObject({ ok: false });
});

test('whoever is named sees in their trail who looked, once a day, and nobody else does', async () => {
  await comeOut();
  world.cloud.clock.jump(instantOf(DAY, 18 * 60));
  await world.later(minutes(1));
  await looksAt('member-5');
  await coverage();
  const { messageId } = await coverage();
  await world.phone('secretary').get(noticeLog, { messageId });
  const seenBy = async (memberId: string) =>
    (await world.phone(memberId).get(whoLooked, {})).entries.map(({ byName, what }) => [
      byName,
      what,
    ]);
  const what = { kind: 'saw-unreached', title: '党务清风 3月5日' };
  expect(await seenBy('member-1')).toEqual([['secretary', what]]);
  expect(await seenBy('secretary')).toEqual([]);
  await world.phone('leader').get(issueCoverage, ISSUE);
  expect((await seenBy('member-1')).map(([byName]) => byName).sort()).toEqual([
    'leader',
    'secretary',
  ]);
});

test('a branch of three hundred is three requests with the line of the trail, after an hour without any and on the second look too', async () => {
  const many = Array.from({ length: 300 }, (_, at) => aMember(`reader-${String(at)}`));
  await world.plant('members', ...many);
  await comeOut();
  await world.cloud.host.reload('content');
  const requestsOf = async (work: () => Promise<unknown>) => {
    world.cloud.counts.reset();
    await work();
    return Object.entries(world.cloud.counts.byAction)
      .filter(([action]) => action.startsWith('database.'))
      .reduce((sum, [, count]) => sum + count, 0);
  };
  const look = async () => {
    const { crews } = await coverage();
    expect(crews.flatMap(({ open }) => open).length).toBeGreaterThan(300);
  };
  expect(await requestsOf(look)).toBe(3);
  // All of them have the line of today.
  expect(await requestsOf(look)).toBe(2);
  await world.plant('members', aMember('one-more'));
  const [shortest] = storedDeliveries(world.cloud)
    .filter(({ kind, branchId }) => kind === 'party-issue' && branchId === 'branch-1')
    .sort((a, b) => a.memberIds.length - b.memberIds.length);
  const memberIds = [...(shortest?.memberIds ?? []), 'one-more'];
  await world.alter('deliveries', shortest?._id ?? '', { memberIds });
  expect(await requestsOf(look)).toBe(3);
});
