import type { OutputOf } from '../../../../contract/action';
import {
  cancelPoll,
  type poll,
  pollRun,
  pollToOpen,
  withdrawCandidate,
} from '../../../../contract/star/ballot';
import { aMember } from '../../../builders/documents';
import { plant } from '../../../builders/stored';
import { END_MS, MONTH, usePollWorld, VOTERS } from '../../../worlds/poll-world';

const world = usePollWorld();
const strikeOff = (pollId: string, by: string, candidateId: string, reason = 'is ill') =>
  world.of(by).call(withdrawCandidate, { pollId, candidateId, reason });
const told = () => world.deliveries().filter(({ title }) => title.startsWith('你不再是'));

test('by whom and why stands on the ballot and before officers', async () => {
  const pollId = await world.open();
  expect((await world.show('pat', pollId)).candidates[0]).not.toHaveProperty('withdrawn');
  await strikeOff(pollId, 'organiser', 'alice');
  const withdrawn = { reason: 'is ill', byName: 'Name organiser' };
  expect((await world.show('pat', pollId)).candidates[0]).toMatchObject({ withdrawn });
  const run = await world.of('secretary').get(pollRun, { pollId });
  expect(run.poll.candidates[0]).toMatchObject({ isWithdrawn: true, withdrawn });
});

test('phones of 0.1.0 read that somebody withdrew and no more', async () => {
  const pollId = await world.open();
  await strikeOff(pollId, 'organiser', 'alice');
  const call = { action: 'poll', input: { pollId }, requestId: 'old', clientVersion: '0.1.0' };
  const reply = await world.of('pat').send('star', call);
  const [gone] = (reply as { readonly output: OutputOf<typeof poll> }).output.candidates;
  expect(gone).toMatchObject({ isWithdrawn: true });
  expect(gone).not.toHaveProperty('withdrawn');
});

test('the candidate is told, once, by whom and why, and nobody else', async () => {
  const pollId = await world.open();
  await strikeOff(pollId, 'organiser', 'alice');
  await strikeOff(pollId, 'organiser', 'alice');
  await strikeOff(pollId, 'secretary', 'alice', 'another reason');
  expect(told()).toMatchObject([{ kind: 'poll-news', memberIds: ['alice'] }]);
  expect(told()[0]?.body).toContain('Name organiser划掉的，原因：is ill。');
});

test('R-287 other words of somebody who is struck off already are not told as said: the first ones stand', async () => {
  const pollId = await world.open();
  expect(await strikeOff(pollId, 'organiser', 'alice')).toMatchObject({ ok: true });
  expect(await strikeOff(pollId, 'organiser', 'alice')).toMatchObject({ ok: true });
  const written = { ok: false, code: 'written-before' };
  expect(await strikeOff(pollId, 'organiser', 'alice', 'asked for it')).toMatchObject(written);
  expect(await strikeOff(pollId, 'secretary', 'alice')).toMatchObject(written);
  expect(world.stored(pollId).candidates[0]).toMatchObject({
    withdrawn: { reason: 'is ill', by: { memberId: 'organiser' } },
  });
});

test('an officer who stands strikes off themselves, which they need not be told, and no rival before or after', async () => {
  const roles = ['member', 'secretary'] as const;
  await plant(world.cloud, { members: [aMember('leader', { roles: [...roles] })] });
  const pollId = await world.open();
  expect(await strikeOff(pollId, 'leader', 'alice')).toMatchObject({ code: 'own-candidacy' });
  expect(world.stored(pollId).candidates[0]).toMatchObject({ withdrawn: null });
  expect(await strikeOff(pollId, 'leader', 'leader')).toMatchObject({ ok: true });
  expect(told()).toEqual([]);
  expect(await strikeOff(pollId, 'leader', 'alice')).toMatchObject({ code: 'own-candidacy' });
});

describe('R-180 after the poll', () => {
  const callOff = (pollId: string) =>
    world.of('organiser').get(cancelPoll, { pollId, reason: 'the wrong one was struck off' });
  const plan = () => world.of('organiser').get(pollToOpen, { month: MONTH });
  const toldBack = () => world.deliveries().filter(({ title }) => title.startsWith('你又是'));

  test('whom somebody else has struck off one that was called off stands in the next, is told once, and can be voted for', async () => {
    const first = await world.open();
    await strikeOff(first, 'organiser', 'alice');
    await callOff(first);
    await callOff(first);
    expect(toldBack()).toMatchObject([
      {
        memberIds: ['alice'],
        page: `packages/star/nominations/nominations?branchId=own&month=${MONTH}`,
      },
    ]);
    const next = await plan();
    expect(next.candidates.map(({ candidateId }) => candidateId)).toContain('alice');
    expect(next).toMatchObject({ missing: [], back: ['Name alice'] });
    const second = await world.open({ round: 2 });
    expect(world.stored(second).candidates[0]).toMatchObject({ withdrawn: null });
    expect(await world.cast('bob', second, 'alice')).toMatchObject({ ok: true });
  });

  test('who took themselves off one that was called off stays off the next', async () => {
    const roles = ['member', 'secretary'] as const;
    await plant(world.cloud, { members: [aMember('leader', { roles: [...roles] })] });
    const pollId = await world.open();
    await strikeOff(pollId, 'leader', 'leader');
    await callOff(pollId);
    expect(toldBack()).toEqual([]);
    expect(await plan()).toMatchObject({
      missing: [{ name: 'Name leader', why: 'withdrew' }],
      back: [],
    });
  });

  test('who is struck off one that was counted stays off the next, and is among the missing', async () => {
    const pollId = await world.open();
    await strikeOff(pollId, 'organiser', 'alice');
    await world.tickAt(END_MS);
    const next = await plan();
    expect(next.candidates.map(({ candidateId }) => candidateId)).toEqual(['bob', 'leader']);
    expect(next).toMatchObject({ missing: [{ name: 'Name alice', why: 'withdrew' }], back: [] });
  });
});

describe('a candidate who withdraws', () => {
  test('can be voted for no more, keeps their ballots valid, and is not elected', async () => {
    const pollId = await world.open();
    for (const id of VOTERS.slice(0, 6)) await world.cast(id, pollId, 'alice', 'bob');
    await world.cast(VOTERS[6] ?? '', pollId, 'alice');
    const gone = { pollId, candidateId: 'alice', reason: 'asked for it' };
    await world.of('organiser').get(withdrawCandidate, gone);
    await world.of('organiser').get(withdrawCandidate, gone);
    expect(await world.cast('secretary', pollId, 'alice')).toMatchObject({
      code: 'withdrawn-candidate',
    });
    await world.cast('secretary', pollId);
    await world.tickAt(END_MS);
    expect(await world.show('alice', pollId)).toMatchObject({
      candidates: [{ isWithdrawn: true }, {}, {}],
      result: {
        outcome: { kind: 'elected', candidateId: 'bob' },
        figures: { ballots: 8, votes: [7, 6, 0] },
      },
    });
    const late = await world
      .of('organiser')
      .call(withdrawCandidate, { ...gone, candidateId: 'bob' });
    expect(late).toMatchObject({ code: 'poll-over' });
  });

  test('and leaves fewer than exactly so many: then all who stand can be named, and it adds up', async () => {
    const pollId = await world.open({ choice: { kind: 'exactly', names: 2 } });
    await world.cast('alice', pollId, 'alice', 'bob');
    for (const candidateId of ['alice', 'bob']) {
      const gone = { pollId, candidateId, reason: 'asked for it' };
      await world.of('organiser').get(withdrawCandidate, gone);
    }
    for (const id of VOTERS.slice(1)) {
      expect(await world.cast(id, pollId, 'leader')).toMatchObject({ ok: true });
    }
    await world.tickAt(END_MS);
    expect((await world.show('alice', pollId)).result).toMatchObject({
      outcome: { kind: 'elected', candidateId: 'leader' },
      figures: { ballots: 8, votes: [1, 1, 7] },
    });
  });

  test('who is not on the list cannot', async () => {
    const pollId = await world.open();
    const reply = await world.of('organiser').call(withdrawCandidate, {
      pollId,
      candidateId: 'una',
      reason: 'why',
    });
    expect(reply).toMatchObject({ code: 'unknown-candidate' });
  });
});
