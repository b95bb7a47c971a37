import {
  cancelPoll,
  closePoll,
  extendPoll,
  openPoll,
  pollRun,
  pollToOpen,
} from '../../../../contract/star/ballot';
import { pollIdOf } from '../../../../cloudfunctions/_store/star/polls';
import { decideStar } from '../../../../contract/star/after';
import { starMonth } from '../../../../contract/star/month';
import { withdrawFromStar } from '../../../../contract/star/nomination';
import { MOST_ENTITLED } from '../../../../domain/star/ballot/roll-size';
import { MOST_POLLS } from '../../../../domain/star/star-month';
import { MS_PER_DAY, MS_PER_HOUR } from '../../../../domain/time/local-day';
import { aMember } from '../../../builders/documents';
import { plant, plantOnly } from '../../../builders/stored';
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

describe('opening', () => {
  test('shows what it would be, and freezes just that', async () => {
    const plan = await officer().get(pollToOpen, { month: MONTH });
    expect(plan).toMatchObject({
      round: 1,
      entitled: ROLL.length,
      unbound: ROLL.length - VOTERS.length,
      earliestAtMs: EARLIEST_MS,
      crews: [{ crewId: null, name: null, shift: null, doneMinutes: 0 }],
      candidates: [{ candidateId: 'alice', deeds: ['what alice did'] }, {}, {}],
    });
    const pollId = await world.open();
    expect(world.stored(pollId)).toMatchObject({ roll: ROLL, crewIds: [null], state: 'open' });
    expect(world.month()).toMatchObject({ state: 'voting', pollIds: [pollId] });
    expect(await officer().call(pollToOpen, { month: MONTH })).toMatchObject({
      code: 'has-poll',
      detail: { pollId, state: 'open' },
    });
  });

  test('asks those on the roll, plans one reminder for all of them, and tells the others', async () => {
    await world.open();
    expect(world.told()).toEqual([
      ['poll', ROLL.join()],
      ['poll-reminder', ROLL.join()],
      ['poll-news', 'pat'],
    ]);
    const reminder = world.deliveries().find(({ kind }) => kind === 'poll-reminder');
    expect(reminder?.notBeforeAtMs).toBe(END_MS - MS_PER_DAY);
  });

  test('a short poll is not reminded of', async () => {
    await world.open({ closesAtMs: TEST_START_MS + 12 * MS_PER_HOUR });
    expect(world.told().map(([kind]) => kind)).toEqual(['poll', 'poll-news']);
  });

  test('repeated by the same officer it is the same poll, told once; another is told that there is one', async () => {
    const pollId = await world.open();
    const told = world.deliveries().length;
    expect(await world.open()).toBe(pollId);
    expect(world.deliveries()).toHaveLength(told);
    const other = await world.of('secretary').call(openPoll, anOpening());
    expect(other).toMatchObject({ ok: false, code: 'has-poll', detail: { pollId, state: 'open' } });
  });

  test('of two officers at once one opens it', async () => {
    const replies = await Promise.all(
      ['organiser', 'secretary'].map((id) => world.of(id).call(openPoll, anOpening())),
    );
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(world.month().pollIds).toHaveLength(1);
  });

  test.each([
    ['before every crew had its hours', { closesAtMs: EARLIEST_MS - 1 }, 'closes-too-early'],
    [
      'more than two weeks ahead',
      { closesAtMs: TEST_START_MS + 14 * MS_PER_DAY + 1 },
      'closes-too-late',
    ],
    [
      'a ballot that could name everybody',
      { choice: { kind: 'up-to', names: 3 } },
      'too-many-names',
    ],
    ['a round that is not the next', { round: 2 }, 'has-poll'],
    ['a month without a list', { month: '2025-01' }, 'no-list'],
  ] as const)('refuses %s', async (_, opening, code) => {
    expect(await officer().call(openPoll, anOpening(opening))).toMatchObject({ ok: false, code });
    expect(world.told()).toEqual([]);
  });

  test.each([
    ['when every crew has its hours', EARLIEST_MS],
    ['two weeks ahead', TEST_START_MS + 14 * MS_PER_DAY],
  ])('takes an end %s', async (_, closesAtMs) => {
    expect(await officer().call(openPoll, anOpening({ closesAtMs }))).toMatchObject({ ok: true });
  });

  test.each(['public', 'over'] as const)('a month that is %s says so', async (state) => {
    await plant(world.cloud, { star_months: [{ ...aListedMonth('own'), state }] });
    const refusal = { ok: false, code: 'no-list', detail: { state } };
    expect(await officer().call(pollToOpen, { month: MONTH })).toMatchObject(refusal);
    expect(await officer().call(openPoll, anOpening())).toMatchObject(refusal);
  });

  test('a round that opens while the committee decides undoes no decision, and is called off', async () => {
    const first = await world.open();
    await world.tickAt(END_MS);
    const { result } = world.month();
    // Written, and then the committee was faster than the note of it in the month.
    const pollId = pollIdOf('own', MONTH, 2);
    const closesAtMs = END_MS + 2 * MS_PER_DAY;
    const second = {
      ...world.stored(first),
      _id: pollId,
      round: 2,
      state: 'open' as const,
      closesAtMs,
    };
    await world.plant({ ...second, closed: null, result: null });
    const decided = { ...world.month(), state: 'public' as const };
    await plant(world.cloud, { star_months: [decided] });
    const told = world.told();
    const opening = anOpening({ round: 2, closesAtMs });
    expect(await officer().call(openPoll, opening)).toMatchObject({
      code: 'no-list',
      detail: { state: 'public' },
    });
    expect(world.month()).toMatchObject({ state: 'public', pollIds: [first], result });
    expect(world.stored(pollId)).toMatchObject({ state: 'cancelled' });
    expect(world.told()).toEqual(told);
  });

  test('of a round and a decision that come at once one is, whichever was first', async () => {
    const first = await world.open();
    await world.tickAt(END_MS);
    const { revision } = world.month();
    const opening = anOpening({ round: 2, closesAtMs: END_MS + 2 * MS_PER_DAY });
    const refused = { month: MONTH, revision, outcome: 'not-accepted' as const, memberIds: [] };
    const [opened, decided] = await Promise.all([
      officer().call(openPoll, opening),
      world.of('secretary').call(decideStar, { ...refused, reason: 'nobody has enough' }),
    ]);
    expect([opened.ok, decided.ok].filter(Boolean)).toHaveLength(1);
    expect(world.month()).toMatchObject(
      opened.ok
        ? { state: 'voting', pollIds: [first, opened.output.pollId] }
        : { state: 'over', pollIds: [first] },
    );
  });

  test('where nobody has a vote there is no poll', async () => {
    const members = [
      aMember('pat', { roles: ['probationary-member'] }),
      aMember('office', { branchId: 'other', roles: ['member', 'committee-office'] }),
    ];
    const { branches, rotations = [] } = anOrganisation();
    const star = [aListedMonth('own', ['pat', 'quinn'])];
    await plantOnly(world.cloud, {
      branches: branches ?? [],
      rotations,
      members,
      star_months: star,
    });
    const reply = await world.of('office').call(openPoll, { ...anOpening(), branchId: 'own' });
    expect(reply).toMatchObject({ ok: false, code: 'nobody-entitled' });
  });

  test.each([1, 3, 4])(
    'R-320 of %i on the roll the outcome would tell who chose whom: no poll opens',
    async (size) => {
      const { branches = [], rotations = [] } = anOrganisation();
      const members = [
        ...Array.from({ length: size }, (_, at) => aMember(`member-${at}`)),
        aMember('pat', { roles: ['probationary-member'] }),
        aMember('office', { branchId: 'other', roles: ['member', 'committee-office'] }),
      ];
      const star = [aListedMonth('own', ['member-0', 'member-1'])];
      await plantOnly(world.cloud, { branches, rotations, members, star_months: star });
      const tooFew = { code: 'too-few-entitled', detail: { least: 5 } };
      const office = world.of('office');
      expect(await office.call(pollToOpen, { month: MONTH, branchId: 'own' })).toMatchObject(
        tooFew,
      );
      expect(await office.call(openPoll, anOpening({ branchId: 'own' }))).toMatchObject(tooFew);
    },
  );

  test('R-320 those who are bound to no account count as nobody who could vote', async () => {
    await plant(world.cloud, { members: [aMember('bob', { account: 'none:bob' })] });
    const tooFew = { code: 'too-few-entitled', detail: { least: 8, unbound: 3 } };
    expect(await officer().call(pollToOpen, { month: MONTH })).toMatchObject(tooFew);
    expect(await officer().call(openPoll, anOpening())).toMatchObject(tooFew);
    await plant(world.cloud, { members: [aMember('udo')] });
    expect(await officer().call(openPoll, anOpening())).toMatchObject({ ok: true });
  });

  test('a branch of two thousand is told that it has too many, before and at the opening', async () => {
    const crowd = Array.from({ length: 2000 }, (_, at) => aMember(`member-${at}`));
    await plant(world.cloud, { members: crowd });
    const tooMany = { code: 'too-many-entitled', detail: { most: MOST_ENTITLED } };
    expect(await officer().call(pollToOpen, { month: MONTH })).toMatchObject(tooMany);
    expect(await officer().call(openPoll, anOpening())).toMatchObject(tooMany);
  });

  test('R-178 after ten polls of a month no page offers another, and it is said why', async () => {
    for (let round = 1; round <= MOST_POLLS; round += 1) {
      const pollId = await world.open({ round });
      await officer().get(cancelPoll, { pollId, reason: 'called off' });
      const { canOpenNext } = await officer().get(pollRun, { pollId });
      expect(canOpenNext).toBe(round < MOST_POLLS);
    }
    expect(await officer().call(pollToOpen, { month: MONTH })).toMatchObject({
      code: 'too-many-polls',
      detail: { most: MOST_POLLS },
    });
  });

  test('R-154 one candidate is enough to open, and blank ballots can still say no', async () => {
    await plant(world.cloud, { star_months: [aListedMonth('own', ['bob'])] });
    const choice = { kind: 'up-to' as const, names: 1 };
    const pollId = await world.open({ choice });
    for (const id of VOTERS.slice(0, 5)) await world.cast(id, pollId, 'bob');
    for (const id of VOTERS.slice(5)) await world.cast(id, pollId);
    await world.tickAt(END_MS);
    expect(world.stored(pollId).result).toMatchObject({
      outcome: { kind: 'nobody-elected' },
      figures: { ballots: 8, blank: 3, votes: [5] },
    });
  });

  test('R-159 who has left the branch is put on no ballot, and whoever opens it reads who that is', async () => {
    const left = aMember('bob', { leftDay: '2025-03-04' as never });
    const gone = [left, aMember('leader', { branchId: 'other' })];
    await plant(world.cloud, { members: [...gone, aMember('udo'), aMember('una')] });
    const plan = await officer().get(pollToOpen, { month: MONTH });
    expect(plan.candidates).toMatchObject([{ candidateId: 'alice' }]);
    expect(plan.missing).toEqual([
      { name: 'Name bob', why: 'left-branch' },
      { name: 'Name leader', why: 'left-branch' },
    ]);
    const pollId = await world.open({ choice: { kind: 'up-to', names: 1 } });
    expect(world.stored(pollId).candidates).toMatchObject([{ memberId: 'alice' }]);
  });

  test('R-159 between equals too: who has left the branch meanwhile stands in no other round', async () => {
    const first = await world.open();
    await world.castAll(first, 'alice', 'bob');
    await world.tickAt(END_MS);
    await plant(world.cloud, { members: [aMember('bob', { branchId: 'other' })] });
    const plan = await officer().get(pollToOpen, { month: MONTH });
    expect(plan).toMatchObject({
      round: 2,
      candidates: [{ candidateId: 'alice' }],
      missing: [{ name: 'Name bob', why: 'left-branch' }],
    });
  });

  test('R-159 where nobody of the list is there any more, it says so and nothing opens', async () => {
    const gone = ['alice', 'bob', 'leader'].map((id) => aMember(id, { branchId: 'other' }));
    await plant(world.cloud, { members: gone });
    expect(await officer().call(pollToOpen, { month: MONTH })).toMatchObject({
      code: 'nobody-stands',
    });
    expect(await officer().call(openPoll, anOpening())).toMatchObject({ code: 'nobody-stands' });
    expect(world.month()).toMatchObject({ state: 'listed', pollIds: [] });
  });

  test('who leaves the list while it is opened does not stand: it is called off, and nobody is told', async () => {
    const pollId = await world.open();
    // Written, and then bob was faster than the note of it in the month.
    await plant(world.cloud, { star_months: [aListedMonth('own', ['alice', 'leader'])] });
    const told = world.told();
    expect(await officer().call(openPoll, anOpening())).toMatchObject({
      code: 'has-poll',
      detail: { state: 'cancelled' },
    });
    expect(world.stored(pollId)).toMatchObject({ state: 'cancelled' });
    expect(world.month()).toMatchObject({ state: 'listed', pollIds: [] });
    expect(world.told()).toEqual(told);
  });

  test('everybody on leave has a vote all the same: ballots are cast on phones', async () => {
    const overrides = [
      {
        id: 'leave',
        kind: 'leave',
        leaveKind: 'annual',
        fromDay: '2025-03-01',
        toDay: '2025-03-31',
        recordedAtMs: 0,
      },
    ];
    const away = anOrganisation().members.map((member) => ({ ...member, overrides }));
    await plant(world.cloud, { members: away });
    const pollId = await world.open();
    expect(world.stored(pollId).roll).toEqual(ROLL);
    expect((await world.cast('alice', pollId, 'bob')).ok).toBe(true);
  });
});

describe('putting off', () => {
  const later = END_MS + MS_PER_DAY;
  const extend = (pollId: string, closesAtMs = later, reason = 'the line is down.') =>
    officer().call(extendPoll, { pollId, closesAtMs, reason });

  test('moves the end, says why, asks anew and takes the old questions back', async () => {
    const pollId = await world.open();
    expect(await extend(pollId)).toMatchObject({ ok: true });
    expect(world.stored(pollId)).toMatchObject({
      closesAtMs: later,
      extensions: [{ fromAtMs: END_MS, untilAtMs: later, reason: 'the line is down.' }],
    });
    expect(world.told()).toEqual([
      ['poll-news', 'pat'],
      ['poll', ROLL.join()],
      ['poll-reminder', ROLL.join()],
      ['poll-news', 'pat'],
    ]);
    expect(await world.show('alice', pollId)).toMatchObject({
      extensions: [{ reason: 'the line is down.', byName: 'Name organiser' }],
    });
    world.jump(END_MS + 1);
    expect((await world.cast('alice', pollId, 'bob')).ok).toBe(true);
  });

  test('repeated, it is done and told once', async () => {
    const pollId = await world.open();
    await extend(pollId);
    const told = world.deliveries().length;
    expect(await extend(pollId)).toMatchObject({ ok: true });
    expect(world.stored(pollId).extensions).toHaveLength(1);
    expect(world.deliveries()).toHaveLength(told);
    expect(await extend(pollId, later, 'other words')).toMatchObject({ code: 'not-later' });
  });

  test('never earlier, never after the end, never too far, five times at most', async () => {
    const pollId = await world.open();
    expect(await extend(pollId, END_MS)).toMatchObject({ code: 'not-later' });
    expect(await extend(pollId, EARLIEST_MS)).toMatchObject({ code: 'not-later' });
    const far = TEST_START_MS + 14 * MS_PER_DAY;
    expect(await extend(pollId, far + 1)).toMatchObject({ code: 'closes-too-late' });
    for (let count = 1; count <= 5; count += 1) {
      expect(await extend(pollId, END_MS + count * MS_PER_HOUR)).toMatchObject({ ok: true });
    }
    expect(await extend(pollId, far)).toMatchObject({ code: 'too-many-extensions' });
    world.jump(END_MS + 5 * MS_PER_HOUR);
    expect(await extend(pollId, far)).toMatchObject({ code: 'poll-over' });
  });
});

describe('calling off', () => {
  test('ends it, empties the box, tells everybody why; the month has its list again', async () => {
    const pollId = await world.open();
    await world.castAll(pollId, 'bob');
    await officer().get(cancelPoll, { pollId, reason: 'the list was wrong' });
    expect(world.stored(pollId)).toMatchObject({
      state: 'cancelled',
      box: { version: '', marks: [], seal: '' },
      result: null,
    });
    expect(await world.cast('alice', pollId, 'bob')).toMatchObject({ code: 'poll-over' });
    expect(world.month()).toMatchObject({ state: 'listed' });
    expect(world.told()).toEqual([
      ['poll-news', 'pat'],
      ['poll-news', [...ROLL, 'pat'].join()],
    ]);
    expect((await world.show('pat', pollId)).cancelled).toMatchObject({
      reason: 'the list was wrong',
    });
    const again = (reason: string) => officer().call(cancelPoll, { pollId, reason });
    expect(await again('the list was wrong')).toMatchObject({ ok: true });
    expect(await again('other words')).toMatchObject({ code: 'poll-over' });
    expect(world.stored(pollId).cancelled?.reason).toBe('the list was wrong');
  });

  test('of a later round leads back to the poll that was counted, as it was', async () => {
    const first = await world.open();
    await world.tickAt(END_MS);
    const closesAtMs = END_MS + 2 * MS_PER_DAY;
    const second = await world.open({ round: 2, closesAtMs });
    await officer().get(cancelPoll, { pollId: second, reason: 'the list was wrong' });
    const { steps, since } = await world.of('pat').get(starMonth, { month: MONTH });
    expect(steps).toContainEqual({ step: 'ballot', state: 'done' });
    expect(steps).toContainEqual({ step: 'decision', state: 'now' });
    expect(since).toMatchObject({ newestPollId: second, countedPollId: first });
    const back = { state: 'counted', result: { pollId: first, outcome: 'not-valid' } };
    expect(world.month()).toMatchObject(back);
    const calledOff = [{ round: 2, reason: 'the list was wrong', byName: 'Name organiser' }];
    expect(await world.show('pat', first)).toMatchObject({ calledOff });
    expect(await world.show('pat', second)).toMatchObject({ calledOff: [] });
    const run = await world.of('secretary').get(pollRun, { pollId: first });
    expect(run.poll).toMatchObject({ calledOff });
  });

  test('the next poll of the month is a new one', async () => {
    const first = await world.open();
    await officer().get(cancelPoll, { pollId: first, reason: 'the list was wrong' });
    const second = await world.open({ round: 2 });
    expect(second).not.toBe(first);
    expect(world.stored(second).candidates).toHaveLength(3);
    expect(world.month()).toMatchObject({ state: 'voting', pollIds: [first, second] });
  });

  test('whoever leaves the list after it stands in no later round, and is elected in none', async () => {
    const first = await world.open();
    await officer().get(cancelPoll, { pollId: first, reason: 'the list was wrong' });
    await world.of('bob').get(withdrawFromStar, { month: MONTH });
    const plan = await officer().get(pollToOpen, { month: MONTH });
    expect(plan.candidates.map(({ candidateId }) => candidateId)).toEqual(['alice', 'leader']);
    expect(plan.missing).toEqual([{ name: 'Name bob', why: 'withdrew' }]);
    const choice = { kind: 'up-to' as const, names: 1 };
    const second = await world.open({ round: 2, choice });
    expect(await world.cast('alice', second, 'bob')).toMatchObject({ code: 'unknown-candidate' });
    expect(world.stored(second).candidates.map(({ memberId }) => memberId)).toEqual([
      'alice',
      'leader',
    ]);
  });

  test('what is closed is not called off, and what is called off is not closed', async () => {
    const pollId = await world.open();
    await officer().get(cancelPoll, { pollId, reason: 'the list was wrong' });
    world.jump(EARLIEST_MS);
    expect(await officer().call(closePoll, { pollId })).toMatchObject({ code: 'poll-over' });
    const second = await world.open({ round: 2 });
    await world.tickAt(END_MS);
    const late = await officer().call(cancelPoll, { pollId: second, reason: 'too late' });
    expect(late).toMatchObject({ code: 'poll-over' });
  });
});
