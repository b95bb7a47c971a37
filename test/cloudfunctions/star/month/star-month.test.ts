import { officeStars } from '../../../../contract/star/after';
import { planStarMonth, starMonth } from '../../../../contract/star/month';
import { MS_PER_DAY } from '../../../../domain/time/local-day';
import { anAssessment } from '../../../builders/assessments';
import { aPlan, aPublicMonth, aStarMonth } from '../../../builders/star';
import { plant } from '../../../builders/stored';
import { useStarWorld } from '../../../worlds/star-world';
import { TEST_START_MS } from '../../../worlds/test-cloud';

const world = useStarWorld();
const plans = (memberId: string, input: object) =>
  world.phone(memberId).call(planStarMonth, {
    month: '2025-02',
    revision: null,
    plan: aPlan(),
    ...input,
  });
const shows = (memberId: string, input: object = {}) => world.phone(memberId).get(starMonth, input);

test('before anybody begins it, the month before this one is shown as not begun, to be begun by those who lead it', async () => {
  const begun = { month: '2025-02', state: 'not-begun', plan: null, revision: null };
  expect(await shows('alice')).toMatchObject({ ...begun, canPlan: false });
  expect(await shows('organiser')).toMatchObject({ ...begun, canPlan: true });
  expect(await shows('organiser', { month: '2025-01' })).toMatchObject({ canPlan: false });
});

test('it is begun once: the same again is answered alike, another is told to look', async () => {
  expect(await plans('organiser', {})).toMatchObject({ ok: true, output: { revision: 0 } });
  expect(await plans('organiser', {})).toMatchObject({ ok: true, output: { revision: 0 } });
  const other = { plan: aPlan({ publicDays: 7 }) };
  expect(await plans('secretary', other)).toMatchObject({ code: 'changed-meanwhile' });
  expect(world.month()).toMatchObject({
    state: 'preparing',
    plan: { publicDays: 5 },
    begunBy: { memberId: 'organiser' },
  });
  expect(await shows('alice')).toMatchObject({ state: 'preparing', revision: 0 });
});

test('of two who begin it at once one does, and the other is told', async () => {
  const replies = await Promise.all(
    [3, 4, 6, 7].map((publicDays) => plans('secretary', { plan: aPlan({ publicDays }) })),
  );
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
  expect(world.month().revision).toBe(0);
});

test('the plan is changed by whoever has seen the last one, until the list is fixed', async () => {
  await plans('organiser', {});
  const later = { revision: 0, plan: aPlan({ publicDays: 7 }) };
  expect(await plans('secretary', later)).toMatchObject({ output: { revision: 1 } });
  expect(await plans('organiser', { ...later, plan: aPlan({ publicDays: 3 }) })).toMatchObject({
    code: 'changed-meanwhile',
  });
  await plant(world.cloud, { star_months: [aStarMonth('own', { state: 'listed' })] });
  expect(await plans('organiser', { ...later, plan: aPlan({ publicDays: 3 }) })).toMatchObject({
    code: 'already-listed',
  });
});

test('only this month and the one before are begun, with a plan that leaves time', async () => {
  expect(await plans('secretary', { month: '2025-01' })).toMatchObject({ code: 'not-its-time' });
  expect(await plans('secretary', { month: '2025-04' })).toMatchObject({ code: 'not-its-time' });
  const soon = aPlan({ nominationsUntilAtMs: TEST_START_MS + MS_PER_DAY - 60_000 });
  expect(await plans('secretary', { plan: soon })).toMatchObject({ code: 'nominations-over' });
  expect(await plans('secretary', { month: '2025-03' })).toMatchObject({ ok: true });
});

test('a month that was begun is shown until it is over, also across the end of the next', async () => {
  await plans('organiser', {});
  world.cloud.clock.jump(TEST_START_MS + 40 * MS_PER_DAY);
  expect(await shows('alice')).toMatchObject({ month: '2025-02', state: 'preparing' });
  await plant(world.cloud, { star_months: [aStarMonth('own', { state: 'over' })] });
  expect(await shows('alice')).toMatchObject({ month: '2025-03', state: 'not-begun' });
  expect(await shows('alice', { month: '2025-02' })).toMatchObject({ state: 'over' });
});

test('the committee office begins it for a branch that there is, and is told of none that is not', async () => {
  expect(await plans('office', { branchId: 'other' })).toMatchObject({ ok: true });
  expect(world.month('other')).toMatchObject({ begunBy: { memberId: 'office' } });
  expect(await plans('office', { branchId: 'nowhere' })).toMatchObject({ code: 'not-found' });
  expect(await world.phone('office').call(starMonth, { branchId: 'nowhere' })).toMatchObject({
    code: 'not-found',
  });
});

test('R-166 how far the assessment is follows from the assessment, for the branch and the committee office alike', async () => {
  const { terms } = anAssessment('own');
  const month = '2025-02';
  const seen = async () => {
    const { steps } = await shows('alice', { month });
    const { branches } = await world.phone('office').get(officeStars, { month });
    const office = branches.find(({ branchId }) => branchId === 'own')?.steps ?? [];
    return [steps, office].map((each) => each.find(({ step }) => step === 'assessment')?.state);
  };
  expect(await seen()).toEqual(['to-come', 'to-come']);
  await plant(world.cloud, { assessments: [anAssessment('own'), anAssessment('other')] });
  expect(await seen()).toEqual(['now', 'now']);
  await plans('organiser', {});
  expect(await seen()).toEqual(['now', 'now']);
  world.cloud.clock.jump(terms.answersUntilMs);
  expect(await seen()).toEqual(['done', 'done']);
});

test('with the month comes the newest star that was announced, also while the next is under way', async () => {
  const bob = { _id: 'bob', name: 'Name bob' };
  const star = (month: string, given: object) =>
    aPublicMonth('own', bob, { _id: `own_${month}`, month, ...given });
  const over = { state: 'over', ended: { atMs: TEST_START_MS, reason: null } } as const;
  await plant(world.cloud, {
    star_months: [
      star('2024-12', over),
      star('2025-01', { ...over, stars: [], ended: { atMs: TEST_START_MS, reason: 'why' } }),
      star('2025-02', {}),
    ],
  });
  expect(await shows('alice')).toMatchObject({
    month: '2025-02',
    state: 'public',
    latest: {
      month: '2024-12',
      stars: [{ name: 'Name bob', crewName: 'crew 1', deed: 'what bob did' }],
      announcedAtMs: TEST_START_MS,
      objections: 0,
      pollId: 'poll-1',
    },
  });
  expect(await shows('alice', { month: '2025-02' })).not.toHaveProperty('latest');
  expect(await shows('office', { branchId: 'other' })).toMatchObject({ latest: null });
});
