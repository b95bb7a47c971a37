import {
  cancelPoll,
  extendPoll,
  openPoll as openPollAction,
} from '../../../../contract/star/ballot';
import { localDay, MS_PER_DAY, MS_PER_HOUR } from '../../../../domain/time/local-day';
import { aMember, aRotationWithoutRest } from '../../../builders/documents';
import { plant, uproot } from '../../../builders/stored';
import {
  aListedMonth,
  anOpening,
  CANDIDATES,
  END_MS,
  usePollWorld,
} from '../../../worlds/poll-world';
import { TEST_START_MS } from '../../../worlds/test-cloud';

const world = usePollWorld();
const officer = () => world.of('organiser');
const REASON = 'the line is down';
const extend = (pollId: string, closesAtMs: number) =>
  officer().call(extendPoll, { pollId, closesAtMs, reason: REASON });

test('R-173 what the clock has put off takes none of the five from people', async () => {
  const pollId = await world.open();
  const byClock = {
    fromAtMs: END_MS - MS_PER_HOUR,
    untilAtMs: END_MS,
    reason: 'hours',
    by: null,
    atMs: TEST_START_MS,
  };
  await world.plant({ ...world.stored(pollId), extensions: [byClock, byClock] });
  for (let count = 1; count <= 5; count += 1) {
    expect(await extend(pollId, END_MS + count * MS_PER_HOUR)).toMatchObject({ ok: true });
  }
  expect(await extend(pollId, END_MS + 6 * MS_PER_HOUR)).toMatchObject({
    code: 'too-many-extensions',
  });
});

test('R-173 a putting off that is repeated once the poll was called off is news to nobody', async () => {
  const pollId = await world.open();
  const later = END_MS + MS_PER_DAY;
  await extend(pollId, later);
  await officer().get(cancelPoll, { pollId, reason: 'not this month.' });
  // As if the first call had been cut off before it told.
  const ofEnd = () => world.deliveries().filter(({ body }) => body?.includes(REASON) === true);
  expect(ofEnd()).not.toEqual([]);
  for (const { _id } of ofEnd()) await uproot(world.cloud, 'deliveries', _id);
  expect(await extend(pollId, later)).toMatchObject({ ok: true });
  expect(ofEnd()).toEqual([]);
});

test('R-172 a clock that comes after the longest that a crew is waited for ends the poll, and moves no end to what is past', async () => {
  const endsAtMs = TEST_START_MS + 12.5 * MS_PER_DAY;
  const pollId = await world.open({ closesAtMs: endsAtMs });
  const crewHistory = [{ crewId: 'crew-1', fromDay: localDay('2024-01-01') }];
  await plant(world.cloud, {
    rotations: [aRotationWithoutRest()],
    members: [aMember('bob', { crewHistory })],
  });
  await world.plant({ ...world.stored(pollId), crewIds: ['crew-1'] });
  await world.tickAt(TEST_START_MS + 13.5 * MS_PER_DAY);
  expect(world.stored(pollId)).toMatchObject({
    state: 'closed',
    closesAtMs: endsAtMs,
    extensions: [],
  });
});

test('a poll that the clock cannot look at keeps no other from its end', async () => {
  await plant(world.cloud, {
    star_months: [aListedMonth('own', CANDIDATES, '2025-01'), aListedMonth('own')],
  });
  const { pollId: first } = await officer().get(
    openPollAction,
    anOpening({ month: '2025-01', closesAtMs: END_MS - MS_PER_HOUR }),
  );
  const second = await world.open();
  const { engine } = world.cloud;
  const write = engine.write.bind(engine);
  const broken = jest.spyOn(engine, 'write').mockImplementation((name, transactionId, plan) =>
    write(name, transactionId, (all) => {
      const planned = plan(all);
      const isOfFirst = planned.changes.some(({ before }) => before?.document._id === first);
      if (name === 'polls' && isOfFirst) throw new Error('a broken poll');
      return planned;
    }),
  );
  await expect(world.tickAt(END_MS)).rejects.toThrow('lookAtPolls');
  broken.mockRestore();
  expect(world.stored(first).state).toBe('open');
  expect(world.stored(second).state).toBe('closed');
});
