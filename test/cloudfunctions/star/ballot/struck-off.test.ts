import type { OutputOf } from '../../../../contract/action';
import { emptyBox } from '../../../../cloudfunctions/_store/star/ballot-box';
import {
  cancelPoll,
  openPoll,
  type poll,
  pollRun,
  pollToOpen,
  withdrawCandidate,
} from '../../../../contract/star/ballot';
import { aMember } from '../../../builders/documents';
import { plant } from '../../../builders/stored';
import { useLocalSecret } from '../../../builders/polls';
import {
  aListedMonth,
  anOpening,
  END_MS,
  MONTH,
  ROLL,
  usePollWorld,
  VOTERS,
} from '../../../worlds/poll-world';
import { TEST_START_MS } from '../../../worlds/test-cloud';

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

test('ends the poll: nothing of it is counted or kept, everybody is told why, and nobody can vote in it', async () => {
  const pollId = await world.open();
  for (const id of VOTERS.slice(0, 6)) await world.cast(id, pollId, 'alice', 'bob');
  expect(await strikeOff(pollId, 'organiser', 'alice', 'is ill.')).toMatchObject({ ok: true });
  expect(world.stored(pollId)).toMatchObject({
    state: 'cancelled',
    cancelled: { reason: '候选人Name alice退出了（is ill），要重新投一轮', struckOff: 'alice' },
    box: { version: '', marks: [], seal: '' },
    result: null,
  });
  expect(world.cloud.engine.collection('poll_looks').get(pollId)).toBeUndefined();
  expect(await world.cast('secretary', pollId, 'bob')).toMatchObject({ code: 'poll-over' });
  expect(await world.cast('secretary', pollId, 'alice')).toMatchObject({ code: 'poll-over' });
  const cancelled = world.deliveries().filter(({ title }) => title.includes('投票取消了'));
  expect(cancelled[0]?.memberIds).toEqual(expect.arrayContaining([...ROLL, 'pat']));
  await world.tickAt(END_MS);
  expect(world.stored(pollId)).toMatchObject({ state: 'cancelled', result: null });
});

test('of two who do it at once one is first, and after the end nobody is', async () => {
  const pollId = await world.open();
  const both = await Promise.all([
    strikeOff(pollId, 'organiser', 'alice'),
    strikeOff(pollId, 'secretary', 'bob'),
  ]);
  expect(both.map((reply) => (reply.ok ? 'done' : reply.code)).sort()).toEqual([
    'done',
    'poll-over',
  ]);
  const next = await world.open({ round: 2, choice: { kind: 'up-to', names: 1 } });
  world.jump(END_MS);
  expect(await strikeOff(next, 'organiser', 'leader')).toMatchObject({ code: 'poll-over' });
  expect(world.stored(next)).toMatchObject({ state: 'open' });
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
  expect(await strikeOff(pollId, 'leader', 'alice')).toMatchObject({ code: 'poll-over' });
});

describe('R-180 in the next round', () => {
  const plan = (more: { readonly isRestored?: true } = {}) =>
    world.of('organiser').get(pollToOpen, { month: MONTH, ...more });
  const idsOf = ({ candidates }: OutputOf<typeof pollToOpen>) =>
    candidates.map(({ candidateId }) => candidateId);

  test('whoever was struck off is missing, and is put back by who opens it, where it was a mistake', async () => {
    const first = await world.open();
    await strikeOff(first, 'organiser', 'alice');
    const without = await plan();
    expect(idsOf(without)).toEqual(['bob', 'leader']);
    expect(without).toMatchObject({
      missing: [{ name: 'Name alice', why: 'withdrew' }],
      struckOff: { name: 'Name alice', reason: 'is ill', byName: 'Name organiser' },
    });
    const again = await plan({ isRestored: true });
    expect(idsOf(again)).toEqual(['alice', 'bob', 'leader']);
    expect(again).toMatchObject({ missing: [], struckOff: { name: 'Name alice' } });
    const second = await world.open({ round: 2, isRestored: true });
    expect(await world.cast('bob', second, 'alice')).toMatchObject({ ok: true });
    const other = await world.of('organiser').call(openPoll, anOpening({ round: 2 }));
    expect(other).toMatchObject({ code: 'has-poll' });
    await world.of('organiser').get(cancelPoll, { pollId: second, reason: 'the list was wrong' });
    expect(idsOf(await plan())).toEqual(['alice', 'bob', 'leader']);
  });

  test('who took themselves off it, or has left the list or the branch since, is not put back', async () => {
    const roles = ['member', 'secretary'] as const;
    await plant(world.cloud, { members: [aMember('leader', { roles: [...roles] })] });
    const first = await world.open();
    await strikeOff(first, 'leader', 'leader');
    expect(idsOf(await plan({ isRestored: true }))).toEqual(['alice', 'bob']);
    expect(await plan()).not.toHaveProperty('struckOff');
    const second = await world.open({ round: 2, choice: { kind: 'up-to', names: 1 } });
    await strikeOff(second, 'organiser', 'alice');
    await plant(world.cloud, { members: [aMember('alice', { branchId: 'other' })] });
    expect(idsOf(await plan({ isRestored: true }))).toEqual(['bob']);
    expect(await plan()).not.toHaveProperty('struckOff');
  });
});

test('R-180 who alone stood and was struck off by mistake can be put back, and without them none opens', async () => {
  await plant(world.cloud, { star_months: [aListedMonth('own', ['alice'])] });
  const one = { choice: { kind: 'up-to', names: 1 } } as const;
  const first = await world.open(one);
  await strikeOff(first, 'organiser', 'alice');
  const officer = world.of('organiser');
  const plan = await officer.get(pollToOpen, { month: MONTH });
  expect(plan).toMatchObject({ candidates: [], struckOff: { name: 'Name alice' } });
  const opening = anOpening({ ...one, round: 2 });
  expect(await officer.call(openPoll, opening)).toMatchObject({ code: 'nobody-stands' });
  expect(await officer.call(openPoll, { ...opening, isRestored: true })).toMatchObject({
    ok: true,
  });
});

describe('of polls that went on when somebody was struck off, as they did before', () => {
  const withdrawn = {
    reason: 'asked for it',
    by: { memberId: 'organiser', name: 'Name organiser' },
    atMs: TEST_START_MS,
  };
  const ofBefore = async () => {
    useLocalSecret();
    const pollId = await world.open();
    const now = world.stored(pollId);
    const [alice, ...others] = now.candidates;
    if (alice === undefined) throw new Error('no candidates');
    const before = { ...now, candidates: [{ ...alice, withdrawn }, ...others] };
    await world.plant({ ...before, box: emptyBox(before) });
    return pollId;
  };

  test('nobody votes for them, nobody elects them, and it is counted', async () => {
    const pollId = await ofBefore();
    const refused = await world.cast('secretary', pollId, 'alice');
    expect(refused).toMatchObject({ code: 'withdrawn-candidate' });
    await world.castAll(pollId, 'bob');
    await world.tickAt(END_MS);
    expect(world.stored(pollId).result?.outcome).toMatchObject({ candidateId: 'bob' });
  });

  test('whom somebody else struck off one that was called off afterwards stands in the next, and is told', async () => {
    const pollId = await ofBefore();
    await world.of('organiser').get(cancelPoll, { pollId, reason: 'the list was wrong' });
    const back = world.deliveries().filter(({ title }) => title.startsWith('你又是'));
    expect(back).toMatchObject([{ memberIds: ['alice'] }]);
    const next = await world.of('organiser').get(pollToOpen, { month: MONTH });
    expect(next).toMatchObject({ missing: [], back: ['Name alice'] });
  });
});

test('who is not on the list cannot be struck off', async () => {
  const pollId = await world.open();
  const reply = await strikeOff(pollId, 'organiser', 'una');
  expect(reply).toMatchObject({ code: 'unknown-candidate' });
});
