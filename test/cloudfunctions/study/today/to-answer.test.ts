import { markSeen } from '../../../../contract/notice/inbox';
import { swapActions } from '../../../../contract/roster/swaps';
import { today } from '../../../../contract/today';
import { instantOf, localDay } from '../../../../domain/time/local-day';
import { useRosterCloud } from '../../../worlds/roster-cloud';

const world = useRosterCloud(['member', 'study', 'notify']);

/** Bob has the early shift. */
const FRIDAY = localDay('2025-03-07');
const LIMIT_MS = instantOf(FRIDAY, 8 * 60);
const withBob = { swapId: 's1', partnerId: 'bob', days: [FRIDAY], reason: 'family' };
const propose = () => world.of('alice').get(swapActions.proposeSwap, withBob);

const asked = async () => (await world.of('bob').get(today, {})).toAnswer;

test('the today page asks the partner of a swap for an answer with its limit, read or not, until there is one', async () => {
  expect(await asked()).toEqual([]);
  await propose();
  expect(await asked()).toMatchObject([
    { page: 'packages/roster/swap/swap?swapId=s1', untilAtMs: LIMIT_MS, act: '答复' },
  ]);
  await world.of('bob').get(markSeen, { upToAtMs: LIMIT_MS });
  expect(await asked()).toHaveLength(1);
  await world.of('bob').get(swapActions.answerSwap, { swapId: 's1', answer: 'agree' });
  expect(await asked()).toEqual([]);
  expect((await world.of('alice').get(today, {})).toAnswer).toEqual([]);
});

test('it is asked until its limit', async () => {
  await propose();
  await world.cloud.clock.set(LIMIT_MS - 1);
  expect(await asked()).toHaveLength(1);
  await world.cloud.clock.set(LIMIT_MS);
  expect(await asked()).toEqual([]);
});

test('today is answered without it to a phone that reads no field it does not know', async () => {
  await propose();
  const call = { action: 'today', input: {}, requestId: 'r1', clientVersion: '0.1.0' };
  const reply = await world.of('bob').send('study', call);
  expect(reply).toMatchObject({ ok: true, output: { studies: [] } });
  expect(JSON.stringify(reply)).not.toContain('toAnswer');
});
