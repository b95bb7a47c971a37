import { cancelPoll, openPoll, poll, pollRun, pollToOpen } from '../../../../contract/star/ballot';
import { emptyBox } from '../../../../cloudfunctions/_store/star/ballot-box';
import { useLocalSecret } from '../../../builders/polls';
import { localDay, MS_PER_HOUR } from '../../../../domain/time/local-day';
import { aMember } from '../../../builders/documents';
import { plant } from '../../../builders/stored';
import { TEST_START_MS } from '../../../worlds/test-cloud';
import { anOpening, END_MS, MONTH, ROLL, usePollWorld, VOTERS } from '../../../worlds/poll-world';

const world = usePollWorld();
const officer = () => world.of('organiser');
const chosen = { awakeHours: 8, leastShown: 8, turnout: 'four-fifths' as const };
const eighth = TEST_START_MS + 8 * MS_PER_HOUR;

test('R-281 what is not chosen is as it was of every poll: six hours, five ballots, more than half', async () => {
  const usual = { awakeHours: 6, leastShown: 5, turnout: 'more-than-half' };
  const plan = await officer().get(pollToOpen, { month: MONTH });
  expect(plan.terms).toEqual({ ...usual, areInherited: false, mostShown: 8, lowerTo: [] });
  const pollId = await world.open();
  expect(world.stored(pollId).rules).toEqual({
    awakeMinutes: 360,
    leastShown: 5,
    belowLeast: 'not-counted',
    choice: { kind: 'up-to', names: 2 },
    electedBy: 'more-than-half',
    tie: 'run-off',
  });
  expect(await world.show('pat', pollId)).toMatchObject({ terms: usual, turnoutNeeded: 6 });
});

test('R-281 what is chosen is frozen, everybody reads it, and no end comes before it', async () => {
  const plan = await officer().get(pollToOpen, { month: MONTH, awakeHours: 8 });
  expect(plan).toMatchObject({ earliestAtMs: eighth, terms: { awakeHours: 8 } });
  const early = anOpening({ ...chosen, closesAtMs: eighth - 1 });
  expect(await officer().call(openPoll, early)).toMatchObject({
    code: 'closes-too-early',
    detail: { earliestAtMs: eighth, hours: 8 },
  });
  const pollId = await world.open({ ...chosen, closesAtMs: eighth });
  for (const memberId of ['alice', 'pat']) {
    const seen = await world.show(memberId, pollId);
    expect(seen).toMatchObject({ terms: chosen, turnoutNeeded: 8 });
  }
  expect(await officer().get(pollRun, { pollId })).toMatchObject({
    neededMinutes: 480,
    earliestAtMs: eighth,
    turnoutNeeded: 8,
  });
});

test('R-281 fewer than the share that was chosen are not counted', async () => {
  const few = await world.open({ turnout: 'four-fifths' });
  for (const voter of VOTERS.slice(0, 7)) await world.cast(voter, few, 'alice');
  await world.tickAt(END_MS);
  expect(world.stored(few).result).toMatchObject({
    outcome: { kind: 'too-few-ballots' },
    turnoutNeeded: 8,
    figures: null,
  });
});

test('R-355 nor fewer than the number that a phone of before has sent, and nothing of them is kept', async () => {
  const pollId = await world.open({ ...chosen, turnout: 'two-thirds' });
  expect(await officer().get(pollRun, { pollId })).toMatchObject({ turnoutNeeded: 8 });
  for (const voter of VOTERS.slice(0, 7)) await world.cast(voter, pollId, 'alice');
  await world.tickAt(END_MS);
  expect(world.stored(pollId)).toMatchObject({
    box: { seal: '' },
    result: { outcome: { kind: 'too-few-ballots' }, turnoutNeeded: 8, figures: null },
  });
});

describe('R-355 a poll of seven', () => {
  const seven = ROLL.slice(0, 7);
  const withSeven = async () => {
    const others = ROLL.slice(7).map((id) => aMember(id, { roles: ['probationary-member'] }));
    await plant(world.cloud, { members: others });
    return world.open({ choice: { kind: 'up-to', names: 1 } });
  };

  test('says nothing of four who all voted for the same, and all of five', async () => {
    const pollId = await withSeven();
    for (const voter of seven.slice(0, 4)) await world.cast(voter, pollId, 'bob');
    expect(await world.show('alice', pollId)).toMatchObject({ entitled: 7, turnoutNeeded: 5 });
    await world.tickAt(END_MS);
    expect((await world.show('alice', pollId)).result).toEqual({
      outcome: { kind: 'too-few-ballots' },
      turnoutNeeded: 5,
      votesNeeded: 4,
      figures: null,
    });
  });

  test('that was opened before goes on by the rule of then, sealed as it was', async () => {
    useLocalSecret();
    const pollId = await withSeven();
    const { belowLeast, ...rules } = world.stored(pollId).rules;
    expect(belowLeast).toBe('not-counted');
    const before = { ...world.stored(pollId), rules, schemaVersion: 2 };
    await world.plant({ ...before, box: emptyBox(before) } as never);
    for (const voter of seven.slice(0, 4)) await world.cast(voter, pollId, 'bob');
    expect(await world.show('alice', pollId)).toMatchObject({ turnoutNeeded: 4 });
    await world.tickAt(END_MS);
    expect((await world.show('alice', pollId)).result).toMatchObject({
      outcome: { kind: 'elected', candidateId: 'bob' },
      figures: null,
    });
  });
});

test('R-355 no poll opens of which fewer could vote than have to', async () => {
  const crowd = Array.from({ length: 20 }, (_, at) => aMember(`crowd-${at}`));
  const unbound = crowd.slice(0, 6).map((member) => ({ ...member, account: `none:${member._id}` }));
  await plant(world.cloud, { members: [...crowd.slice(6), ...unbound] });
  // 22 of 30: enough for more than half and two thirds, and not for four fifths.
  const ask = (turnout: 'two-thirds' | 'four-fifths') =>
    officer().call(openPoll, anOpening({ turnout }));
  expect(await ask('four-fifths')).toMatchObject({
    code: 'too-few-entitled',
    detail: { least: 24, unbound: 8 },
  });
  expect(await ask('two-thirds')).toMatchObject({ ok: true });
});

test('R-355 where a share is inherited that fewer can come to, a smaller one opens', async () => {
  const crowd = Array.from({ length: 20 }, (_, at) => aMember(`crowd-${at}`));
  await plant(world.cloud, { members: crowd });
  // 28 of 30 can vote; four fifths are 24.
  await world.open({ turnout: 'four-fifths' });
  await world.tickAt(END_MS);
  const unbound = crowd.slice(0, 6).map((member) => ({ ...member, account: `none:${member._id}` }));
  await plant(world.cloud, { members: unbound });
  const next = { round: 2, closesAtMs: END_MS + 48 * MS_PER_HOUR };
  const plan = await officer().get(pollToOpen, { month: MONTH });
  expect(plan).toMatchObject({ unbound: 8, terms: { lowerTo: ['more-than-half', 'two-thirds'] } });
  expect(await officer().call(openPoll, anOpening(next))).toMatchObject({
    code: 'too-few-entitled',
    detail: { least: 24, unbound: 8 },
  });
  const lower = { turnout: 'two-thirds', lowerBecause: 'many are away' } as const;
  expect(await officer().call(openPoll, anOpening({ ...next, ...lower }))).toMatchObject({
    ok: true,
  });
});

test.each([
  ['fewer hours than a crew needs to hear of it', { awakeHours: 3 }],
  ['more hours than a day', { awakeHours: 25 }],
  ['hours that are no whole ones', { awakeHours: 6.5 }],
  ['figures of so few ballots that they tell who cast them', { leastShown: 4 }],
  ['a share that nobody can choose', { turnout: 'a-third' }],
] as const)('R-281 a phone cannot choose %s', async (_, terms) => {
  const reply = await officer().call(openPoll, anOpening(terms as object));
  expect(reply).toMatchObject({ ok: false, code: 'bad-input' });
});

test('R-281 so many ballots that one or two who stay away keep the figures from all is refused in words', async () => {
  for (const leastShown of [9, 10, 11]) {
    expect(await officer().call(openPoll, anOpening({ leastShown }))).toMatchObject({
      code: 'least-too-high',
      detail: { most: 8 },
    });
  }
  expect(await officer().call(openPoll, anOpening({ leastShown: 8 }))).toMatchObject({ ok: true });
});

test('R-281 a number of ballots that the smaller roll of another round cannot come to is lowered', async () => {
  const first = await world.open({ leastShown: 8 });
  for (const voter of VOTERS) await world.cast(voter, first, 'alice', 'bob');
  await world.tickAt(END_MS);
  const left = ['udo', 'una', 'office'].map((id) =>
    aMember(id, { leftDay: localDay('2025-03-06') }),
  );
  await plant(world.cloud, { members: left });
  const plan = await officer().get(pollToOpen, { month: MONTH });
  expect(plan).toMatchObject({ entitled: 7, terms: { leastShown: 6, mostShown: 6 } });
  const choice = { kind: 'up-to', names: 1 } as const;
  const second = await world.open({ round: 2, choice, closesAtMs: END_MS + 48 * MS_PER_HOUR });
  expect(world.stored(second).rules.leastShown).toBe(6);
});

test('R-281 repeated with the same words it is the same poll, with others it is not', async () => {
  const pollId = await world.open(chosen);
  expect(await world.open(chosen)).toBe(pollId);
  const other = await officer().call(openPoll, anOpening({ ...chosen, awakeHours: 7 }));
  expect(other).toMatchObject({ code: 'has-poll', detail: { pollId, state: 'open' } });
  expect(world.stored(pollId).rules).toMatchObject({ awakeMinutes: 480 });
});

test('R-281 another round has what the one before had, and nothing else', async () => {
  await world.open(chosen);
  await world.tickAt(END_MS);
  const plan = await officer().get(pollToOpen, { month: MONTH, awakeHours: 4 });
  expect(plan.terms).toMatchObject({ ...chosen, areInherited: true, mostShown: 8 });
  const next = { round: 2, closesAtMs: END_MS + 48 * MS_PER_HOUR };
  const other = await officer().call(openPoll, anOpening({ ...next, awakeHours: 6 }));
  expect(other).toMatchObject({ code: 'terms-inherited' });
  const second = await world.open(next);
  expect(await world.of('pat').get(poll, { pollId: second })).toMatchObject({ terms: chosen });
});

test('R-281 a round that was called off changes nothing of what was counted before it', async () => {
  await world.open(chosen);
  await world.tickAt(END_MS);
  const closesAtMs = END_MS + 48 * MS_PER_HOUR;
  const second = await world.open({ round: 2, closesAtMs });
  await officer().get(cancelPoll, { pollId: second, reason: 'once more' });
  const plan = await officer().get(pollToOpen, { month: MONTH });
  expect(plan.terms).toMatchObject({ ...chosen, areInherited: true });
  const other = anOpening({ round: 3, closesAtMs, leastShown: 5 });
  expect(await officer().call(openPoll, other)).toMatchObject({ code: 'terms-inherited' });
});

describe('R-281 after a round in which too few have voted', () => {
  const closesAtMs = END_MS + 48 * MS_PER_HOUR;
  const next = { round: 2, closesAtMs };
  const lowered = { turnout: 'two-thirds', lowerBecause: 'two crews repair' } as const;

  test('whoever opens the next may ask for fewer, with a reason that everybody reads and hears', async () => {
    await world.open(chosen);
    await world.tickAt(END_MS);
    const { terms } = await officer().get(pollToOpen, { month: MONTH });
    expect(terms).toMatchObject({ ...chosen, lowerTo: ['more-than-half', 'two-thirds'] });
    const unsaid = anOpening({ ...next, turnout: 'two-thirds' });
    expect(await officer().call(openPoll, unsaid)).toMatchObject({ code: 'lower-because-missing' });
    const second = await world.open({ ...next, ...lowered });
    const read = { from: 'four-fifths', reason: 'two crews repair' };
    for (const memberId of ['alice', 'pat']) {
      expect(await world.show(memberId, second)).toMatchObject({
        terms: { ...chosen, leastShown: 7, turnout: 'two-thirds', lowered: read },
        turnoutNeeded: 7,
      });
    }
    const bodies = world
      .deliveries()
      .filter(({ title }) => title.includes('第 2 轮') && !title.includes('截止'))
      .map(({ body }) => body);
    expect(bodies).toHaveLength(2);
    for (const body of bodies) expect(body).toContain('原因：two crews repair。');
    expect(await world.open({ ...next, ...lowered })).toBe(second);
    const others = anOpening({ ...next, ...lowered, lowerBecause: 'other words' });
    expect(await officer().call(openPoll, others)).toMatchObject({ code: 'has-poll' });
    for (const voter of VOTERS.slice(0, 7)) await world.cast(voter, second, 'alice');
    await world.tickAt(closesAtMs);
    expect(world.month()).toMatchObject({ result: { outcome: 'chosen', memberIds: ['alice'] } });
  });

  test('down to more than half, which nobody can go below, and no other rule changes', async () => {
    await world.open({ turnout: 'two-thirds' });
    await world.tickAt(END_MS);
    const ask = (terms: object) =>
      officer().call(openPoll, anOpening({ ...next, ...lowered, ...terms }));
    expect(await ask({ turnout: 'four-fifths' })).toMatchObject({ code: 'terms-inherited' });
    expect(await ask({ turnout: 'two-thirds' })).toMatchObject({ code: 'terms-inherited' });
    expect(await ask({ turnout: 'more-than-half', awakeHours: 4 })).toMatchObject({
      code: 'terms-inherited',
    });
    const second = await world.open({ ...next, ...lowered, turnout: 'more-than-half' });
    expect(world.stored(second).rules).not.toHaveProperty('turnout');
    await world.tickAt(closesAtMs);
    const { terms } = await officer().get(pollToOpen, { month: MONTH });
    expect(terms).toMatchObject({ turnout: 'more-than-half', lowerTo: [] });
  });

  test('of one in which enough had voted the share stays', async () => {
    const first = await world.open(chosen);
    for (const voter of VOTERS) await world.cast(voter, first, 'alice', 'bob');
    await world.tickAt(END_MS);
    const { terms } = await officer().get(pollToOpen, { month: MONTH });
    expect(terms).toMatchObject({ turnout: 'four-fifths', lowerTo: [] });
    const fewer = anOpening({ ...next, ...lowered, choice: { kind: 'up-to', names: 1 } });
    expect(await officer().call(openPoll, fewer)).toMatchObject({ code: 'terms-inherited' });
  });
});

describe('R-281 a later round in which the most votes elect, where more than half had to', () => {
  const closesAtMs = END_MS + 48 * MS_PER_HOUR;
  const next = { round: 2, closesAtMs, electedBy: 'most-votes' as const };
  const easeBecause = 'two crews repair.';

  test('has a reason, which stands on the ballot and in the message, and begins with what the last one had', async () => {
    await world.open({ tie: 'lot' });
    await world.tickAt(END_MS);
    const { rules } = await officer().get(pollToOpen, { month: MONTH });
    expect(rules).toEqual({ choice: 'up-to', electedBy: 'more-than-half', tie: 'lot' });
    expect(await officer().call(openPoll, anOpening(next))).toMatchObject({
      code: 'ease-because-missing',
    });
    const second = await world.open({ ...next, easeBecause });
    expect(await world.open({ ...next, easeBecause })).toBe(second);
    for (const memberId of ['alice', 'pat']) {
      expect(await world.show(memberId, second)).toMatchObject({
        electedBy: 'most-votes',
        terms: { eased: { reason: easeBecause } },
      });
    }
    const bodies = world
      .deliveries()
      .filter(({ title }) => title.includes('第 2 轮') && !title.includes('截止'))
      .map(({ body }) => body);
    expect(bodies).toHaveLength(2);
    for (const body of bodies) expect(body).toContain('原因：two crews repair。');
    const others = anOpening({ ...next, easeBecause: 'other words' });
    expect(await officer().call(openPoll, others)).toMatchObject({ code: 'has-poll' });
  });

  test('has none where it is not easier, or nothing was counted before', async () => {
    const same = anOpening({ electedBy: 'most-votes', easeBecause });
    expect(await officer().call(openPoll, same)).toMatchObject({ code: 'terms-inherited' });
    const first = await world.open();
    await officer().get(cancelPoll, { pollId: first, reason: 'once more' });
    const second = await world.open({ round: 2, electedBy: 'most-votes' });
    expect(await world.show('pat', second)).not.toHaveProperty('terms.eased');
  });
});
