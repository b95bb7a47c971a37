import { memberActions } from '../../../../contract/people/member';
import { rosterActions } from '../../../../contract/roster/roster';
import { rotationActions, type RotationDraft } from '../../../../contract/roster/rotations';
import { swapActions } from '../../../../contract/roster/swaps';
import { instantOf, localDay } from '../../../../domain/time/local-day';
import { plant, snapshot, stored, storedDeliveries } from '../../../builders/stored';
import { aSwap } from '../../../builders/swaps';
import { inCrew, TODAY, useRosterCloud } from '../../../worlds/roster-cloud';

const { addChange, myRoster } = rosterActions;
const { saveRotation } = rotationActions;
const { proposeSwap, answerSwap, markSwapSeen } = swapActions;
const { changeMember } = memberActions;
const world = useRosterCloud();

const MONDAY = localDay('2025-03-10');
/** Alice has the front night, bob the middle shift; from Monday on crew 2 rests on that day. */
const TUESDAY = localDay('2025-03-11');
/** Before the new rotation. */
const FRIDAY = localDay('2025-03-07');

const draft: RotationDraft = {
  rotationId: 'r2',
  name: 'from Monday on',
  pattern: { kind: 'preset', presetId: 'four-crews-two-shifts' },
  crews: ['crew-2', 'crew-3', 'crew-4', 'crew-5'].map((crewId) => ({ crewId, name: crewId })),
  validFromDay: MONDAY,
  answers: [{ day: TODAY, label: 'white', crewId: 'crew-2' }],
};
const newRotation = () => world.of('office').get(saveRotation, { draft });

async function agreed(day = TUESDAY) {
  const asked = { swapId: 's1', partnerId: 'bob', days: [day], reason: null };
  await world.of('alice').get(proposeSwap, asked);
  await world.of('bob').get(answerSwap, { swapId: 's1', answer: 'agree' });
}
const standing = () =>
  storedDeliveries(world.cloud).filter(({ cancelledAtMs }) => cancelledAtMs === null);
const told = () =>
  standing().map(({ memberIds, page }) => [
    memberIds.join(),
    page?.split('?')[0]?.split('/').at(-1),
  ]);
const endOf = (swapId = 's1') => {
  const { state, ended } = stored(world.cloud, 'swaps', swapId);
  return [state, ended?.by];
};
const swapDaysOf = (memberId: string) =>
  stored(world.cloud, 'members', memberId).overrides.filter(({ kind }) => kind === 'swap');

describe('a new rotation', () => {
  test('ends an agreed swap of shifts that it takes away: both and the secretary are told', async () => {
    await agreed();
    await newRotation();
    expect(endOf()).toEqual(['declined', 'other-shifts']);
    expect([swapDaysOf('alice'), swapDaysOf('bob')]).toEqual([[], []]);
    expect(told()).toEqual([
      ['alice,bob', 'swap'],
      ['secretary', 'board'],
    ]);
    const [toBoth] = standing();
    expect(toBoth).toMatchObject({ title: 'Name alice和Name bob的换班取消了' });
    expect(toBoth?.body).toContain('3月11日的班表变了');
    const { swaps, days } = await world.of('bob').get(myRoster, { month: '2025-03' });
    expect(swaps).toMatchObject([{ state: 'declined' }]);
    expect(days[10]).toMatchObject({ override: null, slots: [{ label: 'rest' }] });
  });

  test('tells the officer who has seen the swap', async () => {
    await agreed();
    await world.of('organiser').get(markSwapSeen, { swapId: 's1' });
    await newRotation();
    expect(told()).toEqual([
      ['alice,bob', 'swap'],
      ['organiser', 'board'],
    ]);
  });

  test('ends a proposal too, and no officer hears of what was never agreed', async () => {
    const asked = { swapId: 's1', partnerId: 'bob', days: [TUESDAY], reason: null };
    await world.of('alice').get(proposeSwap, asked);
    await newRotation();
    expect(endOf()).toEqual(['declined', 'other-shifts']);
    expect(told()).toEqual([['alice,bob', 'swap']]);
  });

  test('leaves a swap that it does not touch, also where leave has gone before it', async () => {
    await agreed(FRIDAY);
    const leave = { fromDay: FRIDAY, toDay: localDay('2025-03-08'), leaveKind: 'sick' } as const;
    await world.of('bob').get(addChange, { overrideId: 'l1', change: { kind: 'leave', ...leave } });
    await newRotation();
    expect(endOf()).toEqual(['agreed', undefined]);
    expect(swapDaysOf('alice')).toHaveLength(1);
  });

  test('saved twice tells once', async () => {
    await agreed();
    await newRotation();
    const before = snapshot(world.cloud);
    await newRotation();
    expect(snapshot(world.cloud)).toBe(before);
  });

  test('whose call was cut off after it ended the swap tells on the retry', async () => {
    const [alice, bob] = [inCrew('alice', 'crew-1'), inCrew('bob', 'crew-2')];
    const ended = { by: 'other-shifts', was: 'agreed' } as const;
    const swap = aSwap(alice, bob, { _id: 's1', days: [TUESDAY], state: 'declined', ended });
    await plant(world.cloud, { swaps: [swap] });
    await newRotation();
    expect(told()).toEqual([
      ['alice,bob', 'swap'],
      ['secretary', 'board'],
    ]);
  });
});

describe('a partner', () => {
  test('who leaves ends the swap, and the other and the secretary are told', async () => {
    await agreed();
    await world.of('organiser').get(changeMember, { memberId: 'bob', hasLeft: true });
    expect(endOf()).toEqual(['declined', 'left']);
    expect(swapDaysOf('alice')).toEqual([]);
    expect(told()).toEqual([
      ['alice', 'swap'],
      ['secretary', 'board'],
    ]);
  });

  test('who leaves on a swapped day keeps what was begun, and ends what is ahead', async () => {
    const days = [FRIDAY, localDay('2025-03-08')];
    const asked = { swapId: 's1', partnerId: 'bob', days, reason: null };
    await world.of('alice').get(proposeSwap, asked);
    await world.of('bob').get(answerSwap, { swapId: 's1', answer: 'agree' });
    await world.cloud.clock.set(instantOf(FRIDAY, 12 * 60));
    await world.of('organiser').get(changeMember, { memberId: 'bob', hasLeft: true });
    expect(swapDaysOf('alice').map(({ fromDay }) => fromDay)).toEqual([FRIDAY]);
  });

  test('who comes to another crew ends it as a new rotation does', async () => {
    await agreed();
    const crew = { crewId: 'crew-3', fromDay: MONDAY };
    await world.of('organiser').get(changeMember, { memberId: 'bob', crew });
    expect(endOf()).toEqual(['declined', 'other-shifts']);
  });
});
