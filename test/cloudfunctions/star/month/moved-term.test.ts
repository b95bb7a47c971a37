import { endStarMonth } from '../../../../contract/star/after';
import { planStarMonth } from '../../../../contract/star/month';
import { waitsForMe } from '../../../../contract/waits-for-me';
import { localDay, MS_PER_DAY, MS_PER_HOUR } from '../../../../domain/time/local-day';
import { aMember } from '../../../builders/documents';
import { aNomination, aPlan, aStarMonth } from '../../../builders/star';
import { plant, storedDeliveries } from '../../../builders/stored';
import { useNominationsWorld } from '../../../worlds/nominations-world';
import { TEST_START_MS } from '../../../worlds/test-cloud';

const world = useNominationsWorld('study');
const { answers, freezes, nominates } = world;
const month = '2025-02';
const TERM_MS = aPlan().nominationsUntilAtMs;

const moves = (nominationsUntilAtMs: number) => {
  const { plan, revision } = world.month();
  const moved = { ...plan, nominationsUntilAtMs, decisionAtMs: null };
  return world.phone('organiser').call(planStarMonth, { month, revision, plan: moved });
};
const ends = () =>
  world.phone('organiser').call(endStarMonth, { month, reason: 'everybody is on leave' });
const asked = async (memberId: string) =>
  (await world.phone(memberId).get(waitsForMe, {})).tasks
    .filter(({ kind }) => kind === 'asked')
    .map(({ untilAtMs }) => untilAtMs);
const editions = (memberId: string) =>
  storedDeliveries(world.cloud).filter(
    ({ memberIds, cancelledAtMs, isSuperseded }) =>
      memberIds.includes(memberId) && cancelledAtMs === null && !isSuperseded,
  );

describe('R-349 when the term of nominations is moved', () => {
  test('earlier, whoever is asked is told and asked until then, and no longer', async () => {
    await nominates('alice', 'bob', { isNamed: false });
    expect(await asked('bob')).toEqual([TERM_MS]);
    const sooner = TEST_START_MS + MS_PER_DAY;
    expect(await moves(sooner)).toMatchObject({ ok: true });
    expect(await asked('bob')).toEqual([sooner]);
    const [now, ...others] = editions('bob');
    expect(others).toEqual([]);
    expect(now).toMatchObject({
      major: 2,
      deadlineAtMs: sooner,
      body: expect.stringContaining('答复的时间改了：'),
      author: { memberId: null },
    });
    world.cloud.clock.jump(sooner);
    expect(await asked('bob')).toEqual([]);
  });

  test('later, before it has come, the ask goes on until then', async () => {
    await nominates('alice', 'bob');
    await moves(TERM_MS + MS_PER_DAY);
    world.cloud.clock.jump(TERM_MS + MS_PER_HOUR);
    expect(await asked('bob')).toEqual([TERM_MS + MS_PER_DAY]);
    expect(await answers('bob', 'agree')).toMatchObject({ ok: true });
    expect(await asked('bob')).toEqual([]);
  });

  test('after it is over, whoever may answer again is asked again, and who has answered is not', async () => {
    await nominates('alice', 'bob');
    await nominates('alice', 'leader');
    await answers('leader', 'decline');
    world.cloud.clock.jump(TERM_MS + MS_PER_HOUR);
    expect(await asked('bob')).toEqual([]);
    const later = TERM_MS + 3 * MS_PER_DAY;
    await moves(later);
    expect(await asked('bob')).toEqual([later]);
    expect(await asked('leader')).toEqual([]);
  });

  test('nobody is asked twice where the answer to the officer was lost, and what was cut off is done', async () => {
    await nominates('alice', 'bob');
    const { plan, revision } = world.month();
    const moved = { ...plan, nominationsUntilAtMs: TERM_MS + MS_PER_DAY, decisionAtMs: null };
    // As it stands after a call that ended before anybody was told.
    await plant(world.cloud, { star_months: [aStarMonth('own', { plan: moved, revision: 1 })] });
    const again = () =>
      world.phone('organiser').call(planStarMonth, { month, revision, plan: moved });
    expect(await again()).toMatchObject({ ok: true });
    expect(await again()).toMatchObject({ ok: true });
    expect(editions('bob').map(({ major }) => major)).toEqual([2]);
  });

  test('more than once, only the last one stands', async () => {
    await nominates('alice', 'bob');
    for (const days of [4, 2, 5]) await moves(TEST_START_MS + days * MS_PER_DAY);
    expect(await asked('bob')).toEqual([TEST_START_MS + 5 * MS_PER_DAY]);
    expect(editions('bob').map(({ major }) => major)).toEqual([4]);
    await answers('bob', 'decline');
    expect(editions('bob')).toEqual([]);
  });

  test('who has moved away is asked no second time, and who has left not at all', async () => {
    await nominates('alice', 'bob');
    await nominates('alice', 'leader');
    await plant(world.cloud, {
      members: [
        aMember('bob', { branchId: 'other' }),
        aMember('leader', { leftDay: localDay('2025-03-05') }),
      ],
    });
    world.cloud.clock.jump(TERM_MS + MS_PER_HOUR);
    await moves(TERM_MS + 3 * MS_PER_DAY);
    expect(await asked('bob')).toEqual([]);
    expect(editions('leader').map(({ major }) => major)).toEqual([1]);
  });
});

test('R-349 who nominates while the term is moved asks until the one that stands', async () => {
  await Promise.all([nominates('alice', 'bob'), moves(TEST_START_MS + 5 * MS_PER_DAY)]);
  expect(await asked('bob')).toEqual([TEST_START_MS + 5 * MS_PER_DAY]);
});

describe('R-349 nobody is asked about a month any more', () => {
  test('that ended without a star', async () => {
    await nominates('alice', 'bob');
    expect(await asked('bob')).toEqual([TERM_MS]);
    expect(await ends()).toMatchObject({ ok: true });
    expect(await asked('bob')).toEqual([]);
    expect(await answers('bob', 'agree')).toMatchObject({ code: 'not-open' });
  });

  test('that ended while the nomination was on its way', async () => {
    await Promise.all([nominates('alice', 'bob'), ends()]);
    expect(world.month().state).toBe('over');
    expect(await asked('bob')).toEqual([]);
  });

  test('that ended between the nomination and its ask', async () => {
    const { engine } = world.cloud;
    const write = engine.write.bind(engine);
    let hasEnded = false;
    const held = jest.spyOn(engine, 'write').mockImplementation(async (name, ...rest) => {
      if (name === 'deliveries' && !hasEnded) {
        hasEnded = true;
        await ends();
      }
      return write(name, ...rest);
    });
    expect(await nominates('alice', 'bob')).toMatchObject({ code: 'not-open' });
    held.mockRestore();
    expect(hasEnded).toBe(true);
    expect(await asked('bob')).toEqual([]);
  });

  test('whose list is fixed, whatever term they were told before', async () => {
    const ask = await nominates('alice', 'bob');
    expect(ask).toMatchObject({ ok: true });
    const agreed = aNomination('of-leader', aMember('leader'), { state: 'agreed' });
    // As a version left it that moved the term and told nobody.
    const plan = aPlan({ nominationsUntilAtMs: TEST_START_MS });
    await plant(world.cloud, {
      star_nominations: [agreed],
      star_months: [aStarMonth('own', { plan })],
    });
    expect(await asked('bob')).toEqual([TERM_MS]);
    expect(await freezes()).toMatchObject({ ok: true });
    expect(await asked('bob')).toEqual([]);
  });
});
