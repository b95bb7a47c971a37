import { castBallot, cancelPoll, poll } from '../../../../contract/star/ballot';
import { ballotPadding } from '../../../../domain/star/ballot/ballot-padding';
import { CANDIDATES, END_MS, usePollWorld } from '../../../worlds/poll-world';

const world = usePollWorld();

/** What a ballot of one of them would be, with other names. */
const CHOICES = [[], ['bob'], ['alice', 'bob'], ['leader', 'alice'], ['leader']];

/** What a log without bodies has of one ballot: the call, its answer, and each request of the function to the database. */
async function logOf(pollId: string, chosen: readonly string[]): Promise<string> {
  world.cloud.counts.reset();
  const input = { pollId, chosen: [...chosen], padding: ballotPadding(CANDIDATES, chosen) };
  const reply = await world.of('secretary').call(castBallot, input, { requestId: 'one-length' });
  expect(reply).toMatchObject({ ok: true });
  const { byAction, bytesByAction } = world.cloud.counts;
  const call = JSON.stringify(input).length;
  return JSON.stringify({ call, answer: JSON.stringify(reply).length, byAction, bytesByAction });
}

test('the log of the gateway has as many requests, and bytes, for a ballot whoever is on it', async () => {
  const seen = new Set<string>();
  for (const [turn, chosen] of CHOICES.entries()) {
    const pollId = await world.open({ round: turn + 1 });
    // The instance knows its polls and people by then, or does not: either way the same.
    await world.cast('bob', pollId);
    seen.add(await logOf(pollId, chosen));
    await world.of('organiser').get(cancelPoll, { pollId, reason: 'once more' });
  }
  expect([...seen]).toHaveLength(1);
  expect([...seen][0]).toContain('"database.modifyDocument":{"received":');
});

test('a poll is as long for who has voted as for who has not, while it is open and after it', async () => {
  const pollId = await world.open();
  const lengthFor = async (id: string) =>
    JSON.stringify(await world.of(id).get(poll, { pollId })).length;
  const before = await lengthFor('bob');
  await world.cast('bob', pollId, 'alice');
  expect(await lengthFor('bob')).toBe(before);
  await world.tickAt(END_MS);
  expect(await lengthFor('bob')).toBe(await lengthFor('alice'));
});

test('the ballot of an older phone, without padding, counts as any', async () => {
  const pollId = await world.open();
  expect(await world.cast('bob', pollId, 'alice')).toMatchObject({ ok: true });
});

test('anything but spaces is refused: nothing is said beside a ballot', async () => {
  const pollId = await world.open();
  const input = { pollId, chosen: ['alice'], padding: ' me' };
  expect(await world.of('bob').callWith(castBallot, input)).toMatchObject({ code: 'bad-input' });
});
