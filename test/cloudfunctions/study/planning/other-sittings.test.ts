import type { InputOf } from '../../../../contract/action';
import { reply } from '../../../../contract/study/mine';
import { planSittings } from '../../../../contract/study/planning';
import { cancelStudy, publishStudy, saveDraft } from '../../../../contract/study/writing';
import { intersects } from '../../../../domain/time/interval';
import { instantOf, localDay } from '../../../../domain/time/local-day';
import {
  aDraft,
  aMember,
  aSitting,
  minutes,
  outputOf,
  useStudyWorld,
} from '../../../worlds/study-world';

const world = useStudyWorld();

type Ask = InputOf<typeof planSittings>['ask'];

/** The day after the world begins: crew-3 works 02–08, crew-2 08–14, crew-1 14–20, crew-4 rests, crew-5 20–02. */
const TOMORROW = localDay('2025-03-06');
const at = (hour: number, day = TOMORROW) => instantOf(day, hour * 60);
const wish = { fromDay: TOMORROW, days: 3, startMinute: 480, endMinute: 1260, minutes: 40 };

const plan = async (ask: Ask, changes: { studyId?: string } = {}) =>
  outputOf(
    await world
      .phone('officer')
      .call(planSittings, { kind: 'theme-day', audience: { kind: 'branch' }, ask, ...changes }),
  );
const weigh = (startAtMs: number, place?: string, changes = {}) => {
  const sitting = { startAtMs, endAtMs: startAtMs + minutes(60), ...(place && { place }) };
  return plan({ kind: 'weigh', sittings: [sitting] }, changes);
};
/** Published by branch-1, from three to four in the afternoon of tomorrow. */
const aMeeting = (draft = {}) =>
  world.published({ topic: 'safety day', sittings: [aSitting(at(15))], ...draft });

test('who goes to another study cannot come at its time: the grid, who is left and the warning say so', async () => {
  await aMeeting();
  const { sittings, left, canCome } = await weigh(at(15.5));
  expect(canCome).toBe(0);
  expect(left.map(({ memberId, why }) => [memberId, why])).toContainEqual([
    'member-4',
    'elsewhere',
  ]);
  // On duty from 14 to 20, and asleep after the night: at no sitting either.
  expect(left.find(({ memberId }) => memberId === 'member-1')?.why).toBe('on-duty');
  const [sitting] = sittings;
  const crew = sitting?.crews.find(({ crewId }) => crewId === 'crew-4');
  expect(crew).toMatchObject({ people: 1, canCome: 0, hindrance: 'elsewhere' });
  expect(crew?.stretches).toContainEqual({ startMinute: 900, endMinute: 960, state: 'meeting' });
  expect(sitting?.clashes).toMatchObject([
    { topic: 'safety day', place: 'room 1', startAtMs: at(15), isSamePlace: false },
  ]);
  expect(sitting?.clashes[0]?.people).toBe(left.filter(({ why }) => why === 'elsewhere').length);
  expect((await weigh(at(16))).sittings[0]?.clashes).toEqual([]);
});

test('the chart of a day shows another study of it also where it is at another time', async () => {
  await aMeeting();
  const [sitting] = (await weigh(at(9))).sittings;
  const crew = sitting?.crews.find(({ crewId }) => crewId === 'crew-4');
  expect(crew).toMatchObject({ canCome: 1, hindrance: null });
  expect(crew?.stretches).toContainEqual({ startMinute: 900, endMinute: 960, state: 'meeting' });
  expect(sitting?.clashes).toEqual([]);
});

test('a proposal has no sitting at the time of another study of the same people, nor in a room that is taken', async () => {
  const free = await plan({ kind: 'find', wish });
  const first = free.sittings[0];
  if (first === undefined) throw new Error('nothing is found');
  await aMeeting({ sittings: [aSitting(first.startAtMs)] });
  const meeting = { startAtMs: first.startAtMs, endAtMs: first.startAtMs + minutes(60) };
  const busy = await plan({ kind: 'find', wish });
  expect(busy.canCome).toBe(9);
  expect(busy.sittings.some((sitting) => intersects(sitting, meeting))).toBe(false);
});

test('a room that another branch has is taken, and what it meets about is not said', async () => {
  const foreign = world.phone('foreign-secretary');
  const sittings = [aSitting(at(8), { endAtMs: at(20), closesAtMs: at(20) })];
  const draft = aDraft(world.nowMs(), { topic: 'secret', sittings });
  outputOf(await foreign.call(saveDraft, { studyId: 'foreign', draft }));
  outputOf(await foreign.call(publishStudy, { studyId: 'foreign' }));
  const day = { ...wish, endMinute: 1200 };
  const anywhere = await plan({ kind: 'find', wish: day });
  expect(anywhere.sittings[0]?.startAtMs).toBeLessThan(at(24));
  const there = await plan({ kind: 'find', wish: day, place: ' room 1 ' });
  expect(there.sittings[0]?.startAtMs).toBeGreaterThan(at(24));
  const { sittings: weighed, canCome } = await weigh(at(10), 'room 1');
  expect(canCome).toBe(7);
  expect(weighed[0]?.clashes).toMatchObject([
    { topic: null, branchName: 'name of branch-2', people: 0, isSamePlace: true },
  ]);
  expect((await weigh(at(10), 'room 2')).sittings[0]?.clashes).toEqual([]);
  expect((await weigh(at(10))).sittings[0]?.clashes).toEqual([]);
});

test('the study itself, one that is called off, and a draft are in nobody’s way', async () => {
  const studyId = await aMeeting();
  expect((await weigh(at(15), 'room 1', { studyId })).sittings[0]?.clashes).toEqual([]);
  const officer = world.phone('officer');
  outputOf(await officer.call(cancelStudy, { studyId, reason: 'not now' }));
  const draft = aDraft(world.nowMs(), { sittings: [aSitting(at(15))] });
  outputOf(await officer.call(saveDraft, { studyId: 'only-a-draft', draft }));
  expect((await weigh(at(15), 'room 1')).sittings[0]?.clashes).toEqual([]);
});

test('who has chosen the other sitting of it, or is on leave from it, can come', async () => {
  const sittings = [aSitting(at(15)), aSitting(at(10), { sittingId: 'sitting-2' })];
  const studyId = await aMeeting({ sittings });
  const canCome = async () => (await weigh(at(15))).canCome;
  expect(await canCome()).toBe(0);
  const say = async (memberId: string, said: InputOf<typeof reply>['reply']) =>
    outputOf(await world.phone(memberId).call(reply, { studyId, reply: said }));
  await say('member-4', { kind: 'coming', sittingId: 'sitting-2' });
  expect(await canCome()).toBe(1);
  await say('day-worker', { kind: 'excused', reason: 'ill' });
  expect(await canCome()).toBe(2);
  await say('day-worker', { kind: 'coming', sittingId: 'sitting-1' });
  expect(await canCome()).toBe(1);
});

test('only people of the other audience are held by it', async () => {
  await aMeeting({ audience: { kind: 'people', memberIds: ['member-4'] } });
  const { left, sittings } = await weigh(at(15));
  expect(left.filter(({ why }) => why === 'elsewhere').map(({ memberId }) => memberId)).toEqual([
    'member-4',
  ]);
  expect(sittings[0]?.clashes).toMatchObject([{ people: 1 }]);
});

test('a crew of which some are elsewhere and the others away does not come', async () => {
  await world.plant(
    'members',
    aMember('away', {
      crewHistory: [{ crewId: 'crew-4', fromDay: localDay('2024-01-01') }],
      overrides: [
        {
          kind: 'leave',
          id: 'leave-1',
          leaveKind: 'sick',
          fromDay: TOMORROW,
          toDay: localDay('2025-03-20'),
        },
      ],
    }),
  );
  await aMeeting();
  const { crews } = (await weigh(at(15))).sittings[0] ?? { crews: [] };
  expect(crews.find(({ crewId }) => crewId === 'crew-4')).toMatchObject({
    people: 2,
    canCome: 0,
    hindrance: 'elsewhere',
  });
});

test('the grid says which crew comes straight from its shift, and which goes straight into one', async () => {
  const besides = async (startAtMs: number): Promise<Record<string, string | null>> => {
    const { crews } = (await weigh(startAtMs)).sittings[0] ?? { crews: [] };
    return Object.fromEntries(crews.map((crew) => [crew.crewId ?? '', crew.shiftBeside]));
  };
  expect(await besides(at(14))).toMatchObject({ 'crew-2': 'after-shift', 'crew-4': null });
  expect(await besides(at(13))).toMatchObject({ 'crew-1': 'before-shift', 'crew-2': null });
});
