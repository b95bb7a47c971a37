import { MS_PER_MINUTE } from '../../../../domain/time/local-day';
import { aMember } from '../../../builders/documents';
import { plant } from '../../../builders/stored';
import { END_MS, usePollWorld } from '../../../worlds/poll-world';

const world = usePollWorld();

describe('R-320 where so few can vote at the end that the outcome would tell who chose whom', () => {
  const leftDay = '2025-03-05' as never;
  const tooFew = { outcome: { kind: 'too-few-ballots', leastAble: 8 }, figures: null };

  test.each([
    ['left', { leftDay }],
    ['been released', { account: 'none:secretary' }],
  ])('nothing is told of it: one of eight has %s since', async (_, change) => {
    const pollId = await world.open();
    await world.castAll(pollId, 'bob');
    await plant(world.cloud, { members: [{ ...aMember('secretary'), ...change }] });
    await world.tickAt(END_MS);
    expect(world.stored(pollId)).toMatchObject({ state: 'closed', result: tooFew });
    expect((await world.show('alice', pollId)).result).toMatchObject(tooFew);
    const before = { action: 'poll', input: { pollId }, requestId: 'old', clientVersion: '0.1.0' };
    const old = await world.of('alice').send('star', before);
    expect(old).toMatchObject({ output: { result: { outcome: { kind: 'too-few-ballots' } } } });
    expect(JSON.stringify(old)).not.toContain('leastAble');
  });

  test('who has bound since is one of those who could vote', async () => {
    const pollId = await world.open();
    await world.castAll(pollId, 'bob');
    await plant(world.cloud, { members: [aMember('secretary', { leftDay }), aMember('una')] });
    await world.tickAt(END_MS);
    expect(world.stored(pollId).result?.outcome).toMatchObject({ candidateId: 'bob' });
  });
});

test('R-320 who was bound only after the end, before it was counted, could not vote', async () => {
  const pollId = await world.open();
  await world.castAll(pollId, 'bob');
  await plant(world.cloud, { members: [aMember('secretary', { account: 'none:secretary' })] });
  world.jump(END_MS + 5 * MS_PER_MINUTE);
  await plant(world.cloud, { members: [aMember('secretary', { boundAtMs: world.nowMs() })] });
  await world.tick();
  expect(world.stored(pollId).result?.outcome).toEqual({ kind: 'too-few-ballots', leastAble: 8 });
});
