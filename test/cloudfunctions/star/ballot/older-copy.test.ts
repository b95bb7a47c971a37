import { extendPoll } from '../../../../contract/star/ballot';
import { MS_PER_HOUR } from '../../../../domain/time/local-day';
import { EARLIEST_MS, END_MS, usePollWorld, VOTERS } from '../../../worlds/poll-world';
import { TEST_START_MS } from '../../../worlds/test-cloud';
import { tamperingIn } from './tampered';

const world = usePollWorld();
const { look, plantLook, votedBy, faultAtTheEnd } = tamperingIn(world);

describe('an older copy of the whole poll', () => {
  const atTen = TEST_START_MS + MS_PER_HOUR;

  test('with an earlier end is not counted before the end that was promised, nor is what stood there', async () => {
    const pollId = await votedBy(7);
    const older = world.stored(pollId);
    await world.cast(VOTERS[7] ?? '', pollId, 'alice');
    const newer = world.stored(pollId);
    const kept = look(pollId);
    for (const [at, copy] of [older, newer].entries()) {
      await plantLook(kept);
      await world.plant({ ...copy, closesAtMs: EARLIEST_MS });
      await world.tickAt(EARLIEST_MS + at * MS_PER_HOUR);
      const { state, result } = world.stored(pollId);
      expect([state, result?.outcome, result?.figures]).toEqual([
        'closed',
        { kind: 'not-counted', fault: 'does-not-open' },
        null,
      ]);
    }
  });

  test('from before it was put off is not counted under the new end', async () => {
    const pollId = await votedBy(7);
    const { box } = world.stored(pollId);
    const closesAtMs = END_MS + MS_PER_HOUR;
    await world.of('organiser').get(extendPoll, { pollId, closesAtMs, reason: 'the line is down' });
    await world.plant({ ...world.stored(pollId), box });
    await world.tickAt(closesAtMs);
    expect(world.stored(pollId).result?.outcome).toMatchObject({ fault: 'does-not-open' });
  });

  test('is found out where a look has seen more, even after others have voted into it', async () => {
    const pollId = await votedBy(4);
    const older = world.stored(pollId);
    for (const memberId of VOTERS.slice(4, 8)) await world.cast(memberId, pollId, 'bob');
    await world.tickAt(atTen);
    await world.plant(older);
    for (const memberId of VOTERS.slice(4, 7)) {
      expect((await world.cast(memberId, pollId, 'alice')).ok).toBe(true);
    }
    expect(await faultAtTheEnd(pollId)).toBe('older-copy');
  });

  test('is not forgotten at the next look, which sees fewer', async () => {
    const pollId = await votedBy(7);
    const older = world.stored(pollId);
    await world.cast(VOTERS[7] ?? '', pollId, 'bob');
    await world.tickAt(atTen);
    await world.plant(older);
    await world.tickAt(atTen + MS_PER_HOUR);
    expect(await faultAtTheEnd(pollId)).toBe('older-copy');
  });

  test('before any look is seen by those whose ballots it lacks: they may vote again, and nobody counts twice', async () => {
    const pollId = await votedBy(6);
    const older = world.stored(pollId);
    await world.cast('publicist', pollId, 'bob');
    expect((await world.show('publicist', pollId)).mine).toBe('counted');
    await world.plant(older);
    expect((await world.show('publicist', pollId)).mine).toBe('can-vote');
    await world.cast('publicist', pollId, 'bob');
    await world.tickAt(END_MS);
    expect(world.stored(pollId).result?.figures).toMatchObject({ ballots: 7, votes: [0, 7, 0] });
  });
});
