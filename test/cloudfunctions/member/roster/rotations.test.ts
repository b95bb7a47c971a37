import { rosterActions } from '../../../../contract/roster/roster';
import { rotationActions, type RotationDraft } from '../../../../contract/roster/rotations';
import { localDay, MS_PER_DAY } from '../../../../domain/time/local-day';
import { TEST_START_MS } from '../../../worlds/test-cloud';
import { aMember } from '../../../builders/documents';
import { plant, snapshot } from '../../../builders/stored';
import { inCrew, TODAY, useRosterCloud, waitingFor } from '../../../worlds/roster-cloud';

const { myRoster } = rosterActions;
const { rotations, previewRotation, saveRotation } = rotationActions;
const world = useRosterCloud();

const MONDAY = localDay('2025-03-10');
const white = { label: 'white', kind: 'day' as const, startMinute: 480, durationMinutes: 720 };
const night = { label: 'night', kind: 'night' as const, startMinute: 1200, durationMinutes: 720 };
const rest = { label: 'rest', kind: 'rest' as const, startMinute: 0, durationMinutes: 0 };

const crewsNamed = (...crewIds: string[]) =>
  crewIds.map((crewId) => ({ crewId, name: `the ${crewId}` }));

/** 四班两倒 of crews 2 to 5: crew-2 works the white shift today. */
function aDraft(draft: Partial<RotationDraft> = {}): RotationDraft {
  return {
    rotationId: 'r2',
    name: 'from now on',
    pattern: { kind: 'preset', presetId: 'four-crews-two-shifts' },
    crews: crewsNamed('crew-2', 'crew-3', 'crew-4', 'crew-5'),
    validFromDay: MONDAY,
    answers: [{ day: TODAY, label: 'white', crewId: 'crew-2' }],
    ...draft,
  };
}

type OwnPattern = Extract<RotationDraft['pattern'], { kind: 'own' }>;
const own = (days: OwnPattern['days'], offsets?: number[]): OwnPattern => ({
  kind: 'own',
  days,
  daysCounted: 'every-day',
  ...(offsets && { offsets }),
});

async function labelsOf(memberId: string, from: number, to: number) {
  const { days } = await world.of(memberId).get(myRoster, { month: '2025-03' });
  return days.slice(from - 1, to).map(({ slots }) => slots[0]?.label ?? null);
}

describe('setting up by answers', () => {
  test('asks who is on the white shift, and shows fourteen days after the answer', async () => {
    const office = world.of('office');
    const asked = await office.get(previewRotation, {
      draft: aDraft({ validFromDay: TODAY, answers: [] }),
    });
    expect(asked).toEqual({
      next: {
        day: TODAY,
        label: 'white',
        candidates: expect.arrayContaining(['crew-2', 'crew-3', 'crew-4', 'crew-5']) as unknown,
      },
      days: [],
      uncovered: [],
    });
    const before = snapshot(world.cloud);
    const shown = await office.get(previewRotation, { draft: aDraft({ validFromDay: TODAY }) });
    expect(shown).toMatchObject({ next: null, uncovered: [] });
    expect(shown.days).toHaveLength(14);
    expect(shown.days[0]).toMatchObject({
      day: TODAY,
      crews: [
        { crewId: 'crew-2', slots: [{ label: 'white' }] },
        { crewId: 'crew-3', slots: [{ label: 'night' }] },
        { crewId: 'crew-4', slots: [{ label: 'rest' }] },
        { crewId: 'crew-5', slots: [{ label: 'rest' }] },
      ],
    });
    expect(snapshot(world.cloud)).toBe(before);
  });

  test('asks once more where two days of one shift follow each other, and is not saved before', async () => {
    const pattern = { kind: 'preset', presetId: 'four-crews-three-shifts' } as const;
    const office = world.of('office');
    const draft = aDraft({ pattern });
    const { next, days } = await office.get(previewRotation, { draft });
    expect(days).toEqual([]);
    expect(await office.call(saveRotation, { draft })).toMatchObject({ code: 'not-settled' });
    if (next === null) throw new Error('nothing was asked');
    for (const crewId of next.candidates) {
      const answers = [...draft.answers, { day: next.day, label: next.label, crewId }];
      const settled = await office.get(previewRotation, { draft: { ...draft, answers } });
      expect(settled.next).toBeNull();
      const first = settled.days[0]?.crews.map(({ slots }) => slots[0]?.label);
      expect(first?.filter((label) => label === 'white')).toHaveLength(1);
    }
  });

  test('day workers need no answer and keep the national holidays', async () => {
    const draft = aDraft({
      pattern: { kind: 'preset', presetId: 'day-workers' },
      crews: crewsNamed('crew-1'),
      validFromDay: localDay('2025-05-01'),
      answers: [],
    });
    const { next, days } = await world.of('office').get(previewRotation, { draft });
    expect(next).toBeNull();
    // Labour Day to 5 May is off, and Saturday the 10th too; 6 to 9 May are worked.
    const worked = days.filter(({ crews }) => (crews[0]?.slots.length ?? 0) > 0);
    expect(worked.map(({ day }) => day).slice(0, 4)).toEqual([
      '2025-05-06',
      '2025-05-07',
      '2025-05-08',
      '2025-05-09',
    ]);
  });

  test('an own pattern can be given whole, each crew on its day of the cycle', async () => {
    const draft = aDraft({
      pattern: own([[white], [night], [rest]], [0, 2]),
      crews: crewsNamed('crew-1', 'crew-2'),
      validFromDay: TODAY,
      answers: [],
    });
    const { days, uncovered } = await world.of('office').get(previewRotation, { draft });
    const labels = (crew: number) =>
      days.slice(0, 3).map(({ crews }) => crews[crew]?.slots[0]?.label);
    expect([labels(0), labels(1)]).toEqual([
      ['white', 'night', 'rest'],
      ['rest', 'white', 'night'],
    ]);
    // Two of three crews: a shift of twelve hours is missing twice in three days.
    expect(uncovered).toEqual([
      { day: TODAY, startMinute: 1200, endMinute: 1920 },
      { day: localDay('2025-03-07'), startMinute: 480, endMinute: 1200 },
    ]);
  });

  const empty = Array.from({ length: 400 }, () => [white]);
  test.each<[string, Partial<RotationDraft>, string, object]>([
    [
      'too few crews',
      { crews: crewsNamed('crew-2') },
      'wrong-crew-count',
      { detail: { wanted: 4 } },
    ],
    ['a crew twice', { crews: crewsNamed('crew-2', 'c', 'd', 'crew-2') }, 'crew-twice', {}],
    [
      'a label of another pattern',
      { answers: [{ day: TODAY, label: 'study', crewId: 'crew-2' }] },
      'label-not-in-pattern',
      {},
    ],
    [
      'an answer about another crew',
      { answers: [{ day: TODAY, label: 'white', crewId: 'crew-1' }] },
      'crew-not-listed',
      {},
    ],
    [
      'answers that cannot both be',
      {
        answers: [
          { day: TODAY, label: 'white', crewId: 'crew-2' },
          { day: TODAY, label: 'white', crewId: 'crew-4' },
        ],
      },
      'answers-contradict',
      {},
    ],
    ['a cycle of no days', { pattern: own([]) }, 'bad-pattern', problem('cycle-length')],
    ['a cycle of 400 days', { pattern: own(empty) }, 'bad-pattern', problem('cycle-length')],
    [
      'a cycle of 57 days',
      { pattern: own(empty.slice(0, 57)) },
      'bad-pattern',
      problem('cycle-length'),
    ],
    [
      'nothing but rest',
      { pattern: own([[rest], []]) },
      'bad-pattern',
      problem('no-working-shift'),
    ],
    [
      'shifts that overlap from the end of the cycle to its beginning',
      { pattern: own([[{ ...white, startMinute: 420 }], [rest], [rest], [night]]) },
      'bad-pattern',
      problem('shifts-overlap', 3),
    ],
    [
      'rest beside a shift',
      { pattern: own([[white, rest]]) },
      'bad-pattern',
      problem('rest-beside-shift', 0),
    ],
    [
      'a shift without length',
      { pattern: own([[{ ...white, durationMinutes: 0 }]]) },
      'bad-pattern',
      problem('bad-duration', 0),
    ],
    [
      'a crew outside the cycle',
      { pattern: own([[white], [rest]], [0, 1, 2, 0]) },
      'bad-pattern',
      problem('offset-outside-cycle'),
    ],
    [
      'an offset too few',
      { pattern: own([[white], [rest]], [0, 1, 0]) },
      'bad-pattern',
      problem('offsets-missing'),
    ],
    [
      'crews that do not divide the cycle',
      { pattern: own([[white], [white], [rest]]) },
      'bad-pattern',
      problem('offsets-missing'),
    ],
  ])('%s: refused, and nothing is saved', async (_, wrong, code, detail) => {
    const before = snapshot(world.cloud);
    const draft = aDraft(wrong);
    for (const action of [previewRotation, saveRotation] as const) {
      const reply = await world.of('office').call(action, { draft });
      expect(reply).toMatchObject({ ok: false, code, ...detail });
    }
    expect(snapshot(world.cloud)).toBe(before);
  });

  test('an unknown preset is no input', async () => {
    const draft = { ...aDraft(), pattern: { kind: 'preset', presetId: 'six-crews' } };
    const reply = await world.of('office').callWith(saveRotation, { draft });
    expect(reply).toMatchObject({ code: 'bad-input' });
  });
});

describe('a saved rotation', () => {
  test('counts from its day on; before it the earlier one does', async () => {
    await world.of('office').get(saveRotation, { draft: aDraft() });
    // crew-2: front night, middle, early, back night, rest; from Monday on white every fourth day.
    expect(await labelsOf('bob', 5, 13)).toEqual([
      ...['front-night', 'middle', 'early', 'back-night', 'rest'],
      ...['night', 'rest', 'rest', 'white'],
    ]);
    expect(await labelsOf('alice', 10, 11)).toEqual(['rest', 'front-night']);
    const listed = await world.of('office').get(rotations, {});
    expect(listed.rotations.map(({ rotationId, isCurrent }) => [rotationId, isCurrent])).toEqual([
      ['rotation-1', true],
      ['r2', false],
    ]);
    expect(listed.rotations[0]?.crews[1]).toMatchObject({
      crewId: 'crew-2',
      slotsToday: [{ label: 'front-night' }],
    });
    expect(listed.presets).toHaveLength(10);
    expect(listed.presets[0]).toMatchObject({ crewCount: 5, firstQuestion: 'early' });
  });

  test('valid from a past day plans again what waits for its people, and only theirs', async () => {
    await plant(world.cloud, {
      members: [
        aMember('loaned', {
          overrides: [
            { kind: 'on-loan', id: 'o', fromDay: TODAY, toDay: MONDAY, crewId: 'crew-5' },
          ],
        }),
        inCrew('gone', 'crew-5', { leftDay: TODAY }),
        inCrew('formerly', 'crew-5', {
          crewHistory: [
            { crewId: 'crew-5', fromDay: localDay('2024-01-01') },
            { crewId: 'crew-1', fromDay: localDay('2024-06-01') },
          ],
        }),
      ],
      deliveries: [waitingFor('zed')],
    });
    const draft = aDraft({ validFromDay: localDay('2025-03-01') });
    const saved = await world.of('office').get(saveRotation, { draft });
    // bob, zed and the one on loan; zed has no night behind them any more.
    expect(saved).toEqual({ rotationId: 'r2', people: 3, movedDeliveries: 1 });
    const { quiet } = await world.of('zed').get(myRoster, { month: '2025-03' });
    expect(quiet).toBeNull();
  });

  test('is saved once by a call that is repeated, also when it is valid already', async () => {
    const office = world.of('office');
    const draft = aDraft({ validFromDay: TODAY });
    await Promise.all([office.get(saveRotation, { draft }), office.get(saveRotation, { draft })]);
    const before = snapshot(world.cloud);
    await world.cloud.clock.set(TEST_START_MS + MS_PER_DAY);
    await office.get(saveRotation, { draft });
    expect(snapshot(world.cloud)).toBe(before);
  });

  test('is replaced while it is not valid yet, and stands from then on', async () => {
    const office = world.of('office');
    await office.get(saveRotation, { draft: aDraft() });
    await office.get(saveRotation, { draft: aDraft({ name: 'thought better' }) });
    const listed = await office.get(rotations, {});
    expect(listed.rotations.map(({ name }) => name)).toEqual(['main plant', 'thought better']);
    await world.cloud.clock.set(TEST_START_MS + 6 * MS_PER_DAY);
    const before = snapshot(world.cloud);
    const reply = await office.call(saveRotation, { draft: aDraft({ name: 'too late' }) });
    expect(reply).toMatchObject({ code: 'already-valid' });
    expect(snapshot(world.cloud)).toBe(before);
  });

  test('that loses a crew before it is valid plans again for that crew too', async () => {
    const office = world.of('office');
    await office.get(saveRotation, { draft: aDraft() });
    const crews = crewsNamed('crew-2', 'crew-3', 'crew-4', 'crew-1');
    const saved = await office.get(saveRotation, { draft: aDraft({ crews }) });
    // bob and alice, who are in it, and zed, who was.
    expect(saved.people).toBe(3);
  });

  test('that was wrong is put right by another from the same day: the later saved counts', async () => {
    const office = world.of('office');
    await office.get(saveRotation, { draft: aDraft({ rotationId: 'z', validFromDay: TODAY }) });
    await world.cloud.clock.set(TEST_START_MS + 60_000);
    const answers = [{ day: TODAY, label: 'white', crewId: 'crew-3' }];
    await office.get(saveRotation, {
      draft: aDraft({ rotationId: 'a', validFromDay: TODAY, answers }),
    });
    const listed = await office.get(rotations, {});
    expect(
      listed.rotations.find(({ isCurrent, name }) => isCurrent && name !== 'main plant'),
    ).toMatchObject({ rotationId: 'a' });
    expect(await labelsOf('bob', 5, 5)).toEqual(['rest']);
  });
});

function problem(code: string, day?: number) {
  return { detail: { problem: code, ...(day !== undefined && { day }) } };
}
