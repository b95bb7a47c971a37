import { castBallot, closePoll, pollRun } from '../../../../contract/star/ballot';
import { CANDIDATES, EARLIEST_MS, END_MS, usePollWorld, VOTERS } from '../../../worlds/poll-world';
import { aMember } from '../../../builders/documents';
import { plant } from '../../../builders/stored';

const world = usePollWorld();

/** The figures of a poll that is closed now. */
async function counted(pollId: string) {
  world.jump(Math.max(world.nowMs(), EARLIEST_MS));
  await world.of('organiser').get(closePoll, { pollId });
  return (await world.show('alice', pollId)).result;
}

test('everybody on the roll casts one ballot, and each is counted once', async () => {
  const pollId = await world.open();
  for (const memberId of VOTERS) {
    expect(await world.cast(memberId, pollId, 'alice', 'bob')).toMatchObject({
      ok: true,
      output: { isCounted: true },
    });
  }
  expect(await counted(pollId)).toMatchObject({
    outcome: { kind: 'tied', candidateIds: ['alice', 'bob'] },
    figures: { ballots: 8, blank: 0, votes: [8, 8, 0] },
  });
});

test('a blank ballot is one that counts, for nobody', async () => {
  const pollId = await world.open();
  for (const memberId of VOTERS.slice(0, 6)) await world.cast(memberId, pollId);
  await world.cast('secretary', pollId, 'leader');
  expect(await counted(pollId)).toMatchObject({
    outcome: { kind: 'nobody-elected' },
    figures: { ballots: 7, blank: 6, votes: [0, 0, 1] },
  });
});

describe('refused, with nothing changed', () => {
  const refusals = async (pollId: string, memberId: string, chosen: readonly string[]) => {
    const before = world.stored(pollId);
    const reply = await world.cast(memberId, pollId, ...chosen);
    expect(world.stored(pollId)).toEqual(before);
    return reply.ok ? 'counted' : reply.code;
  };

  test.each([
    ['more names than the rule allows', 'alice', CANDIDATES, 'too-many-names'],
    ['somebody who is not on the list', 'alice', ['secretary'], 'unknown-candidate'],
    ['an id that nobody has', 'alice', ['nobody'], 'unknown-candidate'],
    ['one name twice', 'alice', ['bob', 'bob'], 'unknown-candidate'],
    ['a probationary member', 'pat', ['alice'], 'not-on-roll'],
    ['a probationary member with a blank one', 'pat', [], 'not-on-roll'],
    ['somebody of another branch', 'oscar', ['alice'], 'not-found'],
  ] as const)('%s', async (_, memberId, chosen, code) => {
    expect(await refusals(await world.open(), memberId, chosen)).toBe(code);
  });

  test('fewer names than exactly so many', async () => {
    const pollId = await world.open({ choice: { kind: 'exactly', names: 2 } });
    expect(await refusals(pollId, 'alice', ['bob'])).toBe('too-few-names');
    expect((await world.cast('alice', pollId, 'bob', 'leader')).ok).toBe(true);
    expect((await world.cast('bob', pollId)).ok).toBe(true);
  });

  test('a second ballot of the same person, also the same call once more', async () => {
    const pollId = await world.open();
    const input = { pollId, chosen: ['bob'] };
    await world.of('alice').get(castBallot, input, { requestId: 'once' });
    const before = world.stored(pollId);
    for (const requestId of ['once', 'twice']) {
      const again = await world.of('alice').call(castBallot, input, { requestId });
      expect(again).toMatchObject({ ok: false, code: 'already-voted' });
    }
    expect(world.stored(pollId)).toEqual(before);
  });

  test('at the instant of the end and after it, whether or not it has been closed', async () => {
    const pollId = await world.open();
    world.jump(END_MS - 1);
    expect((await world.cast('alice', pollId, 'bob')).ok).toBe(true);
    world.jump(END_MS);
    expect(await refusals(pollId, 'bob', ['alice'])).toBe('poll-over');
    await world.tick();
    expect(await refusals(pollId, 'bob', ['alice'])).toBe('poll-over');
    expect(await refusals(pollId, 'alice', ['alice'])).toBe('already-voted');
  });

  test('a poll that there is not', async () => {
    const reply = await world.cast('alice', 'no-poll', 'bob');
    expect(reply).toMatchObject({ ok: false, code: 'not-found' });
  });
});

test('from two phones at once one ballot counts, whichever comes first', async () => {
  const pollId = await world.open();
  const replies = await Promise.all(
    ['alice', 'bob', 'leader', 'alice'].map((chosen) => world.cast('secretary', pollId, chosen)),
  );
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
  for (const memberId of VOTERS.filter((id) => id !== 'secretary')) {
    await world.cast(memberId, pollId);
  }
  const result = await counted(pollId);
  expect(result?.figures).toMatchObject({ ballots: 8, blank: 7 });
  expect(result?.figures?.votes.reduce((sum, votes) => sum + votes)).toBe(1);
});

test('the roll is frozen: who comes later has no vote, who goes to another branch keeps it', async () => {
  const pollId = await world.open();
  await plant(world.cloud, {
    members: [aMember('newcomer'), aMember('bob', { branchId: 'other' })],
  });
  expect(await world.cast('newcomer', pollId, 'alice')).toMatchObject({ code: 'not-on-roll' });
  expect((await world.cast('bob', pollId, 'alice')).ok).toBe(true);
  expect((await world.show('bob', pollId)).mine).toBe('counted');
});

test('each is told whether they are on the roll and whether their ballot is in, and nobody else is', async () => {
  const pollId = await world.open();
  const mine = async (memberId: string) => (await world.show(memberId, pollId)).mine;
  expect([await mine('alice'), await mine('pat')]).toEqual(['can-vote', 'not-on-roll']);
  const before = await world.show('bob', pollId);
  const run = await world.of('secretary').get(pollRun, { pollId });
  await world.cast('alice', pollId, 'bob');
  expect(await mine('alice')).toBe('counted');
  expect(await world.show('bob', pollId)).toEqual(before);
  expect(await world.of('secretary').get(pollRun, { pollId })).toEqual(run);
  await counted(pollId);
  expect([await mine('alice'), await mine('bob')]).toEqual(['counted', 'not-cast']);
});

test('nothing of a ballot is in the log, also where it is refused', async () => {
  const pollId = await world.open();
  await world.cast('alice', pollId, 'bob');
  await world.cast('alice', pollId, 'bob');
  await world.cast('bob', pollId, 'nobody');
  expect(world.cloud.lines).toEqual([]);
});
