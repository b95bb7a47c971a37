import { castBallot, poll, pollRun } from '../../../../contract/star/ballot';
import { usePollWorld } from '../../../worlds/poll-world';

const world = usePollWorld();

async function requestsOf(work: () => Promise<unknown>) {
  world.cloud.counts.reset();
  await work();
  return world.cloud.counts.byAction;
}
const sum = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((all, count) => all + count, 0);

test('casting is three: who acts, the poll, one conditional write, warm or not', async () => {
  const pollId = await world.open();
  for (const memberId of ['alice', 'bob']) {
    const counts = await requestsOf(() =>
      world.of(memberId).get(castBallot, { pollId, chosen: ['leader'] }),
    );
    expect(counts).toEqual({ 'database.getDocument': 2, 'database.modifyDocument': 1 });
  }
});

test('one that is refused is two, and a blank one costs what any costs', async () => {
  const pollId = await world.open();
  await world.cast('alice', pollId);
  const again = await requestsOf(() => world.cast('alice', pollId, 'bob'));
  expect(sum(again)).toBe(2);
  expect(sum(await requestsOf(() => world.cast('bob', pollId)))).toBe(3);
});

test('showing a poll is three, running it seven', async () => {
  const pollId = await world.open();
  expect(sum(await requestsOf(() => world.of('alice').get(poll, { pollId })))).toBe(3);
  const run = () => world.of('organiser').get(pollRun, { pollId });
  expect(sum(await requestsOf(run))).toBeLessThanOrEqual(8);
});
