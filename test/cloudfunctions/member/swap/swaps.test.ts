import { rosterActions } from '../../../../contract/roster/roster';
import { swapActions } from '../../../../contract/roster/swaps';
import { addDays, instantOf, localDay, MS_PER_DAY } from '../../../../domain/time/local-day';
import { TEST_START_MS } from '../../../worlds/test-cloud';
import { aMember } from '../../../builders/documents';
import { plant, snapshot, stored } from '../../../builders/stored';
import { aSwap } from '../../../builders/swaps';
import { inCrew, TODAY, useRosterCloud, waitingFor } from '../../../worlds/roster-cloud';

const { myRoster, addChange, removeChange, crewBoard } = rosterActions;
const { swapPartners, proposeSwap, answerSwap, branchSwaps, markSwapSeen, declineSwap } =
  swapActions;
const world = useRosterCloud();

/** Alice has the middle shift, bob the early one, zed the front night to 02:00. */
const FRIDAY = localDay('2025-03-07');
const withBob = { swapId: 's1', partnerId: 'bob', days: [FRIDAY], reason: 'family' };
const swapDaysOf = (memberId: string) =>
  stored(world.cloud, 'members', memberId)
    .overrides.filter(({ kind }) => kind === 'swap')
    .map(({ fromDay }) => fromDay);

async function agreed(): Promise<void> {
  await world.of('alice').get(proposeSwap, withBob);
  await world.of('bob').get(answerSwap, { swapId: 's1', answer: 'agree' });
}

async function labelOf(memberId: string, dayOfMonth: number): Promise<string | undefined> {
  const { days } = await world.of(memberId).get(myRoster, { month: '2025-03' });
  return days[dayOfMonth - 1]?.slots[0]?.label;
}

describe('whom I can swap with', () => {
  test('is who is bound, of my branch, with other hours that day', async () => {
    await plant(world.cloud, {
      members: [
        inCrew('una', 'crew-3', { account: 'none:una' }),
        inCrew('ann', 'crew-1'),
        inCrew('oscar', 'crew-3', { branchId: 'other' }),
      ],
    });
    const { mine, partners } = await world.of('alice').get(swapPartners, { day: FRIDAY });
    expect(mine).toMatchObject([{ label: 'middle' }]);
    expect(
      partners.map(({ memberId, crewName, slots }) => [memberId, crewName, slots[0]?.label]),
    ).toEqual([
      ['bob', 'crew 2', 'early'],
      ['zed', 'crew 5', 'front-night'],
    ]);
  });

  test('is today only whose shift has not begun, and nobody once mine has', async () => {
    const asked = () => world.of('alice').get(swapPartners, { day: TODAY });
    // Alice rests; zed works since 02:00, bob will from 20:00 on.
    expect((await asked()).partners.map(({ memberId }) => memberId)).toEqual(['bob']);
    await world.cloud.clock.set(instantOf(TODAY, 20 * 60));
    expect((await asked()).partners).toEqual([]);
  });
});

describe('proposing', () => {
  test('shows the swap to both and changes nobody’s days', async () => {
    const { swap } = await world.of('alice').get(proposeSwap, withBob);
    expect(swap).toEqual({
      swapId: 's1',
      state: 'proposed',
      proposerId: 'alice',
      proposerName: 'Name alice',
      partnerId: 'bob',
      partnerName: 'Name bob',
      days: [FRIDAY],
      takes: [
        {
          day: FRIDAY,
          proposer: [expect.objectContaining({ label: 'early' })],
          partner: [expect.objectContaining({ label: 'middle' })],
        },
      ],
      reason: 'family',
      proposedAtMs: TEST_START_MS,
      seenByName: null,
    });
    for (const memberId of ['alice', 'bob']) {
      const { swaps } = await world.of(memberId).get(myRoster, { month: '2025-03' });
      expect(swaps).toEqual([swap]);
    }
    expect([await labelOf('alice', 7), await labelOf('bob', 7)]).toEqual(['middle', 'early']);
  });

  test('twice with one id, also at once and after the answer, is one proposal', async () => {
    const alice = world.of('alice');
    await Promise.all([alice.get(proposeSwap, withBob), alice.get(proposeSwap, withBob)]);
    await world.of('bob').get(answerSwap, { swapId: 's1', answer: 'agree' });
    const before = snapshot(world.cloud);
    const { swap } = await alice.get(proposeSwap, withBob);
    expect(swap.state).toBe('agreed');
    const other = alice.call(proposeSwap, { ...withBob, reason: 'in other words' });
    expect(await other).toMatchObject({ code: 'written-before' });
    expect(snapshot(world.cloud)).toBe(before);
  });

  test.each<[string, object, string]>([
    ['to myself', { partnerId: 'alice' }, 'swap-with-self'],
    ['to nobody', { partnerId: 'nobody' }, 'unknown-partner'],
    ['to somebody of another branch', { partnerId: 'oscar' }, 'unknown-partner'],
    ['to somebody who is not bound', { partnerId: 'una' }, 'unknown-partner'],
    ['to somebody whose shifts are unknown', { partnerId: 'pat' }, 'shifts-not-known'],
    ['of a shift that has begun', { partnerId: 'zed', days: [TODAY] }, 'day-past'],
    ['of the same hours', { partnerId: 'ann' }, 'nothing-to-swap'],
    ['of a day with another change', { days: [localDay('2025-03-20')] }, 'contradicts'],
    ['under the id of another proposal', { swapId: 'taken' }, 'bad-input'],
  ])('%s is refused and changes nothing', async (_, wrong, code) => {
    const ann = inCrew('ann', 'crew-1');
    await plant(world.cloud, {
      members: [ann],
      swaps: [aSwap(ann, inCrew('bob', 'crew-2'), { _id: 'taken' })],
    });
    const days = { fromDay: localDay('2025-03-20'), toDay: localDay('2025-03-21') };
    const change = { kind: 'leave', leaveKind: 'annual', ...days } as const;
    await world.of('bob').get(addChange, { overrideId: 'l1', change });
    const before = snapshot(world.cloud);
    const reply = await world.of('alice').call(proposeSwap, { ...withBob, ...wrong });
    expect(reply).toMatchObject({ ok: false, code });
    expect(snapshot(world.cloud)).toBe(before);
  });

  test('a night that would run into my next shift is refused, with its day', async () => {
    const saturday = { fromDay: localDay('2025-03-08'), toDay: localDay('2025-03-09') };
    const slot = { label: 'early', kind: 'day', startMinute: 60, durationMinutes: 300 } as const;
    await world.of('alice').get(addChange, {
      overrideId: 'c1',
      change: { kind: 'changed-hours', slots: [slot], ...saturday },
    });
    const days = [localDay('2025-03-06'), FRIDAY];
    const reply = await world.of('alice').call(proposeSwap, { ...withBob, partnerId: 'zed', days });
    expect(reply).toMatchObject({ code: 'shifts-collide', detail: { day: FRIDAY } });
  });

  test('is refused while twenty of mine wait for an answer', async () => {
    const [alice, bob] = [inCrew('alice', 'crew-1'), inCrew('bob', 'crew-2')];
    const waiting = Array.from({ length: 20 }, (_, n) => aSwap(alice, bob, { _id: `w${n}` }));
    await plant(world.cloud, { swaps: waiting });
    const reply = await world.of('alice').call(proposeSwap, withBob);
    expect(reply).toMatchObject({ code: 'too-many-swaps', detail: { most: 20 } });
  });

  test('of forty that come at once twenty are written, and the others say why not', async () => {
    const alice = world.of('alice');
    const replies = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        alice.call(proposeSwap, { ...withBob, swapId: `s${n}` }),
      ),
    );
    const refused = replies.filter(({ ok }) => !ok);
    expect(refused).toHaveLength(20);
    for (const reply of refused) expect(reply).toMatchObject({ code: 'too-many-swaps' });
    expect([...world.cloud.engine.collection('swaps').all()]).toHaveLength(20);
  });
});

describe('agreeing', () => {
  test('gives each the shift of the other, and plans what waits for both again', async () => {
    const days = [localDay('2025-03-06')];
    await plant(world.cloud, { deliveries: [waitingFor('alice'), waitingFor('zed')] });
    await world.of('alice').get(proposeSwap, { ...withBob, partnerId: 'zed', days });
    const answer = { swapId: 's1', answer: 'agree' } as const;
    const { swap, movedDeliveries } = await world.of('zed').get(answerSwap, answer);
    expect(swap.state).toBe('agreed');
    // What waits for alice has no reason to wait; zed sleeps as before.
    expect(movedDeliveries).toBeGreaterThan(0);
    expect([await labelOf('alice', 6), await labelOf('zed', 6)]).toEqual(['rest', 'front-night']);
    const { changes } = await world.of('zed').get(myRoster, { month: '2025-03' });
    expect(changes).toMatchObject([
      { overrideId: 's1-2025-03-06', withName: 'Name alice', isRemovable: false },
    ]);
  });

  test('to a night keeps it whole over midnight', async () => {
    const zedsNight = { ...withBob, partnerId: 'zed' };
    await world.of('alice').get(proposeSwap, zedsNight);
    await world.of('zed').get(answerSwap, { swapId: 's1', answer: 'agree' });
    // Saturday 01:00, in the night that belongs to Friday.
    const atMs = instantOf(localDay('2025-03-08'), 60);
    const { crews } = await world.of('leader').get(crewBoard, { atMs });
    const stateOf = (memberId: string) =>
      crews.flatMap(({ people }) => people).find((one) => one.memberId === memberId)?.state;
    expect([stateOf('alice'), stateOf('zed')]).toEqual(['on-duty', 'asleep']);
  });

  test('twice changes nothing more', async () => {
    await agreed();
    const before = snapshot(world.cloud);
    await world.of('bob').get(answerSwap, { swapId: 's1', answer: 'agree' });
    expect(snapshot(world.cloud)).toBe(before);
  });

  test('asks again what may have changed since it was proposed', async () => {
    await world.of('alice').get(proposeSwap, withBob);
    await world.of('alice').get(addChange, {
      overrideId: 'l1',
      change: { kind: 'leave', leaveKind: 'sick', fromDay: FRIDAY, toDay: addDays(FRIDAY, 1) },
    });
    const before = snapshot(world.cloud);
    const reply = await world.of('bob').call(answerSwap, { swapId: 's1', answer: 'agree' });
    expect(reply).toMatchObject({ code: 'contradicts' });
    expect(snapshot(world.cloud)).toBe(before);
  });

  test('is too late once a shift of it has begun', async () => {
    await world.of('alice').get(proposeSwap, withBob);
    await world.cloud.clock.set(TEST_START_MS + 2 * MS_PER_DAY);
    const reply = await world.of('bob').call(answerSwap, { swapId: 's1', answer: 'agree' });
    expect(reply).toMatchObject({ code: 'day-past' });
  });

  test('is the partner’s alone; a swap of two others does not exist for me', async () => {
    await world.of('alice').get(proposeSwap, withBob);
    const agree = { swapId: 's1', answer: 'agree' } as const;
    expect(await world.of('alice').call(answerSwap, agree)).toMatchObject({
      code: 'not-yours-to-answer',
    });
    expect(await world.of('zed').call(answerSwap, agree)).toMatchObject({ code: 'not-found' });
    const none = { swapId: 'none', answer: 'agree' } as const;
    expect(await world.of('zed').call(answerSwap, none)).toMatchObject({ code: 'not-found' });
  });

  test('at the moment of withdrawing leaves both with the shifts of one state', async () => {
    await world.of('alice').get(proposeSwap, withBob);
    const [agree, withdraw] = await Promise.all([
      world.of('bob').call(answerSwap, { swapId: 's1', answer: 'agree' }),
      world.of('alice').call(answerSwap, { swapId: 's1', answer: 'withdraw' }),
    ]);
    // Whoever came first: what was agreed is withdrawn, or there was nothing to agree to any more.
    expect(withdraw).toMatchObject({ ok: true, output: { swap: { state: 'withdrawn' } } });
    if (!agree.ok) expect(agree.code).toBe('already-answered');
    expect([swapDaysOf('alice'), swapDaysOf('bob')]).toEqual([[], []]);
  });

  test('of two people at once to one person’s day lets one of them', async () => {
    await world.of('alice').get(proposeSwap, withBob);
    await world.of('alice').get(proposeSwap, { ...withBob, swapId: 's2', partnerId: 'zed' });
    const replies = await Promise.all([
      world.of('bob').call(answerSwap, { swapId: 's1', answer: 'agree' }),
      world.of('zed').call(answerSwap, { swapId: 's2', answer: 'agree' }),
    ]);
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.code)).sort()).toEqual([
      'contradicts',
      'ok',
    ]);
    expect(swapDaysOf('alice')).toEqual([FRIDAY]);
    expect([...swapDaysOf('bob'), ...swapDaysOf('zed')]).toEqual([FRIDAY]);
  });
});

describe('an agreed swap', () => {
  test('goes as a whole: withdrawn by either side, never a single day', async () => {
    await agreed();
    const day = await world.of('bob').call(removeChange, { overrideId: 's1-2025-03-07' });
    expect(day).toMatchObject({ code: 'not-removable' });
    await world.of('alice').get(answerSwap, { swapId: 's1', answer: 'withdraw' });
    await world.of('alice').get(answerSwap, { swapId: 's1', answer: 'withdraw' });
    expect([await labelOf('alice', 7), await labelOf('bob', 7)]).toEqual(['middle', 'early']);
    expect([swapDaysOf('alice'), swapDaysOf('bob')]).toEqual([[], []]);
  });

  test('is shown to the officers of the branch until it is over; one of them sees it first', async () => {
    await agreed();
    const leader = world.of('leader');
    expect((await leader.get(branchSwaps, {})).swaps).toMatchObject([{ swapId: 's1' }]);
    await leader.get(markSwapSeen, { swapId: 's1' });
    await world.of('organiser').get(markSwapSeen, { swapId: 's1' });
    const { swaps } = await world.of('alice').get(myRoster, { month: '2025-03' });
    expect(swaps).toMatchObject([{ state: 'agreed', seenByName: 'Name leader' }]);
    await world.cloud.clock.set(TEST_START_MS + 3 * MS_PER_DAY);
    expect((await leader.get(branchSwaps, {})).swaps).toEqual([]);
  });

  test('of an officer is seen by another one', async () => {
    const officer = ['member', 'secretary'] as const;
    await plant(world.cloud, { members: [inCrew('bob', 'crew-2', { roles: [...officer] })] });
    await agreed();
    const reply = await world.of('bob').call(markSwapSeen, { swapId: 's1' });
    expect(reply).toMatchObject({ code: 'not-allowed' });
  });

  test('can be declined by an officer until the first of the two shifts begins', async () => {
    await agreed();
    const { swap } = await world.of('leader').get(declineSwap, { swapId: 's1' });
    expect(swap.state).toBe('declined');
    expect([swapDaysOf('alice'), swapDaysOf('bob')]).toEqual([[], []]);
  });

  test('stands once a shift of it has begun', async () => {
    await agreed();
    await world.cloud.clock.set(TEST_START_MS + 2 * MS_PER_DAY);
    const before = snapshot(world.cloud);
    const reply = await world.of('leader').call(declineSwap, { swapId: 's1' });
    expect(reply).toMatchObject({ code: 'day-past' });
    expect(snapshot(world.cloud)).toBe(before);
  });

  test('is nothing to officers of another branch, and a proposal nothing to see', async () => {
    await world.of('alice').get(proposeSwap, withBob);
    const seen = { swapId: 's1' };
    expect(await world.of('other-secretary').call(markSwapSeen, seen)).toMatchObject({
      code: 'not-found',
    });
    expect(await world.of('leader').call(markSwapSeen, seen)).toMatchObject({ code: 'not-agreed' });
  });

  test('is refused to who has no room for it', async () => {
    const many = Array.from({ length: 100 }, (_, index) => ({
      kind: 'leave' as const,
      id: `l${index}`,
      leaveKind: 'annual' as const,
      fromDay: addDays(localDay('2025-04-01'), index),
      toDay: addDays(localDay('2025-04-02'), index),
    }));
    await plant(world.cloud, { members: [inCrew('bob', 'crew-2', { overrides: many })] });
    await world.of('alice').get(proposeSwap, withBob);
    const before = snapshot(world.cloud);
    const reply = await world.of('bob').call(answerSwap, { swapId: 's1', answer: 'agree' });
    expect(reply).toMatchObject({ code: 'too-many-changes' });
    expect(snapshot(world.cloud)).toBe(before);
  });

  test('cannot be agreed with somebody who has left', async () => {
    await world.of('alice').get(proposeSwap, withBob);
    const { crewHistory } = inCrew('alice', 'crew-1');
    await plant(world.cloud, { members: [aMember('alice', { crewHistory, leftDay: TODAY })] });
    const reply = await world.of('bob').call(answerSwap, { swapId: 's1', answer: 'agree' });
    expect(reply).toMatchObject({ code: 'not-found' });
  });
});
