import { planSittings } from '../../../../contract/study/planning';
import type { InputOf } from '../../../../contract/action';
import { addDays, instantOf, localDay } from '../../../../domain/time/local-day';
import { aMember, minutes, outputOf, useStudyWorld } from '../../../worlds/study-world';

const world = useStudyWorld();

type Input = InputOf<typeof planSittings>;

/** The day after the world begins: crew-3 works 02–08, crew-2 08–14, crew-1 14–20, crew-4 rests, crew-5 20–02. */
const TOMORROW = localDay('2025-03-06');
const WISH = {
  fromDay: TOMORROW,
  days: 14,
  startMinute: 8 * 60,
  endMinute: 21 * 60,
  minutes: 40,
};

const ask = (changes: Partial<Input>) => ({
  kind: 'theme-day' as const,
  audience: { kind: 'branch' as const },
  ask: { kind: 'find' as const, wish: WISH },
  ...changes,
});
const officer = () => world.phone('officer');
const plan = async (changes: Partial<Input> = {}) =>
  outputOf(await officer().call(planSittings, ask(changes)));
const at = (hour: number, length = 60) => {
  const startAtMs = instantOf(TOMORROW, hour * 60);
  return { startAtMs, endAtMs: startAtMs + minutes(length) };
};
const weigh = (...sittings: { startAtMs: number; endAtMs: number }[]) =>
  plan({ ask: { kind: 'weigh', sittings } });

test('two sittings serve five crews, and each says which crews come and why the others do not', async () => {
  const found = await plan();
  expect(found).toMatchObject({ total: 9, canCome: 9, isFewest: true, left: [], quorum: null });
  expect(found.sittings).toHaveLength(2);
  for (const { canCome, crews } of found.sittings) {
    expect(crews.reduce((sum, crew) => sum + crew.people, 0)).toBe(9);
    expect(crews.reduce((sum, crew) => sum + crew.canCome, 0)).toBe(canCome);
    expect(crews.some(({ hindrance }) => hindrance !== null)).toBe(true);
  }
});

test('one that is moved is weighed as it stands, with who is left and why', async () => {
  const weighed = await weigh(at(10));
  expect(weighed.isFewest).toBeNull();
  expect(weighed.left.map(({ memberId, why }) => [memberId, why])).toEqual([
    ['member-2', 'on-duty'],
    ['member-3', 'after-night'],
  ]);
  const [sitting] = weighed.sittings;
  expect(sitting).toMatchObject({ canCome: 7, entitled: null });
  const crew = sitting?.crews.find(({ crewId }) => crewId === 'crew-2');
  expect(crew).toMatchObject({ people: 1, canCome: 0, hindrance: 'on-duty' });
  expect(crew?.shift).toMatchObject({ day: TOMORROW, kind: 'day' });
  expect(crew?.stretches).toContainEqual({
    startMinute: 8 * 60,
    endMinute: 14 * 60,
    state: 'on-duty',
  });
  expect((await weigh(at(10), at(17))).left).toEqual([]);
});

test('a sitting at night is shown with the hours around it', async () => {
  const [sitting] = (await weigh(at(23, 120))).sittings;
  const asleep = sitting?.crews.flatMap(({ stretches }) => stretches).map((each) => each.endMinute);
  expect(Math.max(...(asleep ?? []))).toBe(25 * 60);
});

test('who is on leave is left until the day they are back, and shown beside their crew', async () => {
  const overrides = [
    {
      kind: 'leave' as const,
      id: 'leave-1',
      leaveKind: 'sick' as const,
      fromDay: TOMORROW,
      toDay: addDays(TOMORROW, 30),
    },
  ];
  await world.alter('members', 'member-4', { overrides });
  const found = await plan();
  expect(found).toMatchObject({ total: 9, canCome: 8, isFewest: true });
  expect(found.left).toMatchObject([
    { memberId: 'member-4', why: 'away', backDay: addDays(TOMORROW, 30) },
  ]);
  const [sitting] = (await weigh(at(10))).sittings;
  const crew = sitting?.crews.find(({ crewId }) => crewId === 'crew-4');
  expect(crew).toMatchObject({ people: 1, canCome: 0, hindrance: null });
});

test('a meeting that votes gets the one time to which most of the entitled can come', async () => {
  await world.plant('members', aMember('new', { roles: ['probationary-member'] }));
  const found = await plan({ kind: 'member-meeting' });
  expect(found.quorum).toEqual({ entitled: 9, needed: 5, neededToElect: 8 });
  expect(found.sittings).toHaveLength(1);
  const [{ canCome, entitled } = { canCome: 0, entitled: 0 }] = found.sittings;
  expect(entitled).toBe(canCome - 1);
  expect(entitled).toBeGreaterThanOrEqual(7);
});

test('what cannot be planned says why', async () => {
  const refuse = async (changes: Partial<Input>) => {
    const reply = await officer().call(planSittings, ask(changes));
    return reply.ok ? 'ok' : [reply.code, reply.detail];
  };
  const groups = { kind: 'groups' as const, groupIds: ['nobody-knows'] };
  expect(await refuse({ audience: groups })).toEqual(['bad-audience', undefined]);
  const closed = { ...WISH, endMinute: WISH.startMinute + 30 };
  expect(await refuse({ ask: { kind: 'find', wish: closed } })).toEqual([
    'no-such-time',
    undefined,
  ]);
  const past = { ...WISH, fromDay: localDay('2025-02-01') };
  expect(await refuse({ ask: { kind: 'find', wish: past } })).toEqual(['no-such-time', undefined]);
  const backwards = { startAtMs: at(10).endAtMs, endAtMs: at(10).startAtMs };
  expect(await refuse({ ask: { kind: 'weigh', sittings: [at(9), backwards] } })).toEqual([
    'bad-sitting',
    { index: 1 },
  ]);
});

test('three requests, who asks, who is asked and what else is held, where rotations are remembered', async () => {
  await plan();
  world.cloud.counts.reset();
  await plan();
  expect(world.cloud.counts.total).toBe(3);
});
