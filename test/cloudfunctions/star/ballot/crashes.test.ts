import { castBallot } from '../../../../contract/star/ballot';
import { withdrawFromStar } from '../../../../contract/star/nomination';
import type { KillPoint } from '../../../../local/cloud/host/faults';
import { MS_PER_HOUR } from '../../../../domain/time/local-day';
import { aMember } from '../../../builders/documents';
import { plant, stored } from '../../../builders/stored';
import { diceOf } from '../../../domain/delivery/random-worlds';
import { CANDIDATES, END_MS, MONTH, usePollWorld, VOTERS } from '../../../worlds/poll-world';
import { TEST_START_MS } from '../../../worlds/test-cloud';

const world = usePollWorld();

/** Casts until there is an answer, as a phone does; whether the ballot is in. */
async function castUntilAnswered(pollId: string, memberId: string, chosen: readonly string[]) {
  for (;;) {
    try {
      const reply = await world.of(memberId).call(castBallot, { pollId, chosen: [...chosen] });
      return reply.ok || reply.code === 'already-voted';
    } catch {
      // The instance has died: nobody knows what was done.
    }
  }
}

async function tickUntilDone(): Promise<void> {
  for (let tries = 0; tries < 20; tries += 1) {
    try {
      await world.tick();
      return;
    } catch {
      // As above; the next minute it runs again.
    }
  }
}

const SEEDS = Array.from({ length: 60 }, (_, seed) => seed + 1);

test.each(SEEDS)(
  'of a random poll, with crashes between any two requests, every ballot that is in is counted once (%i)',
  async (seed) => {
    const dice = diceOf(seed);
    const names = dice.whole(1, 2);
    const kind = dice.pick(['exactly', 'up-to'] as const);
    const pollId = await world.open({
      choice: { kind, names },
      electedBy: 'most-votes',
      tie: 'lot',
    });
    const killPoint = (most: number): KillPoint => {
      return { nth: dice.whole(1, most), when: dice.pick(['before', 'after'] as const) };
    };
    const sums = { ballots: 0, blank: 0, votes: CANDIDATES.map(() => 0) };
    const turns = VOTERS.flatMap((id) => (dice.chance(85) ? [id] : []));
    await Promise.all(
      turns.map(async (memberId) => {
        const count = dice.pick(kind === 'exactly' ? [0, names] : [0, 1, names]);
        const first = dice.whole(0, 2);
        const chosen = CANDIDATES.filter((_, at) => (at - first + 3) % 3 < count);
        if (dice.chance(60)) world.cloud.host.faults.killAt('star', killPoint(3));
        else if (dice.chance(30)) world.cloud.host.faults.next('star', 'drop-reply');
        if (!(await castUntilAnswered(pollId, memberId, chosen))) throw new Error('refused');
        sums.ballots += 1;
        sums.blank += chosen.length === 0 ? 1 : 0;
        CANDIDATES.forEach((id, at) => (sums.votes[at]! += chosen.includes(id) ? 1 : 0));
      }),
    );
    if (dice.chance(50)) {
      world.cloud.host.faults.killAt('clock', killPoint(8));
      world.jump(TEST_START_MS + MS_PER_HOUR);
      await tickUntilDone();
    }
    world.jump(END_MS);
    for (let count = 0; count < 3; count += 1) {
      world.cloud.host.faults.killAt('clock', killPoint(20));
      await tickUntilDone();
    }
    world.cloud.host.faults.clear();
    await world.cloud.host.reload('clock');
    await world.tick();
    const { result, state } = world.stored(pollId);
    expect(state).toBe('closed');
    if (sums.ballots < 6) expect(result?.outcome.kind).toBe('too-few-ballots');
    else expect(result?.figures).toEqual(sums);
    expect(stored(world.cloud, 'star_months', `own_${MONTH}`)).toMatchObject({
      state: 'counted',
      pollIds: [pollId],
    });
    const ends = world.deliveries().filter(({ title }) => title.endsWith('投票结束了'));
    expect(ends).toHaveLength(1);
    expect([...world.cloud.engine.collection('poll_looks').all()]).toEqual([]);
  },
  60_000,
);

test('an opening that dies anywhere is completed by asking again', async () => {
  const killPoints = Array.from({ length: 14 }, (_, before) => before + 1).flatMap(
    (nth): readonly KillPoint[] => [
      { nth, when: 'before' },
      { nth, when: 'after' },
    ],
  );
  for (const killPoint of killPoints) {
    world.cloud.host.faults.killAt('star', killPoint);
    await world.open().catch(() => undefined);
    world.cloud.host.faults.clear();
  }
  const pollId = await world.open();
  expect(stored(world.cloud, 'star_months', `own_${MONTH}`).pollIds).toEqual([pollId]);
  expect(world.told().map(([kind]) => kind)).toEqual(['poll', 'poll-reminder', 'poll-news']);
  expect((await world.cast('alice', pollId, 'bob')).ok).toBe(true);
});

describe('an opening that dies once the poll is written, and is never asked for again,', () => {
  test('is completed by the clock at its first look: its month has it, and its people are asked once', async () => {
    const pollId = await world.openAndDie();
    await world.tickAt(TEST_START_MS + MS_PER_HOUR);
    expect(world.month()).toMatchObject({ state: 'voting', pollIds: [pollId] });
    expect(world.told().map(([kind]) => kind)).toEqual(['poll', 'poll-reminder', 'poll-news']);
    await world.tickAt(TEST_START_MS + 2 * MS_PER_HOUR);
    await world.castAll(pollId, 'bob');
    await world.tickAt(END_MS);
    expect(world.month()).toMatchObject({ state: 'counted', result: { outcome: 'chosen' } });
  });

  test('is called off where the list has changed meanwhile, and nobody is asked', async () => {
    const pollId = await world.openAndDie();
    await world.of('bob').get(withdrawFromStar, { month: MONTH });
    await world.tickAt(TEST_START_MS + MS_PER_HOUR);
    expect(world.stored(pollId).state).toBe('cancelled');
    expect(world.month()).toMatchObject({ state: 'listed', pollIds: [] });
    expect(world.told()).toEqual([]);
    expect([...world.cloud.engine.collection('poll_looks').all()]).toEqual([]);
  });
});

test('a look at a poll that was never written is dropped after an hour', async () => {
  const pollId = await world.open();
  await world.cloud.engine.write('polls', undefined, (all) => ({
    changes: [...all.all()].map((before) => ({ before, after: undefined })),
    result: undefined,
  }));
  await world.tickAt(TEST_START_MS + MS_PER_HOUR);
  expect(world.cloud.engine.collection('poll_looks').get(pollId)).toBeDefined();
  await world.tickAt(TEST_START_MS + 2 * MS_PER_HOUR);
  expect(world.cloud.engine.collection('poll_looks').get(pollId)).toBeUndefined();
});

test('of 32 who cast at once on one poll none is lost', async () => {
  const crowd = Array.from({ length: 32 }, (_, index) => `crowd-${index}`);
  await plant(world.cloud, { members: crowd.map((id) => aMember(id)) });
  const pollId = await world.open();
  const replies = await Promise.all(
    crowd.map((id, index) => world.cast(id, pollId, CANDIDATES[index % 3] ?? '')),
  );
  expect(replies.filter(({ ok }) => !ok)).toEqual([]);
  await world.tickAt(END_MS);
  expect(world.stored(pollId).result?.figures).toEqual({
    ballots: 32,
    blank: 0,
    votes: [11, 11, 10],
  });
}, 60_000);
