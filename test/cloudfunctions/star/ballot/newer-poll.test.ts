import { castBallot, closePoll, openPoll } from '../../../../contract/star/ballot';
import type { PollDocument } from '../../../../cloudfunctions/_store/star/poll-document';
import { aMember } from '../../../builders/documents';
import { plant, stored } from '../../../builders/stored';
import { aListedMonth, anOpening, END_MS, usePollWorld, VOTERS } from '../../../worlds/poll-world';

const world = usePollWorld();
const poll = (pollId: string): object => stored(world.cloud, 'polls', pollId);

/** As functions of a later version would have sealed it. */
async function openedByNewer(): Promise<string> {
  const pollId = await world.open();
  for (const id of VOTERS.slice(0, 3)) await world.cast(id, pollId, 'bob');
  const newer = { ...world.stored(pollId), schemaVersion: 4 };
  await world.plant(newer as unknown as PollDocument);
  return pollId;
}

test('a poll that newer functions have sealed is refused by older ones, and nothing of it is destroyed', async () => {
  const pollId = await openedByNewer();
  const before = poll(pollId);
  const internal = { ok: false, code: 'internal' };
  const ballot = { pollId, chosen: ['alice'] };
  expect(await world.of('secretary').call(castBallot, ballot)).toMatchObject(internal);
  expect(await world.of('organiser').call(closePoll, { pollId })).toMatchObject(internal);
  expect(await world.of('organiser').call(openPoll, anOpening())).toMatchObject(internal);
  await world.tickAt(END_MS + 1);
  expect(poll(pollId)).toEqual(before);
  expect(world.month()).toMatchObject({ state: 'voting', pollIds: [pollId] });
});

test('and is counted, with every ballot, once the newer functions are back', async () => {
  const pollId = await openedByNewer();
  await world.tickAt(END_MS + 1);
  await world.plant({ ...(poll(pollId) as PollDocument), schemaVersion: 3 });
  await world.tickAt(END_MS + 3_600_000);
  expect(world.stored(pollId)).toMatchObject({ state: 'closed', result: { figures: null } });
  expect(world.stored(pollId).result?.outcome.kind).toBe('too-few-ballots');
});

test('nor does it keep other polls from their end', async () => {
  const pollId = await openedByNewer();
  await plant(world.cloud, {
    star_months: [aListedMonth('other', ['oscar', 'ulla'])],
    members: ['o-1', 'o-2', 'o-3', 'o-4'].map((id) => aMember(id, { branchId: 'other' })),
  });
  const opening = anOpening({ choice: { kind: 'up-to', names: 1 } });
  const other = await world.of('other-secretary').get(openPoll, opening);
  await world.tickAt(END_MS);
  expect(poll(other.pollId)).toMatchObject({ state: 'closed' });
  expect(poll(pollId)).toMatchObject({ state: 'open' });
});

test('a poll of the version before is read, and goes on to its end', async () => {
  const pollId = await world.open();
  const first = { ...world.stored(pollId), schemaVersion: 1 };
  await world.plant(first as unknown as PollDocument);
  await world.castAll(pollId, 'bob');
  await world.tickAt(END_MS);
  expect(poll(pollId)).toMatchObject({
    schemaVersion: 1,
    result: { outcome: { kind: 'elected', candidateId: 'bob' } },
  });
});
