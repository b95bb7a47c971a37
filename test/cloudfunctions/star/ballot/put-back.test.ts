import { openPoll, pollToOpen, withdrawCandidate } from '../../../../contract/star/ballot';
import { starMonth } from '../../../../contract/star/month';
import { starNominations, withdrawFromStar } from '../../../../contract/star/nomination';
import { anOpening, END_MS, MONTH, ROLL, usePollWorld } from '../../../worlds/poll-world';

const world = usePollWorld();
const one = { kind: 'up-to', names: 1 } as const;
const struckOff = async () => {
  const pollId = await world.open();
  const reason = 'misheard';
  await world.of('organiser').get(withdrawCandidate, { pollId, candidateId: 'alice', reason });
  return pollId;
};
/** The second round, on which alice stands again. */
const putBack = async () => {
  await struckOff();
  return world.open({ round: 2, choice: one, isRestored: true });
};
const month = (memberId: string) => world.of(memberId).get(starMonth, { month: MONTH });
const list = (memberId: string) => world.of(memberId).get(starNominations, { month: MONTH });
const standing = async (memberId: string) =>
  (await list(memberId)).list?.candidates.find((each) => each.memberId === 'alice');
const leaves = (memberId: string) => world.of(memberId).call(withdrawFromStar, { month: MONTH });

test('R-352 the list and the month say who was struck off, by whom and why, also to them', async () => {
  expect(await month('pat')).not.toHaveProperty('off');
  await struckOff();
  for (const memberId of ['alice', 'pat', 'organiser']) {
    expect(await month(memberId)).toMatchObject({
      candidates: 3,
      off: ['Name alice'],
      putBack: [],
    });
    expect(await standing(memberId)).toMatchObject({
      withdrawn: { reason: 'misheard', byName: 'Name organiser' },
    });
  }
  await world.open({ round: 2, choice: one });
  expect(await month('pat')).toMatchObject({ off: ['Name alice'] });
  // Whoever has left the list as well is not counted among those on it.
  await world.of('organiser').get(withdrawCandidate, {
    pollId: world.month().pollIds[1] ?? '',
    candidateId: 'bob',
    reason: 'is ill',
  });
  await leaves('bob');
  expect(await month('pat')).toMatchObject({ candidates: 2, off: ['Name alice'] });
});

test('R-353 whoever is put back is told at the opening, once, by whom and what to do, and everybody hears of it', async () => {
  const second = await putBack();
  await world.open({ round: 2, choice: one, isRestored: true });
  const own = world.deliveries().filter(({ title }) => title.startsWith('你又在'));
  expect(own).toMatchObject([
    { title: '你又在2月之星第 2 轮的选票上了', memberIds: ['alice'], kind: 'poll-news' },
  ]);
  expect(own[0]?.body).toContain('Name organiser放回的');
  expect(own[0]?.page).toContain('packages/star/nominations/nominations');
  const asked = world
    .deliveries()
    .filter(({ kind, about, page }) => kind === 'poll' && about === null && page?.includes(second));
  expect(asked.flatMap(({ memberIds }) => memberIds).sort()).toEqual([...ROLL]);
  for (const { body } of asked) {
    expect(body).toContain('上一轮划掉的Name alice，Name organiser放回了选票。');
  }
});

test('R-353 the ballot, the list and the month say who was put back, while nobody was none does', async () => {
  const first = await world.open();
  const reason = 'misheard';
  await world
    .of('organiser')
    .get(withdrawCandidate, { pollId: first, candidateId: 'alice', reason });
  const second = await world.open({ round: 2, choice: one, isRestored: true });
  const byName = 'Name organiser';
  const candidateOf = async (id: string) =>
    (await world.show('pat', second)).candidates.find(({ candidateId }) => candidateId === id);
  expect(await candidateOf('alice')).toMatchObject({ isWithdrawn: false, putBack: { byName } });
  expect(await candidateOf('bob')).not.toHaveProperty('putBack');
  expect(await standing('pat')).toMatchObject({ putBack: { byName } });
  expect(await month('pat')).toMatchObject({ off: [], putBack: ['Name alice'] });
});

test('R-353 whoever was put back leaves the ballot by themselves, which ends it, and is put back no more', async () => {
  const second = await putBack();
  expect(await list('alice')).toMatchObject({ canLeave: true });
  expect(await leaves('alice')).toMatchObject({ ok: true });
  expect(await leaves('alice')).toMatchObject({ ok: true });
  expect(world.stored(second)).toMatchObject({
    state: 'cancelled',
    cancelled: { struckOff: 'alice', by: { memberId: 'alice' } },
    result: null,
    box: { marks: [], seal: '' },
  });
  expect(world.month()).toMatchObject({ state: 'listed' });
  const officer = world.of('organiser');
  const plan = await officer.get(pollToOpen, { month: MONTH, isRestored: true });
  expect(plan.candidates.map(({ candidateId }) => candidateId)).toEqual(['bob', 'leader']);
  expect(plan).not.toHaveProperty('struckOff');
  const cancelled = world
    .deliveries()
    .filter(({ title }) => title === '2月之星第 2 轮投票取消了')
    .flatMap(({ memberIds }) => memberIds);
  expect(cancelled).toEqual(expect.arrayContaining(['alice', 'bob', 'pat']));
  const third = anOpening({ round: 3, choice: one, isRestored: true });
  expect(await officer.call(openPoll, third)).toMatchObject({ ok: true });
  expect((await month('pat')).putBack).toEqual([]);
});

test('R-353 nobody else leaves an open ballot by themselves, nor does anybody once it has ended', async () => {
  const second = await putBack();
  expect(await list('bob')).toMatchObject({ canLeave: false });
  expect(await leaves('bob')).toMatchObject({ code: 'poll-open' });
  expect(await leaves('pat')).toMatchObject({ code: 'poll-open' });
  world.jump(END_MS);
  expect(await list('alice')).toMatchObject({ canLeave: false });
  expect(await leaves('alice')).toMatchObject({ code: 'poll-open' });
  expect(world.stored(second)).toMatchObject({ state: 'open' });
});
