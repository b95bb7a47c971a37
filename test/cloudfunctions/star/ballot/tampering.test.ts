import type { PollDocument } from '../../../../cloudfunctions/_store/star/poll-document';
import type { PollLookDocument } from '../../../../cloudfunctions/_store/star/polls';
import { closePoll } from '../../../../contract/star/ballot';
import { MS_PER_HOUR } from '../../../../domain/time/local-day';
import { anOrganisation } from '../../../builders/organisation';
import { plant } from '../../../builders/stored';
import { TEST_START_MS } from '../../../worlds/test-cloud';
import { aListedMonth, END_MS, usePollWorld, VOTERS } from '../../../worlds/poll-world';
import { candidate, flipped, ruled, tamperingIn, withBox, withoutVersion } from './tampered';

const world = usePollWorld();
const { look, plantLook, votedBy, faultAtTheEnd } = tamperingIn(world);

const BY = { memberId: 'organiser', name: 'Name organiser' };

test('a box that nobody has touched is counted', async () => {
  expect(await faultAtTheEnd(await votedBy(8))).toBe('elected');
});

describe('found out at the tally, said, and kept as it was found', () => {
  const changes: readonly (readonly [string, (poll: PollDocument) => PollDocument])[] = [
    ['a bit of the seal', (poll) => withBox(poll, { seal: flipped(poll.box.seal, 30) })],
    ['a bit of its nonce', (poll) => withBox(poll, { seal: flipped(poll.box.seal, 0) })],
    ['a bit of its tag', (poll) => withBox(poll, { seal: flipped(poll.box.seal, 12) })],
    ['a seal that is cut short', (poll) => withBox(poll, { seal: poll.box.seal.slice(0, 40) })],
    ['no seal', (poll) => withBox(poll, { seal: '' })],
    [
      'a mark',
      (poll) =>
        withBox(poll, {
          marks: poll.box.marks.map((mark, at) => (at === 3 ? 'f'.repeat(32) : mark)),
        }),
    ],
    ['a mark less', (poll) => withBox(poll, { marks: poll.box.marks.slice(1) })],
    ['the version', (poll) => withBox(poll, { version: 'a'.repeat(24) })],
    ['the roll', (poll) => ({ ...poll, roll: [...poll.roll.slice(1), 'pat'] })],
    ['the order of the list', (poll) => ({ ...poll, candidates: [...poll.candidates].reverse() })],
    ['how many names a ballot has', ruled({ choice: { kind: 'up-to', names: 1 } })],
    ['how many votes elect', ruled({ electedBy: 'most-votes' })],
    ['what decides between equals', ruled({ tie: 'lot' })],
    ['of how many ballots figures are shown', ruled({ leastShown: 0 })],
    ['how long every crew is awake before the end', ruled({ awakeMinutes: 0 })],
    ['how many have to vote', ruled({ turnout: 'four-fifths' })],
    ['the seed of the lot', (poll) => ({ ...poll, lotSeed: 'another' })],
    ['who withdrew', candidate({ withdrawn: { reason: 'why', by: BY, atMs: 0 } })],
    ['what somebody on the list is called', candidate({ name: 'Name bob' })],
    ['since when somebody on the list is here', candidate({ serviceDay: '2001-01-01' as never })],
    ['the end', (poll) => ({ ...poll, closesAtMs: END_MS - 1 })],
    ['when it opened', (poll) => ({ ...poll, openedAtMs: poll.openedAtMs - 1 })],
    ['when nobody could vote', (poll) => ({ ...poll, gaps: [{ startAtMs: 0, endAtMs: 1 }] })],
    ['whose hours are waited for', (poll) => ({ ...poll, crewIds: ['crew-1'] })],
    ['the round', (poll) => ({ ...poll, round: 2 })],
    ['how much is sealed', withoutVersion],
  ];
  test.each(changes)('%s', async (_, change) => {
    const pollId = await votedBy(8);
    const changed = change(world.stored(pollId));
    await world.plant(changed);
    expect(await faultAtTheEnd(pollId)).toBe('does-not-open');
    expect(world.stored(pollId)).toMatchObject({ box: changed.box, result: { figures: null } });
    const shown = await world.show('alice', pollId);
    expect(shown.result).toMatchObject({ outcome: { kind: 'not-counted' }, figures: null });
  });

  test('how many have to vote, where that was chosen', async () => {
    for (const turnout of [undefined, 'two-thirds'] as const) {
      await world.cloud.reset();
      await plant(world.cloud, anOrganisation());
      await plant(world.cloud, { star_months: [aListedMonth('own')] });
      const pollId = await world.open({ turnout: 'four-fifths' });
      for (const voter of VOTERS) await world.cast(voter, pollId, 'alice');
      const { turnout: _, ...rules } = world.stored(pollId).rules;
      const changed = { ...rules, ...(turnout !== undefined && { turnout }) };
      await world.plant({ ...world.stored(pollId), rules: changed });
      expect(await faultAtTheEnd(pollId)).toBe('does-not-open');
    }
  });

  test('the box of another poll', async () => {
    const first = await votedBy(8);
    await plant(world.cloud, { star_months: [aListedMonth('own', undefined, '2025-03')] });
    const second = await votedBy(7, '2025-03');
    const [one, other] = [world.stored(first), world.stored(second)];
    await world.plant({ ...one, box: other.box });
    await world.plant({ ...other, box: one.box });
    expect([await faultAtTheEnd(first), await faultAtTheEnd(second)]).toEqual([
      'does-not-open',
      'does-not-open',
    ]);
  });

  test('an older seal beside newer marks, and older marks beside a newer seal', async () => {
    const pollId = await votedBy(6);
    const older = world.stored(pollId);
    await world.cast(VOTERS[6] ?? '', pollId, 'bob');
    const newer = world.stored(pollId);
    await world.plant(withBox(newer, { seal: older.box.seal }));
    expect(await world.cast(VOTERS[7] ?? '', pollId)).toMatchObject({ code: 'box-damaged' });
    expect(await faultAtTheEnd(pollId)).toBe('does-not-open');
    await world.plant({ ...withBox(newer, { marks: older.box.marks }) });
    const again = await world.cast(VOTERS[7] ?? '', pollId);
    expect(again.ok ? '' : again.code).toMatch(/poll-over|box-damaged/u);
  });
});

describe('a look', () => {
  const atTen = TEST_START_MS + MS_PER_HOUR;

  test.each<[string, (kept: PollLookDocument, pollId: string) => Promise<void>]>([
    ['that was changed', (kept) => plantLook({ ...kept, seal: flipped(kept.seal, 28) })],
    ['of another instant', (kept) => plantLook({ ...kept, lookedAtMs: atTen - 1 })],
    [
      'that was taken away',
      (_, pollId) =>
        world.cloud.engine.write('poll_looks', undefined, (stored) => ({
          changes: [...stored.all()]
            .filter(({ document }) => document._id === pollId)
            .map((before) => ({ before, after: undefined })),
          result: undefined,
        })),
    ],
  ])('%s keeps the poll from being counted', async (_, change) => {
    const pollId = await votedBy(8);
    await world.tickAt(atTen);
    await change(look(pollId), pollId);
    world.jump(END_MS);
    await world.of('organiser').get(closePoll, { pollId });
    expect(world.stored(pollId).result?.outcome).toEqual({
      kind: 'not-counted',
      fault: 'does-not-open',
    });
  });

  test('after it everybody can go on voting, and a new poll can be held where it could not be counted', async () => {
    const pollId = await votedBy(4);
    await world.tickAt(atTen);
    for (const memberId of VOTERS.slice(4)) {
      expect((await world.cast(memberId, pollId, 'bob')).ok).toBe(true);
    }
    await world.plant(withBox(world.stored(pollId), { seal: '' }));
    expect(await faultAtTheEnd(pollId)).toBe('does-not-open');
    const again = await world.open({ round: 2, closesAtMs: END_MS + 48 * MS_PER_HOUR });
    expect(world.stored(again)).toMatchObject({ round: 2, state: 'open' });
  });
});
