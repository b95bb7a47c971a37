import {
  cancelPoll,
  closePoll,
  extendPoll,
  withdrawCandidate,
} from '../../../../contract/star/ballot';
import { MS_PER_HOUR } from '../../../../domain/time/local-day';
import { anOrganisation } from '../../../builders/organisation';
import { plant } from '../../../builders/stored';
import { aListedMonth, EARLIEST_MS, END_MS, usePollWorld } from '../../../worlds/poll-world';
import { TEST_START_MS } from '../../../worlds/test-cloud';

const world = usePollWorld();
afterEach(() => jest.restoreAllMocks());

const looks = () =>
  [...world.cloud.engine.collection('poll_looks').all()].map(({ document }) => document);
const standing = () =>
  world
    .deliveries()
    .filter(({ cancelledAtMs }) => cancelledAtMs === null)
    .map(({ kind, title, memberIds }) => `${kind} ${title} ${memberIds.join()}`);

async function anOpenPoll(): Promise<string> {
  await world.cloud.reset();
  await plant(world.cloud, anOrganisation());
  await plant(world.cloud, { star_months: [aListedMonth('own')] });
  return world.open();
}

const DEEDS = {
  'calling-off': (pollId: string) =>
    world.of('organiser').call(cancelPoll, { pollId, reason: 'wrong list' }),
  'striking-off': (pollId: string) =>
    world.of('organiser').call(withdrawCandidate, { pollId, candidateId: 'alice', reason: 'ill' }),
  'putting-off': (pollId: string) =>
    world
      .of('organiser')
      .call(extendPoll, { pollId, closesAtMs: END_MS + 24 * MS_PER_HOUR, reason: 'no line' }),
  closing: (pollId: string) => {
    world.jump(EARLIEST_MS);
    return world.of('organiser').call(closePoll, { pollId });
  },
} as const;

/** Some of the requests of a deed: after its write, between what it tells whom, at its end. */
const KILLED_AFTER = [5, 6, 7, 9, 12, 15, 18];

test.each(Object.keys(DEEDS) as (keyof typeof DEEDS)[])(
  'a %s that dies anywhere once it is written is told by the clock, once',
  async (deed) => {
    const clockAt = EARLIEST_MS + MS_PER_HOUR;
    const written = (pollId: string) => {
      const { state, extensions } = world.stored(pollId);
      return state !== 'open' || extensions.length > 0;
    };
    const undisturbed = await anOpenPoll();
    await DEEDS[deed](undisturbed);
    await world.tickAt(clockAt);
    const [told, month] = [standing(), world.month().state];
    let died = 0;
    for (const nth of KILLED_AFTER) {
      const pollId = await anOpenPoll();
      world.cloud.host.faults.killAt('star', { nth, when: 'after' });
      const isDone = await DEEDS[deed](pollId).then(
        () => true,
        () => false,
      );
      world.cloud.host.faults.clear();
      if (isDone) break;
      if (!written(pollId)) continue;
      died += 1;
      await world.tickAt(clockAt);
      await world.tickAt(clockAt + MS_PER_HOUR);
      expect([nth, standing(), world.month().state]).toEqual([nth, told, month]);
      expect(looks()).toHaveLength(world.stored(pollId).state === 'open' ? 1 : 0);
    }
    expect(died).toBeGreaterThan(3);
  },
  120_000,
);

/** Opens until an opening has died that wrote a look and no more. */
async function openUntilDiedAfterLook(): Promise<void> {
  for (let nth = 1; looks().length === 0 && nth < 20; nth += 1) {
    world.cloud.host.faults.killAt('star', { nth, when: 'after' });
    await world.open().catch(() => undefined);
    world.cloud.host.faults.clear();
  }
  expect([...world.cloud.engine.collection('polls').all()]).toEqual([]);
}

test('the look that a dead opening has left is not dropped while another opening goes on', async () => {
  await openUntilDiedAfterLook();
  await world.tickAt(TEST_START_MS + MS_PER_HOUR);
  world.jump(TEST_START_MS + 2 * MS_PER_HOUR);
  const { engine } = world.cloud;
  const write = engine.write.bind(engine);
  let pollId = '';
  jest.spyOn(engine, 'write').mockImplementation(async (name, transaction, plan) => {
    if (name === 'poll_looks' && pollId === '') {
      pollId = 'being opened';
      // The clock has read that there is no poll, and is about to drop the look.
      pollId = await world.open();
    }
    return write(name, transaction, plan);
  });
  await world.tick();
  jest.restoreAllMocks();
  expect(looks()).toHaveLength(1);
  await world.castAll(pollId, 'bob');
  await world.tickAt(END_MS);
  expect(world.stored(pollId)).toMatchObject({
    state: 'closed',
    result: { outcome: { kind: 'elected', candidateId: 'bob' } },
  });
  expect(world.month()).toMatchObject({ state: 'counted', pollIds: [pollId] });
});

test('of two openings that die in successive hours the second is completed by the clock', async () => {
  await openUntilDiedAfterLook();
  await world.tickAt(TEST_START_MS + MS_PER_HOUR);
  await world.openAndDie();
  expect(world.month().state).toBe('listed');
  await world.tickAt(TEST_START_MS + 2 * MS_PER_HOUR);
  expect(world.month()).toMatchObject({ state: 'voting', pollIds: [expect.any(String)] });
  expect(world.told().map(([kind]) => kind)).toEqual(['poll', 'poll-reminder', 'poll-news']);
});

test('a look that was written before the clock noted what it has told is completed, and nobody is told twice', async () => {
  const pollId = await world.open();
  await world.tickAt(TEST_START_MS + MS_PER_HOUR);
  const [look] = looks();
  const { toldEndAtMs: _told, ...before } = look as Record<string, unknown>;
  await world.cloud.engine.write('poll_looks', undefined, (all) => ({
    changes: [{ before: all.get(pollId), after: undefined }],
    result: undefined,
  }));
  await plant(world.cloud, { poll_looks: [before] as never });
  await world.tickAt(TEST_START_MS + 2 * MS_PER_HOUR);
  expect(world.told().map(([kind]) => kind)).toEqual(['poll', 'poll-reminder', 'poll-news']);
  expect(looks()).toMatchObject([{ toldEndAtMs: END_MS }]);
});

test('a poll whose look is lost ends at its end: it is said that it cannot be counted, and another round can follow', async () => {
  const pollId = await world.open();
  await world.castAll(pollId, 'bob');
  await world.cloud.engine.write('poll_looks', undefined, (all) => ({
    changes: [...all.all()].map((before) => ({ before, after: undefined })),
    result: undefined,
  }));
  await world.tickAt(END_MS - MS_PER_HOUR);
  expect(world.stored(pollId).state).toBe('open');
  await world.tickAt(END_MS);
  expect(world.stored(pollId)).toMatchObject({
    state: 'closed',
    result: { outcome: { kind: 'not-counted' } },
  });
  expect(standing().join()).toContain('投票结束了');
  expect(world.month()).toMatchObject({ state: 'counted', result: { outcome: 'not-valid' } });
  const next = { round: 2, closesAtMs: END_MS + 48 * MS_PER_HOUR };
  expect(await world.open(next)).not.toBe(pollId);
});

test('a poll that is closed by hand before the clock has completed its opening is known to its month', async () => {
  const pollId = await world.openAndDie();
  await world.castAll(pollId, 'bob');
  world.jump(EARLIEST_MS);
  expect((await world.of('organiser').call(closePoll, { pollId })).ok).toBe(true);
  expect(world.month()).toMatchObject({ state: 'counted', pollIds: [pollId] });
});
