import type { DutyDocument } from '../../../../cloudfunctions/_store/content/duties';
import { channelCalendar } from '../../../../contract/content/channel-editing';
import { channelDuty, giveDuty } from '../../../../contract/content/duty';
import { addDays, dayOfInstant, localDay } from '../../../../domain/time/local-day';
import { aDuty } from '../../../builders/duties';
import { anItem } from '../../../builders/items';
import { stored, storedDeliveries } from '../../../builders/stored';
import { useChannelWorld } from '../../../worlds/channel-world';
import { aMember, minutes } from '../../../worlds/study-world';

const world = useChannelWorld();
const TOMORROW = '2025-03-06';
const day = localDay(TOMORROW);

const duty = (): DutyDocument => stored(world.cloud, 'channel_duties', `party_${TOMORROW}`);
const give = (by: string, memberId: string, more: object = {}) =>
  world.phone(by).call(giveDuty, {
    channel: 'party',
    day,
    memberId,
    revision: 1,
    deedId: `${by}-${memberId}`,
    ...more,
  });
const told = (kind: string) =>
  storedDeliveries(world.cloud)
    .filter((delivery) => delivery.kind === kind && delivery.cancelledAtMs === null)
    .map(({ memberIds }) => memberIds.join());

beforeEach(async () => {
  const free = { crewHistory: [] };
  await world.alter('members', 'writer', free);
  await world.alter('members', 'writer-2', free);
  await world.plant('channel_duties', aDuty(TOMORROW, 'writer'));
});

test('who is on duty gives their day to another, who hears of it; the trail says who did it when', async () => {
  expect(await give('writer', 'writer-2')).toMatchObject({ ok: true, output: { revision: 2 } });
  expect(duty()).toMatchObject({ memberId: 'writer-2', revision: 2 });
  expect(duty().steps.at(-1)).toMatchObject({
    by: { memberId: 'writer', name: 'writer' },
    to: { memberId: 'writer-2' },
    atMs: world.nowMs(),
  });
  expect(told('duty-given')).toEqual(['writer-2']);
  await give('office', 'writer', { revision: 2 });
  expect(told('duty-given')).toEqual(['writer']);
});

test('who takes a day for themselves is told nothing, and nobody else either', async () => {
  expect(await give('writer-2', 'writer-2')).toMatchObject({ ok: true });
  expect(told('duty-given')).toEqual([]);
});

test('a repetition gives once; the same deed for another is not silently taken', async () => {
  await give('writer', 'writer-2');
  expect(await give('writer', 'writer-2')).toMatchObject({ ok: true, output: { revision: 2 } });
  expect(duty().steps).toHaveLength(2);
  expect(told('duty-given')).toEqual(['writer-2']);
  const other = { deedId: 'writer-writer-2', revision: 2 };
  expect(await give('writer', 'writer', other)).toMatchObject({ code: 'bad-input' });
});

test('of two who give the same day at once the second is told', async () => {
  const both = await Promise.all([give('writer', 'writer-2'), give('office', 'writer-2')]);
  const codes = both.map((reply) => (reply.ok ? 'ok' : reply.code));
  expect(codes.sort()).toEqual(['changed-meanwhile', 'ok']);
  expect(duty().revision).toBe(2);
});

test.each([
  ['nobody gives the day of another', 'writer-2', 'secretary', 'not-your-duty'],
  ['who does not write for the channel takes none', 'discipline', 'discipline', 'not-your-duty'],
  ['nor is given one', 'office', 'discipline', 'takes-no-part'],
  ['who is not there neither', 'office', 'nobody', 'takes-no-part'],
])('%s', async (_, by, to, code) => {
  expect(await give(by, to)).toMatchObject({ code });
  expect(duty().memberId).toBe('writer');
});

test('who is on leave, on shift or asleep that morning is given none, and nobody sees why', async () => {
  const leave = {
    kind: 'leave',
    leaveKind: 'sick',
    id: 'l1',
    fromDay: day,
    toDay: addDays(day, 1),
  };
  await world.alter('members', 'writer-2', { overrides: [leave] });
  expect(await give('writer', 'writer-2')).toMatchObject({ code: 'cannot-that-day' });
  const seen = await world.phone('writer').get(channelDuty, { channel: 'party', day });
  expect(seen.choices).toEqual([]);
  // Crew 2 works 08-14 the day after the first.
  const onShift = [{ crewId: 'crew-2', fromDay: localDay('2024-01-01') }];
  await world.alter('members', 'writer-2', { overrides: [], crewHistory: onShift });
  expect(await give('writer', 'writer-2')).toMatchObject({ code: 'cannot-that-day' });
});

test('an issue that is due changes hands no more, nor a day that is not planned yet', async () => {
  const later = { day: localDay('2025-03-25') };
  expect(await give('writer', 'writer-2', later)).toMatchObject({ code: 'bad-day' });
  world.cloud.clock.jump(world.nowMs() + minutes(27 * 60));
  expect(await give('writer', 'writer-2')).toMatchObject({ code: 'bad-day' });
});

test('the day shows what waits at which check, who is on duty, and to whom the caller may give it', async () => {
  await world.plant(
    'members',
    aMember('far', { branchId: 'branch-2', roles: ['publicity-officer'], crewHistory: [] }),
  );
  await world.plant('channel_duties', aDuty('2025-03-05', 'writer-2'));
  const waits = { state: 'branch-check', forDay: day, sinceAtMs: world.nowMs() } as const;
  await world.plant('items', anItem('waits', 'branch-1', waits), anItem('other', 'branch-1'));
  const ask = (memberId: string) =>
    world.phone(memberId).get(channelDuty, { channel: 'party', day });
  expect(await ask('writer')).toMatchObject({
    state: 'checking',
    duty: { person: { memberId: 'writer' }, revision: 1, steps: [{ byName: '清风' }] },
    choices: [
      { memberId: 'far', duties: 0, branchName: 'name of branch-2' },
      { memberId: 'writer-2', duties: 1 },
    ],
    lines: [{ itemId: 'waits', state: 'branch-check', sinceAtMs: world.nowMs() }],
    mayWrite: true,
    mayPlan: false,
  });
  const mine = await ask('writer-2');
  expect(mine.choices.map(({ memberId }) => memberId)).toEqual(['writer-2']);
  expect(await ask('secretary')).toMatchObject({ choices: [], mayWrite: false });
});

test('the calendar names who is on duty, and a day that nobody can take', async () => {
  await world.plant('channel_duties', aDuty('2025-03-07', null));
  const { rows } = await world.phone('writer').get(channelCalendar, {});
  const days = rows[0]?.days.map(({ duty: each }) => each);
  expect(days?.slice(2, 6)).toEqual([
    undefined,
    { name: 'writer', isMine: true },
    { name: null, isMine: false },
    undefined,
  ]);
  expect(dayOfInstant(world.nowMs())).toBe('2025-03-05');
});
