import type { Member } from '../../../../cloudfunctions/_store/people/member-document';
import { memberActions } from '../../../../contract/people/member';
import { rosterActions } from '../../../../contract/roster/roster';
import type { ChangeDraft } from '../../../../contract/roster/roster-shapes';
import { addDays, instantOf, localDay, MS_PER_DAY } from '../../../../domain/time/local-day';
import { TEST_START_MS } from '../../../worlds/test-cloud';
import { plant, snapshot, stored } from '../../../builders/stored';
import { inCrew, TODAY, useRosterCloud, waitingFor } from '../../../worlds/roster-cloud';

const { myRoster, addChange, removeChange, crewBoard } = rosterActions;
const world = useRosterCloud();

const leave = (fromDay: string, toDay: string) =>
  ({
    kind: 'leave',
    fromDay: localDay(fromDay),
    toDay: localDay(toDay),
    leaveKind: 'annual',
  }) satisfies ChangeDraft;
const slot = (startMinute: number, durationMinutes = 480) => ({
  label: 'white',
  kind: 'day' as const,
  startMinute,
  durationMinutes,
});
const changesOf = (memberId: string) => stored(world.cloud, 'members', memberId).overrides;

describe('my month', () => {
  test('has every day with its shift and where it comes from, and the shifts of my pattern', async () => {
    const shown = await world.of('bob').get(myRoster, { month: '2025-03' });
    expect(shown).toMatchObject({ crewName: 'crew 2', rotationName: 'main plant' });
    expect(shown.days).toHaveLength(31);
    expect(shown.days[4]).toEqual({
      day: TODAY,
      slots: [{ label: 'front-night', kind: 'evening', startMinute: 1200, durationMinutes: 360 }],
      source: 'rotation',
      override: null,
      overrideId: null,
    });
    expect(shown.legend.map(({ label }) => label)).toEqual([
      'front-night',
      'middle',
      'early',
      'back-night',
      'rest',
    ]);
  });

  test('of a person without a crew knows nothing and says so', async () => {
    const shown = await world.of('pat').get(myRoster, { month: '2024-02' });
    expect(shown).toMatchObject({ crewName: null, rotationName: null, legend: [] });
    expect(shown.days).toHaveLength(29);
    expect(new Set(shown.days.map(({ source }) => source))).toEqual(new Set(['unknown']));
  });

  test('after a night says until when I am not disturbed, and when I sleep', async () => {
    const { quiet, sleepToday } = await world.of('zed').get(myRoster, { month: '2025-03' });
    expect(quiet).toMatchObject({ reason: 'after-night', label: 'back-night' });
    const now = sleepToday.find(
      ({ startAtMs, endAtMs }) => startAtMs <= TEST_START_MS && TEST_START_MS < endAtMs,
    );
    expect(now?.endAtMs).toBe(quiet?.untilAtMs);
  });
});

describe('entering a change', () => {
  test('puts it in my month before what the crew works, and plans what waits for me again', async () => {
    await plant(world.cloud, { deliveries: [waitingFor('zed')] });
    const zed = world.of('zed');
    const added = await zed.get(addChange, {
      overrideId: 'l1',
      change: leave('2025-03-05', '2025-03-07'),
    });
    expect(added).toEqual({
      change: {
        overrideId: 'l1',
        kind: 'leave',
        fromDay: '2025-03-05',
        toDay: '2025-03-07',
        leaveKind: 'annual',
        crewName: null,
        withName: null,
        slots: [],
        isRemovable: true,
      },
      movedDeliveries: 1,
      swapPartners: [],
    });
    const { days, changes, quiet } = await zed.get(myRoster, { month: '2025-03' });
    expect(days.slice(4, 7).map(({ override }) => override)).toEqual(['leave', 'leave', null]);
    expect(changes.map(({ overrideId }) => overrideId)).toEqual(['l1']);
    expect(quiet).toBeNull();
  });

  test('training outranks the crew of a loan, and the loan my own crew', async () => {
    const alice = world.of('alice');
    const days = { fromDay: localDay('2025-03-06'), toDay: localDay('2025-03-08') };
    const loan = { kind: 'on-loan', crewId: 'crew-4', ...days } as const;
    const { change } = await alice.get(addChange, { overrideId: 'loan', change: loan });
    expect(change.crewName).toBe('crew 4');
    const training = {
      kind: 'training',
      fromDay: localDay('2025-03-07'),
      toDay: localDay('2025-03-08'),
      slot: slot(540),
    } as const;
    await alice.get(addChange, { overrideId: 'course', change: training });
    const shown = await alice.get(myRoster, { month: '2025-03' });
    expect(
      shown.days.slice(5, 8).map(({ slots, override }) => [slots[0]?.label, override]),
    ).toEqual([
      ['back-night', 'on-loan'],
      ['white', 'training'],
      ['early', null],
    ]);
  });

  test('twice with one id, also at once, enters it once; other words under it replace it', async () => {
    const bob = world.of('bob');
    const once = { overrideId: 'l1', change: leave('2025-03-06', '2025-03-07') };
    await Promise.all([bob.get(addChange, once), bob.get(addChange, once)]);
    await bob.get(addChange, once);
    expect(changesOf('bob')).toHaveLength(1);
    await bob.get(addChange, { ...once, change: leave('2025-03-06', '2025-03-09') });
    expect(changesOf('bob')).toMatchObject([{ id: 'l1', toDay: '2025-03-09' }]);
  });

  test('several at once are all kept', async () => {
    const bob = world.of('bob');
    const days = Array.from({ length: 16 }, (_, at) => addDays(localDay('2025-03-06'), at));
    await Promise.all(
      days.map((day, index) =>
        bob.get(addChange, { overrideId: `l${index}`, change: leave(day, addDays(day, 1)) }),
      ),
    );
    expect(changesOf('bob')).toHaveLength(16);
  });

  test.each<[string, ChangeDraft, string, object]>([
    ['that ends before it starts', leave('2025-03-09', '2025-03-08'), 'end-before-start', {}],
    ['of no day', leave('2025-03-08', '2025-03-08'), 'end-before-start', {}],
    ['of two years', leave('2025-03-08', '2027-03-08'), 'too-long', { detail: { days: 366 } }],
    ['that ended long ago', leave('2024-12-01', '2025-01-04'), 'too-old', { detail: { days: 60 } }],
    ['of days that have another', leave('2025-03-19', '2025-03-25'), 'contradicts', {}],
    [
      'to a crew that does not exist',
      { kind: 'on-loan', fromDay: TODAY, toDay: localDay('2025-03-06'), crewId: 'crew-9' },
      'unknown-crew',
      {},
    ],
    [
      'with shifts that overlap over midnight',
      {
        kind: 'changed-hours',
        fromDay: TODAY,
        toDay: localDay('2025-03-07'),
        slots: [slot(0), slot(1200)],
      },
      'bad-hours',
      {},
    ],
  ])('%s is refused and changes nothing', async (_, change, code, detail) => {
    const bob = world.of('bob');
    await bob.get(addChange, { overrideId: 'old', change: leave('2025-03-18', '2025-03-20') });
    const before = snapshot(world.cloud);
    const reply = await bob.call(addChange, { overrideId: 'l1', change });
    expect(reply).toMatchObject({ ok: false, code, ...detail });
    expect(snapshot(world.cloud)).toBe(before);
  });

  test('drops what ended sixty days ago, and is refused beside a hundred others', async () => {
    const past = (index: number, fromDay: string): Member['overrides'][number] => ({
      ...leave(addDays(localDay(fromDay), index), addDays(localDay(fromDay), index + 1)),
      id: `past-${index}-${fromDay}`,
    });
    const many = (count: number, fromDay: string) =>
      Array.from({ length: count }, (_, index) => past(index, fromDay));
    await plant(world.cloud, {
      members: [
        inCrew('bob', 'crew-2', {
          overrides: [...many(1, '2025-01-03'), ...many(99, '2025-04-01')],
        }),
        inCrew('alice', 'crew-1', { overrides: many(100, '2025-04-01') }),
      ],
    });
    const one = { overrideId: 'l1', change: leave('2025-03-06', '2025-03-07') };
    await world.of('bob').get(addChange, one);
    expect(changesOf('bob')).toHaveLength(100);
    expect(changesOf('bob')[0]?.fromDay).toBe('2025-04-01');
    const reply = await world.of('alice').call(addChange, one);
    expect(reply).toMatchObject({ code: 'too-many-changes', detail: { most: 100 } });
    expect(changesOf('alice')).toHaveLength(100);
  });
});

describe('taking a change back', () => {
  test('gives me my crew days again, and what waits is planned again; repeating it is no error', async () => {
    const zed = world.of('zed');
    await zed.get(addChange, { overrideId: 'l1', change: leave('2025-03-05', '2025-03-07') });
    await zed.get(removeChange, { overrideId: 'l1' });
    await zed.get(removeChange, { overrideId: 'l1' });
    expect(changesOf('zed')).toEqual([]);
    const { days } = await zed.get(myRoster, { month: '2025-03' });
    expect(days[4]?.slots[0]?.label).toBe('back-night');
  });

  test('reaches no change of somebody else', async () => {
    await world.of('bob').get(addChange, {
      overrideId: 'l1',
      change: leave('2025-03-06', '2025-03-07'),
    });
    await world.of('alice').get(removeChange, { overrideId: 'l1' });
    expect(changesOf('bob')).toHaveLength(1);
  });
});

test('another crew for a member plans again what waits for them', async () => {
  await plant(world.cloud, { deliveries: [waitingFor('zed')] });
  const crew = { crewId: 'crew-1', fromDay: localDay('2025-03-01') };
  await world.of('organiser').get(memberActions.changeMember, { memberId: 'zed', crew });
  const [delivery] = [...world.cloud.engine.collection('deliveries').all()];
  expect(delivery?.document).toMatchObject({
    groups: [{ atMs: TEST_START_MS, why: { code: 'free-now' } }],
  });
});

test('a leave that moves a message is at most six requests, on an instance that knows nothing', async () => {
  await plant(world.cloud, { deliveries: [waitingFor('zed')] });
  await world.cloud.host.reload('member');
  world.cloud.counts.reset();
  const { movedDeliveries } = await world.of('zed').get(addChange, {
    overrideId: 'l1',
    change: leave('2025-03-05', '2025-03-08'),
  });
  expect(movedDeliveries).toBe(1);
  expect(world.cloud.counts.total).toBeLessThanOrEqual(6);
});

test('of changes that meet in one person none is lost', async () => {
  const days = ['06', '08', '10', '12'].map((day) => `2025-03-${day}`);
  const replies = await Promise.all(
    days.map((day) =>
      world.of('bob').call(addChange, {
        overrideId: `l-${day}`,
        change: leave(day, addDays(localDay(day), 1)),
      }),
    ),
  );
  expect(replies.map(({ ok }) => ok)).toEqual([true, true, true, true]);
  expect(
    changesOf('bob')
      .map(({ fromDay }) => fromDay)
      .sort(),
  ).toEqual(days);
});

describe('the crew board', () => {
  test('shows each crew of the branch with who works, sleeps and is free, and until when', async () => {
    await plant(world.cloud, { members: [inCrew('dan', 'crew-4')] });
    await world.of('alice').get(addChange, {
      overrideId: 'l1',
      change: leave('2025-03-05', '2025-03-06'),
    });
    const { crews } = await world.of('leader').get(crewBoard, {});
    const one = (crewId: string | null) => crews.find((crew) => crew.crewId === crewId);
    expect(crews.map(({ crewId }) => crewId)).toEqual([
      'crew-1',
      'crew-2',
      'crew-4',
      'crew-5',
      null,
    ]);
    expect(one('crew-1')?.people).toMatchObject([{ state: 'free', override: 'leave' }]);
    expect(one('crew-4')?.slots).toMatchObject([{ label: 'early' }]);
    expect(one('crew-4')?.people).toMatchObject([{ memberId: 'dan', state: 'on-duty' }]);
    expect(one('crew-4')?.people[0]?.untilAtMs).toBeGreaterThan(TEST_START_MS);
    expect(one('crew-5')?.people).toMatchObject([{ memberId: 'zed', state: 'asleep' }]);
    expect(one(null)?.people.every(({ state }) => state === 'unknown')).toBe(true);
  });

  test('names the shift that runs after midnight, not the one of the new day', async () => {
    // Crew 2 works 20:00–02:00 on the first day.
    const atMs = instantOf(addDays(TODAY, 1), 60);
    const { crews } = await world.of('leader').get(crewBoard, { atMs });
    const two = crews.find(({ crewId }) => crewId === 'crew-2');
    expect(two?.slots).toMatchObject([{ label: 'front-night' }]);
    expect(two?.people.every(({ state }) => state === 'on-duty')).toBe(true);
  });

  test('can be asked for any time, and for no branch that does not exist', async () => {
    const atMs = TEST_START_MS + MS_PER_DAY;
    const { crews } = await world.of('leader').get(crewBoard, { atMs });
    expect(crews.find(({ crewId }) => crewId === 'crew-5')?.slots).toMatchObject([
      { label: 'rest' },
    ]);
    const reply = await world.of('office').call(crewBoard, { branchId: 'nowhere' });
    expect(reply).toMatchObject({ code: 'not-found' });
  });
});
