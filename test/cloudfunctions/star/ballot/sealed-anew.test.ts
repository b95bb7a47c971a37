import { emptyBox } from '../../../../cloudfunctions/_store/star/ballot-box';
import { extendPoll } from '../../../../contract/star/ballot';
import { MS_PER_HOUR } from '../../../../domain/time/local-day';
import { useLocalSecret } from '../../../builders/polls';
import { END_MS, usePollWorld, VOTERS } from '../../../worlds/poll-world';
import { ruled, tamperingIn, withoutVersion } from './tampered';

const world = usePollWorld();
const { votedBy } = tamperingIn(world);

test('what an officer changes is sealed anew, with the ballots that were cast before', async () => {
  const pollId = await votedBy(4);
  const closesAtMs = END_MS + MS_PER_HOUR;
  const before = world.stored(pollId).box;
  await world.of('organiser').get(extendPoll, { pollId, closesAtMs, reason: 'the line is down' });
  const after = world.stored(pollId).box;
  expect(after.seal).toHaveLength(before.seal.length);
  expect(after.marks.filter((mark) => before.marks.includes(mark))).toEqual([]);
  for (const memberId of VOTERS.slice(4)) {
    expect(await world.cast(memberId, pollId, 'bob')).toMatchObject({ ok: true });
  }
  await world.tickAt(closesAtMs);
  expect(world.stored(pollId).result).toMatchObject({
    outcome: { kind: 'elected', candidateId: 'bob' },
    figures: { ballots: 8, votes: [0, 8, 0] },
  });
});

test('a poll that is open while more begins to be sealed goes on to its end', async () => {
  useLocalSecret();
  const pollId = await world.open();
  const opened = withoutVersion(world.stored(pollId));
  await world.plant({ ...opened, box: emptyBox(opened) });
  await world.castAll(pollId, 'bob');
  const closesAtMs = END_MS + MS_PER_HOUR;
  await world.of('organiser').get(extendPoll, { pollId, closesAtMs, reason: 'the line is down' });
  await world.tickAt(closesAtMs);
  expect(world.stored(pollId)).not.toHaveProperty('sealVersion');
  expect(world.stored(pollId).result?.outcome).toMatchObject({ candidateId: 'bob' });
});

test('a box that was changed is not sealed over by what an officer changes', async () => {
  const pollId = await votedBy(8);
  await world.plant(ruled({ leastShown: 0 })(world.stored(pollId)));
  const closesAtMs = END_MS + MS_PER_HOUR;
  await world.of('organiser').get(extendPoll, { pollId, closesAtMs, reason: 'the line is down' });
  await world.tickAt(closesAtMs);
  expect(world.stored(pollId).result?.outcome).toMatchObject({ fault: 'does-not-open' });
});
