import { pollIdOf } from '../../../../cloudfunctions/_store/star/polls';
import { decideStar, endStarMonth, starOutcome } from '../../../../contract/star/after';
import { starMonth } from '../../../../contract/star/month';
import {
  cancelPoll,
  openPoll,
  pollRun,
  pollToOpen,
  withdrawCandidate,
} from '../../../../contract/star/ballot';
import { starNominations, withdrawFromStar } from '../../../../contract/star/nomination';
import { MS_PER_DAY } from '../../../../domain/time/local-day';
import { aMember } from '../../../builders/documents';
import { plant } from '../../../builders/stored';
import { anOpening, END_MS, MONTH, usePollWorld, VOTERS } from '../../../worlds/poll-world';

const world = usePollWorld();
const officer = () => world.of('organiser');
const run = (pollId: string) => officer().get(pollRun, { pollId });

test('all equals have a poll of their own, which is a new one with a roll and a box of its own', async () => {
  const first = await world.open();
  for (const id of VOTERS) await world.cast(id, first, 'alice', 'bob');
  await world.tickAt(END_MS);
  expect(world.month()).toMatchObject({
    result: { outcome: 'tied', memberIds: ['alice', 'bob'] },
  });
  expect((await run(first)).canOpenNext).toBe(true);
  const plan = await officer().get(pollToOpen, { month: MONTH });
  expect(plan.candidates.map(({ candidateId }) => candidateId)).toEqual(['alice', 'bob']);
  const closesAtMs = END_MS + 2 * MS_PER_DAY;
  const second = await world.open({
    round: 2,
    closesAtMs,
    choice: { kind: 'up-to', names: 1 },
    tie: 'committee',
  });
  expect((await run(first)).canOpenNext).toBe(false);
  for (const id of VOTERS.slice(0, 7)) {
    expect(await world.cast(id, second, 'bob')).toMatchObject({ ok: true });
  }
  await world.tickAt(closesAtMs);
  expect(world.stored(second).result?.outcome).toMatchObject({
    kind: 'elected',
    candidateId: 'bob',
  });
  expect(world.month()).toMatchObject({
    pollIds: [first, second],
    result: { pollId: second, outcome: 'chosen' },
  });
});

const equals = async (tie: 'run-off' | 'committee') => {
  await world.open({ tie });
  for (const id of VOTERS) await world.cast(id, pollIdOf('own', MONTH, 1), 'alice', 'bob');
  await world.tickAt(END_MS);
  const { result, canDecide, canEnd } = await officer().get(starOutcome, { month: MONTH });
  const decided = await officer().call(decideStar, {
    month: MONTH,
    revision: world.month().revision,
    outcome: 'accepted',
    memberIds: ['bob'],
    reason: 'was there each time',
  });
  return { next: result?.next, canDecide, canEnd, code: decided.ok ? 'ok' : decided.code };
};

test('another round that the ballot promised is not decided away, but the month can end without a star', async () => {
  const shown = () => world.of('pat').get(starMonth, { month: MONTH });
  const promised = { next: 'run-off', canDecide: false, canEnd: true, code: 'another-round' };
  expect(await equals('run-off')).toEqual(promised);
  expect(world.month()).toMatchObject({ state: 'counted', decision: null });
  expect(await shown()).toMatchObject({ since: { counted: 'tied', next: 'run-off' } });
  expect((await shown()).steps).toContainEqual({ step: 'decision', state: 'to-come' });
  await officer().get(endStarMonth, { month: MONTH, reason: 'no time for another round' });
  expect(world.month()).toMatchObject({ state: 'over', stars: [] });
  expect((await run(pollIdOf('own', MONTH, 1))).canOpenNext).toBe(false);
});

test('R-177 where the ballot left its equals to the committee no page offers another round, and none opens', async () => {
  const pollId = await world.open({ tie: 'committee' });
  for (const id of VOTERS) await world.cast(id, pollId, 'alice', 'bob');
  await world.tickAt(END_MS);
  expect((await run(pollId)).canOpenNext).toBe(false);
  expect(await officer().get(starOutcome, { month: MONTH })).toMatchObject({
    canOpenNext: false,
    canDecide: true,
  });
  const refused = { ok: false, code: 'committee-decides' };
  expect(await officer().call(pollToOpen, { month: MONTH })).toMatchObject(refused);
  const closesAtMs = END_MS + 2 * MS_PER_DAY;
  const opening = anOpening({ round: 2, closesAtMs, choice: { kind: 'up-to', names: 1 } });
  expect(await officer().call(openPoll, opening)).toMatchObject(refused);
});

test('equals are decided by the committee where the ballot said so', async () => {
  const left = { next: 'committee', canDecide: true, canEnd: true, code: 'ok' };
  expect(await equals('committee')).toEqual(left);
  expect(world.month()).toMatchObject({ state: 'public', stars: [{ memberId: 'bob' }] });
});

describe('R-173 a later round that is called off leads back to what was counted before it', () => {
  const between = { round: 2, closesAtMs: END_MS + 2 * MS_PER_DAY } as const;
  const one = { kind: 'up-to', names: 1 } as const;
  const calledOff = async (tie: 'run-off' | 'committee') => {
    const first = await world.open();
    for (const id of VOTERS) await world.cast(id, first, 'alice', 'bob');
    await world.tickAt(END_MS);
    const second = await world.open({ ...between, choice: one });
    if (tie === 'committee') await leftToCommittee(first);
    expect(world.month()).toMatchObject({ state: 'voting' });
    await officer().get(cancelPoll, { pollId: second, reason: 'nobody is here' });
    expect(world.month()).toMatchObject({
      state: 'counted',
      pollIds: [first, second],
      result: { pollId: first, outcome: 'tied', memberIds: ['alice', 'bob'] },
    });
    return { first, second };
  };
  /** As a ballot had it that left its equals to the committee, when another round of them could be opened all the same. */
  const leftToCommittee = async (pollId: string) => {
    const poll = world.stored(pollId);
    const outcome = { kind: 'tied', candidateIds: ['alice', 'bob'], next: 'committee' } as const;
    const rules = { ...poll.rules, tie: 'committee' as const };
    await world.plant({ ...poll, rules, result: { ...poll.result!, outcome } });
    const month = world.month();
    const result = { ...month.result!, next: 'committee' as const };
    await plant(world.cloud, { star_months: [{ ...month, result }] });
  };
  const decides = (memberId = 'bob') =>
    officer().call(decideStar, {
      month: MONTH,
      revision: world.month().revision,
      outcome: 'accepted',
      memberIds: [memberId],
      reason: 'was there each time',
    });

  test('the committee decides between the equals where the ballot said so', async () => {
    const { first } = await calledOff('committee');
    expect(await officer().get(starOutcome, { month: MONTH })).toMatchObject({
      canDecide: true,
      result: { pollId: first, candidates: [{ memberId: 'alice' }, { memberId: 'bob' }] },
    });
    expect(await world.of('pat').get(starMonth, { month: MONTH })).toMatchObject({
      since: { countedPollId: first, counted: 'tied' },
    });
    expect(await decides()).toMatchObject({ ok: true });
    expect(world.month()).toMatchObject({ state: 'public', stars: [{ memberId: 'bob' }] });
  });

  test('and another round is held where that was promised, or wanted', async () => {
    const { second } = await calledOff('run-off');
    expect(await decides()).toMatchObject({ code: 'another-round' });
    expect((await run(second)).canOpenNext).toBe(true);
    const plan = await officer().get(pollToOpen, { month: MONTH });
    expect(plan.candidates.map(({ candidateId }) => candidateId)).toEqual(['alice', 'bob']);
    const third = await world.open({ ...between, round: 3, choice: one });
    expect(world.month()).toMatchObject({
      state: 'voting',
      pollIds: [expect.any(String), second, third],
    });
  });

  test('R-352 and whoever was struck off it is no choice, also after one more, until they are put back on a ballot', async () => {
    const { second } = await calledOff('committee');
    const strikesOff = (pollId: string) =>
      officer().get(withdrawCandidate, { pollId, candidateId: 'alice', reason: 'asked for it' });
    const choices = async () => {
      const { result } = await officer().get(starOutcome, { month: MONTH });
      return result?.candidates.map(({ memberId }) => memberId);
    };
    expect(world.stored(second).state).toBe('cancelled');
    const third = await world.open({ ...between, round: 3, choice: one });
    await strikesOff(third);
    expect(world.month()).toMatchObject({ state: 'counted', result: { outcome: 'tied' } });
    expect(await choices()).toEqual(['bob']);
    expect(await decides('alice')).toMatchObject({ code: 'not-on-list' });
    const fourth = await world.open({ ...between, round: 4, choice: one });
    await officer().get(cancelPoll, { pollId: fourth, reason: 'nobody is here' });
    expect(await choices()).toEqual(['bob']);
    expect(await decides('alice')).toMatchObject({ code: 'not-on-list' });
    expect(world.month()).toMatchObject({ state: 'counted', decision: null, stars: [] });
    expect(await decides('bob')).toMatchObject({ ok: true });
  });

  test('R-352 and whoever was put back on the ballot of the next is a choice again', async () => {
    const { second } = await calledOff('committee');
    expect(world.stored(second).state).toBe('cancelled');
    const third = await world.open({ ...between, round: 3, choice: one });
    const struck = { pollId: third, candidateId: 'alice', reason: 'misheard' };
    await officer().get(withdrawCandidate, struck);
    const fourth = await world.open({ ...between, round: 4, choice: one, isRestored: true });
    await officer().get(cancelPoll, { pollId: fourth, reason: 'nobody is here' });
    expect(await decides('alice')).toMatchObject({ ok: true });
  });

  test('and whoever leaves the list then is no choice, and still decides nothing', async () => {
    await calledOff('committee');
    const roles = ['member', 'secretary'] as const;
    await plant(world.cloud, { members: [aMember('leader', { roles: [...roles] })] });
    for (const memberId of ['leader', 'alice']) {
      expect(await world.of(memberId).get(starNominations, { month: MONTH })).toMatchObject({
        canLeave: true,
      });
      await world.of(memberId).get(withdrawFromStar, { month: MONTH });
      await world.of(memberId).get(withdrawFromStar, { month: MONTH });
    }
    expect(world.month().leftIds).toEqual(['leader', 'alice']);
    const own = await world.of('leader').get(starOutcome, { month: MONTH });
    expect(own).toMatchObject({ isOwnMatter: true, canDecide: false, canEnd: false });
    expect(own.result?.candidates.map(({ memberId }) => memberId)).toEqual(['bob']);
    expect(await world.of('leader').call(pollToOpen, { month: MONTH })).toMatchObject({
      code: 'own-candidacy',
    });
    expect(await decides()).toMatchObject({ ok: true });
    expect(await world.of('bob').call(withdrawFromStar, { month: MONTH })).toMatchObject({
      code: 'too-late',
    });
  });
});

test('equals that were counted before the month kept what their ballot promised are still not decided away', async () => {
  await equals('run-off');
  const { result, ...month } = world.month();
  const { pollId, closedAtMs, outcome, memberIds } = result!;
  const before = { ...month, result: { pollId, closedAtMs, outcome, memberIds } };
  await plant(world.cloud, { star_months: [before] });
  expect(await officer().get(starOutcome, { month: MONTH })).toMatchObject({
    result: { next: 'run-off' },
    canDecide: false,
  });
});

test('of equals whoever is in the branch for longer is elected where that is the rule', async () => {
  await plant(world.cloud, { members: [aMember('bob', { joinedDay: '2019-07-01' as never })] });
  const pollId = await world.open({ tie: 'older-service' });
  await world.castAll(pollId, 'alice', 'bob');
  await world.tickAt(END_MS);
  expect(world.stored(pollId).result?.outcome).toEqual({
    kind: 'elected',
    candidateId: 'bob',
    by: 'older-service',
  });
});

test('of equals, by lot, it is whom the seed names that was shown before the first ballot', async () => {
  const pollId = await world.open({ tie: 'lot' });
  const { lotSeed } = await world.show('alice', pollId);
  await world.castAll(pollId, 'alice', 'bob');
  await world.tickAt(END_MS);
  const after = await world.show('alice', pollId);
  expect(after.lotSeed).toBe(lotSeed);
  expect(after.result?.outcome).toMatchObject({ kind: 'elected', by: 'lot' });
});

test('R-177 the lot of a month is drawn once: calling off and opening again brings no other', async () => {
  const seedOf = async (opening: Partial<Parameters<typeof world.open>[0]>) => {
    const pollId = await world.open({ tie: 'lot', ...opening });
    const { lotSeed } = await world.show('alice', pollId);
    expect(lotSeed).toMatch(/^[0-9a-f]{16}$/u);
    await officer().get(cancelPoll, { pollId, reason: 'the list is looked at again' });
    return lotSeed;
  };
  const first = await seedOf({ round: 1 });
  for (const round of [2, 3, 4]) expect(await seedOf({ round })).toBe(first);
});

test('R-177 where no lot decides, nobody reads how it would fall before the next is opened', async () => {
  const first = await world.open({ tie: 'run-off' });
  expect(await world.show('organiser', first)).toMatchObject({ lotSeed: '' });
  await officer().get(cancelPoll, { pollId: first, reason: 'the list is looked at again' });
  const second = await world.open({ round: 2, tie: 'lot' });
  expect(await world.show('alice', second)).toMatchObject({
    lotSeed: world.stored(first).lotSeed,
  });
});
