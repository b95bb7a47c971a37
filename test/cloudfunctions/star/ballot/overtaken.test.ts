import { closePoll, extendPoll, withdrawCandidate } from '../../../../contract/star/ballot';
import { MS_PER_HOUR } from '../../../../domain/time/local-day';
import { EARLIEST_MS, END_MS, usePollWorld, VOTERS } from '../../../worlds/poll-world';

const world = usePollWorld();
const officer = () => world.of('organiser');

/** Does it in the moment between what the next writer of a poll has read and what it writes. */
function beforeNextWrite(work: () => Promise<unknown>): void {
  const { engine } = world.cloud;
  const write = engine.write.bind(engine);
  let isDone = false;
  jest.spyOn(engine, 'write').mockImplementation(async (name, transactionId, plan) => {
    if (name === 'polls' && !isDone) {
      isDone = true;
      await work();
    }
    return write(name, transactionId, plan);
  });
}
afterEach(() => jest.restoreAllMocks());

const strikeOff = (pollId: string) =>
  officer().get(withdrawCandidate, { pollId, candidateId: 'bob', reason: 'asked for it' });
const later = END_MS + MS_PER_HOUR;
const putOff = (pollId: string) =>
  world.of('secretary').get(extendPoll, { pollId, closesAtMs: later, reason: 'the line is down' });

test('a candidate who is struck off while the poll is being closed ends it uncounted', async () => {
  const pollId = await world.open();
  await world.castAll(pollId, 'bob');
  world.jump(EARLIEST_MS);
  beforeNextWrite(() => strikeOff(pollId));
  const reply = await world.of('secretary').call(closePoll, { pollId });
  expect(reply).toMatchObject({ code: 'poll-over' });
  expect(world.stored(pollId)).toMatchObject({ state: 'cancelled', result: null });
});

test('a ballot that comes while a candidate is struck off is not said to be counted', async () => {
  const pollId = await world.open();
  beforeNextWrite(() => strikeOff(pollId));
  expect(await world.cast('alice', pollId, 'alice')).toMatchObject({ code: 'poll-over' });
});

test('a ballot that comes while the end is put off is counted', async () => {
  const pollId = await world.open();
  const [second = '', ...others] = VOTERS;
  beforeNextWrite(() => world.cast(second, pollId, 'alice'));
  await putOff(pollId);
  jest.restoreAllMocks();
  for (const memberId of others) await world.cast(memberId, pollId, 'alice');
  await world.tickAt(later);
  expect(world.stored(pollId)).toMatchObject({
    extensions: [{ untilAtMs: later }],
    result: { figures: { ballots: VOTERS.length, votes: [VOTERS.length, 0, 0] } },
  });
});

test('a poll that is put off while the clock closes it stays open until its new end', async () => {
  const pollId = await world.open();
  await world.castAll(pollId, 'bob');
  // An officer whose call began before the end: the function has its own minute.
  world.jump(END_MS);
  beforeNextWrite(async () => {
    world.jump(END_MS - 1);
    await putOff(pollId);
    world.jump(END_MS);
  });
  await world.tick();
  expect(world.stored(pollId)).toMatchObject({ state: 'open', closesAtMs: later });
  jest.restoreAllMocks();
  await world.tickAt(later);
  expect(world.stored(pollId).result?.outcome).toMatchObject({ candidateId: 'bob' });
});
