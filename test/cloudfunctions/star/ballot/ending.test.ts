import { decideStar, starOutcome } from '../../../../contract/star/after';
import {
  cancelPoll,
  closePoll,
  extendPoll,
  openPoll,
  pollRun,
  pollToOpen,
} from '../../../../contract/star/ballot';
import { MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE } from '../../../../domain/time/local-day';
import { aMember } from '../../../builders/documents';
import { plant, plantOnly, stored } from '../../../builders/stored';
import { TEST_START_MS } from '../../../worlds/test-cloud';
import {
  aListedMonth,
  anOpening,
  EARLIEST_MS,
  END_MS,
  MONTH,
  ROLL,
  usePollWorld,
  VOTERS,
} from '../../../worlds/poll-world';
import { anOrganisation } from '../../../builders/organisation';

const world = usePollWorld();
const officer = () => world.of('organiser');
const run = (pollId: string) => officer().get(pollRun, { pollId });

describe('closing', () => {
  test('not before every crew had its hours, and then with what was cast', async () => {
    const pollId = await world.open();
    await world.castAll(pollId, 'bob');
    world.jump(EARLIEST_MS - 1);
    expect(await officer().call(closePoll, { pollId })).toMatchObject({
      code: 'too-early',
      detail: { earliestAtMs: EARLIEST_MS },
    });
    world.jump(EARLIEST_MS);
    await officer().get(closePoll, { pollId });
    await officer().get(closePoll, { pollId });
    expect(await world.show('pat', pollId)).toMatchObject({
      state: 'closed',
      mine: 'not-on-roll',
      result: {
        outcome: { kind: 'elected', candidateId: 'bob', by: 'votes' },
        turnoutNeeded: 6,
        votesNeeded: 6,
        figures: { ballots: 8, blank: 0, votes: [0, 8, 0] },
      },
    });
    expect(world.stored(pollId)).toMatchObject({
      box: { seal: '' },
      closed: { by: { memberId: 'organiser' } },
    });
    expect(world.month()).toMatchObject({
      state: 'counted',
      result: { pollId, outcome: 'chosen', memberIds: ['bob'] },
    });
    expect(world.told()).toEqual([
      ['poll-news', 'pat'],
      ['poll-news', [...ROLL, 'pat'].join()],
    ]);
  });

  test('what has ended waits to be counted, and is not called off', async () => {
    const pollId = await world.open();
    await world.castAll(pollId, 'bob');
    world.jump(END_MS);
    expect(await officer().call(cancelPoll, { pollId, reason: 'too late' })).toMatchObject({
      code: 'poll-over',
    });
    await world.tickAt(END_MS + MS_PER_HOUR);
    expect(await world.show('pat', pollId)).toMatchObject({ state: 'closed' });
  });

  test('the poll says what the committee has decided since, with its reason', async () => {
    const pollId = await world.open();
    await world.castAll(pollId, 'bob');
    await world.tickAt(END_MS);
    expect((await world.show('pat', pollId)).since).toMatchObject({
      state: 'counted',
      newestPollId: pollId,
      counted: 'chosen',
      decision: null,
    });
    const { revision } = world.month();
    const refused = { month: MONTH, revision, outcome: 'not-accepted' as const, memberIds: [] };
    await officer().get(decideStar, { ...refused, reason: 'a safety matter is open' });
    expect((await world.show('pat', pollId)).since).toMatchObject({
      state: 'over',
      decision: { outcome: 'not-accepted', reason: 'a safety matter is open' },
      ended: { reason: 'a safety matter is open' },
    });
  });

  test('the clock closes it at its end, and a day late just as well', async () => {
    const pollId = await world.open();
    await world.castAll(pollId, 'bob');
    await world.tickAt(END_MS + MS_PER_DAY);
    await world.tick();
    expect(world.stored(pollId)).toMatchObject({
      state: 'closed',
      closed: { by: null, atMs: END_MS + MS_PER_DAY },
      result: { outcome: { kind: 'elected', candidateId: 'bob' } },
    });
    expect(world.month().state).toBe('counted');
    expect([...world.cloud.engine.collection('poll_looks').all()]).toEqual([]);
  });

  test('across the end of the month', async () => {
    world.jump(TEST_START_MS + 26 * MS_PER_DAY);
    const pollId = await world.open({ closesAtMs: TEST_START_MS + 28 * MS_PER_DAY });
    await world.castAll(pollId, 'leader');
    await world.tickAt(TEST_START_MS + 28 * MS_PER_DAY);
    expect(world.stored(pollId).result?.outcome).toMatchObject({ candidateId: 'leader' });
  });

  test('below the turnout nothing is counted, shown or kept', async () => {
    const pollId = await world.open();
    for (const id of VOTERS.slice(0, 5)) await world.cast(id, pollId, 'bob');
    await world.tickAt(END_MS);
    expect(world.stored(pollId)).toMatchObject({
      box: { seal: '' },
      result: { outcome: { kind: 'too-few-ballots' }, figures: null },
    });
    expect(world.month()).toMatchObject({
      state: 'counted',
      result: { outcome: 'not-valid', memberIds: [] },
    });
    const offered = async (memberId: string) =>
      (await world.of(memberId).get(starOutcome, { month: MONTH })).canOpenNext;
    expect(await offered('organiser')).toBe(true);
    expect(await offered('pat')).toBe(false);
    expect(await offered('alice')).toBe(false);
    await world.open({ round: 2, closesAtMs: END_MS + 2 * MS_PER_DAY });
    expect(await offered('organiser')).toBe(false);
  });

  test('when the secretary who opened it has left, anybody in office goes on', async () => {
    const { pollId } = await world.of('secretary').get(openPoll, anOpening());
    await plant(world.cloud, {
      members: [
        aMember('secretary', { roles: ['member'], leftDay: '2025-03-05' as never }),
        aMember('udo'),
      ],
    });
    await world.castAll(pollId, 'bob');
    world.jump(EARLIEST_MS);
    await officer().get(closePoll, { pollId });
    expect(world.stored(pollId).result).toMatchObject({
      entitled: 10,
      outcome: { kind: 'elected', candidateId: 'bob' },
      figures: { ballots: 7 },
    });
  });
});

describe('a crew that had not had its hours at the end', () => {
  /** Crew-4 works 08-14 on the first day, goes to bed at 20:00 and works 02-08, then sleeps until 16:00. */
  const withCrew = async () => {
    const members = anOrganisation().members.map((member) => ({
      ...member,
      crewHistory: [{ crewId: 'crew-4', fromDay: '2024-01-01' }],
    }));
    await plant(world.cloud, { members });
  };

  test('cannot be closed over its head, whoever asks; what it lacks is said', async () => {
    await withCrew();
    const pollId = await world.open();
    world.jump(TEST_START_MS + 9 * MS_PER_HOUR);
    const { crews, earliestAtMs } = await run(pollId);
    expect(crews).toMatchObject([
      { crewId: 'crew-4', shift: { kind: 'day' }, doneMinutes: 210, stretchMinutes: [210] },
    ]);
    expect(earliestAtMs).toBe(TEST_START_MS + 31.5 * MS_PER_HOUR);
    expect(await officer().call(closePoll, { pollId })).toMatchObject({ code: 'too-early' });
  });

  /** It ends when by the rota of its opening all have their hours; by the one since then they do not. */
  const withChangedRota = async () => {
    await plant(world.cloud, {
      members: anOrganisation().members.map((member) => ({
        ...member,
        crewHistory: [{ crewId: 'crew-1', fromDay: '2024-01-01' }],
      })),
    });
    const plan = await officer().get(pollToOpen, { month: MONTH });
    const pollId = await world.open({ closesAtMs: plan.earliestAtMs });
    const rotation = stored(world.cloud, 'rotations', 'rotation-1');
    const [, , , back] = rotation.days;
    await plant(world.cloud, {
      rotations: [{ ...rotation, days: rotation.days.map(() => back) }] as never,
    });
    return { plan, pollId };
  };

  test('has none since then, however late the clock is: nobody could vote', async () => {
    const { plan, pollId } = await withChangedRota();
    world.jump(plan.earliestAtMs);
    const { earliestAtMs } = await run(pollId);
    expect(earliestAtMs).toBeGreaterThan(plan.earliestAtMs);
    world.jump(earliestAtMs);
    expect(await officer().call(closePoll, { pollId })).toMatchObject({
      code: 'too-early',
      detail: { earliestAtMs: (await run(pollId)).earliestAtMs },
    });
    expect((await run(pollId)).earliestAtMs).toBeGreaterThan(earliestAtMs);
  });

  test('the rota was changed meanwhile: the clock puts the end off, says why, and nobody has to act', async () => {
    const { plan, pollId } = await withChangedRota();
    await world.tickAt(plan.earliestAtMs + 2 * MS_PER_HOUR);
    const put = world.stored(pollId);
    expect(put).toMatchObject({
      state: 'open',
      extensions: [{ by: null, fromAtMs: plan.earliestAtMs, untilAtMs: put.closesAtMs }],
      gaps: [{ startAtMs: plan.earliestAtMs, endAtMs: plan.earliestAtMs + 2 * MS_PER_HOUR }],
    });
    expect(put.closesAtMs).toBeGreaterThan(plan.earliestAtMs + 2 * MS_PER_HOUR);
    expect((await world.show('alice', pollId)).extensions).toMatchObject([{ byName: null }]);
    expect((await world.cast('alice', pollId, 'bob')).ok).toBe(true);
    await world.tickAt(put.closesAtMs);
    expect(world.stored(pollId).state).toBe('closed');
  });
});

describe('what is told before the end', () => {
  const turnout = async (pollId: string) => (await run(pollId)).turnout;

  test('nothing before the first full hour, then whether it is enough, as it was at that hour', async () => {
    const pollId = await world.open();
    for (const id of VOTERS.slice(0, 5)) await world.cast(id, pollId, 'bob');
    expect(await turnout(pollId)).toEqual({ kind: 'not-yet', atMs: null });
    const ten = TEST_START_MS + MS_PER_HOUR;
    await world.tickAt(ten);
    expect(await turnout(pollId)).toEqual({ kind: 'not-enough', atMs: ten });
    await world.cast(VOTERS[5] ?? '', pollId, 'bob');
    await world.tickAt(ten + 50 * MS_PER_MINUTE);
    expect(await turnout(pollId)).toEqual({ kind: 'not-enough', atMs: ten });
    await world.tickAt(ten + MS_PER_HOUR);
    expect(await turnout(pollId)).toEqual({ kind: 'enough', atMs: ten + MS_PER_HOUR });
  });

  test('at no other minute, wherever an end that has passed is put off to', async () => {
    const pollId = await world.open();
    const quarterPast = END_MS + 15 * MS_PER_MINUTE;
    const putOff = (closesAtMs: number) =>
      officer().get(extendPoll, { pollId, closesAtMs, reason: 'a repair' });
    await putOff(quarterPast);
    await world.tickAt(END_MS);
    const seen = await turnout(pollId);
    await putOff(quarterPast + 15 * MS_PER_MINUTE);
    await world.castAll(pollId, 'bob');
    await world.tickAt(quarterPast);
    expect(await turnout(pollId)).toEqual(seen);
    await world.tickAt(quarterPast + 5 * MS_PER_MINUTE);
    expect(await turnout(pollId)).toEqual(seen);
  });

  test('of a branch of five nothing, ever; and of four ballots nothing then either', async () => {
    const { branches = [], rotations = [] } = anOrganisation();
    const members = [
      aMember('secretary', { roles: ['member', 'secretary'] }),
      aMember('alice'),
      aMember('bob'),
      aMember('carol'),
      aMember('dave'),
      aMember('office', { branchId: 'other', roles: ['member', 'committee-office'] }),
    ];
    const star = [aListedMonth('own', ['alice', 'bob', 'secretary'])];
    await plantOnly(world.cloud, { branches, rotations, members, star_months: star });
    // Their only officer stands as well: the committee office runs it. docs/rules.md#R-284
    const office = world.of('office');
    const { pollId } = await office.get(openPoll, anOpening({ branchId: 'own' }));
    for (const id of ['alice', 'bob', 'carol', 'secretary']) await world.cast(id, pollId, 'alice');
    await world.tickAt(TEST_START_MS + 5 * MS_PER_HOUR);
    const told = await office.get(pollRun, { pollId });
    expect(told.turnout).toEqual({ kind: 'never', atMs: null });
    await world.tickAt(END_MS);
    expect((await world.show('bob', pollId)).result).toMatchObject({
      outcome: { kind: 'too-few-ballots' },
      turnoutNeeded: 5,
      figures: null,
    });
    expect(JSON.stringify(world.stored(pollId).result)).not.toContain('"votes":[');
  });
});
