import { decideStar, endStarMonth, starOutcome } from '../../../../contract/star/after';
import { closePoll, openPoll, pollToOpen } from '../../../../contract/star/ballot';
import { saveStarMeeting } from '../../../../contract/star/meeting';
import { starMonth } from '../../../../contract/star/month';
import {
  freezeCandidates,
  starNominations,
  withdrawFromStar,
} from '../../../../contract/star/nomination';
import { MS_PER_DAY } from '../../../../domain/time/local-day';
import { aMember } from '../../../builders/documents';
import { aNomination, aPlan, aStarMonth } from '../../../builders/star';
import { plant } from '../../../builders/stored';
import {
  anOpening,
  END_MS,
  EARLIEST_MS,
  MONTH,
  usePollWorld,
  VOTERS,
} from '../../../worlds/poll-world';
import { TEST_START_MS } from '../../../worlds/test-cloud';

const world = usePollWorld();
const month = MONTH;
const branchId = 'own';
const LEAD = ['organiser', 'secretary', 'office'] as const;
const abroad = () => world.of('abroad');
const ofOwn = { branchId, month } as const;
const refused = { ok: false, code: 'own-candidacy' };

/** Nominations are over, and all who lead the month in the branch have agreed to stand. */
beforeEach(async () => {
  const plan = aPlan({ nominationsUntilAtMs: TEST_START_MS - 1 });
  await plant(world.cloud, {
    members: [aMember('abroad', { branchId: 'other', roles: ['member', 'committee-office'] })],
    star_months: [aStarMonth(branchId, { plan })],
    star_nominations: LEAD.map((id) =>
      aNomination(`of-${id}`, aMember(id), { state: 'agreed', by: { memberId: id, name: id } }),
    ),
  });
});
const revision = () => world.month().revision;

test('R-284 who has agreed to stand does not end the month while it is prepared either, and is told so before', async () => {
  const ends = (who: string) =>
    world.of(who).call(endStarMonth, { ...ofOwn, reason: 'nobody was nominated' });
  for (const who of LEAD) {
    const own = { canEnd: false, isOwnMatter: true };
    expect(await world.of(who).get(starMonth, ofOwn)).toMatchObject(own);
    expect(await world.of(who).get(starOutcome, ofOwn)).toMatchObject(own);
    expect(await ends(who)).toMatchObject(refused);
  }
  expect(world.month().state).toBe('preparing');
  // Whoever thinks better of it has no stake any more; so it is never stuck, whoever has agreed.
  await world.of('secretary').get(withdrawFromStar, ofOwn);
  expect(await world.of('secretary').get(starMonth, ofOwn)).toMatchObject({
    canEnd: true,
    isOwnMatter: false,
  });
  expect(await ends('secretary')).toMatchObject({ ok: true });
  expect(world.month()).toMatchObject({ state: 'over', stars: [] });
});

test('R-284 and the committee office can end it for them', async () => {
  expect(await abroad().get(starMonth, ofOwn)).toMatchObject({ canEnd: true });
  const reason = 'all officers stand';
  expect(await abroad().call(endStarMonth, { ...ofOwn, reason })).toMatchObject({ ok: true });
});

test('R-284 where all who lead a month stand the committee office does every step of it', async () => {
  for (const who of LEAD) {
    const fixed = { ...ofOwn, revision: revision(), leaveOut: [] };
    expect(await world.of(who).call(freezeCandidates, fixed)).toMatchObject(refused);
  }
  expect((await abroad().get(starNominations, ofOwn)).agreed).toHaveLength(3);
  await abroad().get(freezeCandidates, { ...ofOwn, revision: revision(), leaveOut: [] });
  const meeting = {
    heldAtMs: TEST_START_MS - 1,
    place: 'the hall',
    present: ['alice'],
    minutes: 'what was said',
    decisions: [],
  };
  const record = { ...ofOwn, revision: revision(), meeting, isFinal: true };
  expect(await abroad().call(saveStarMeeting, record)).toMatchObject({ ok: true });
  expect(await abroad().call(pollToOpen, ofOwn)).toMatchObject({ ok: true });
  const { pollId } = await abroad().get(openPoll, { ...anOpening(), branchId });
  for (const voter of VOTERS) await world.cast(voter, pollId, 'secretary');
  world.jump(EARLIEST_MS);
  expect(await world.of('organiser').call(closePoll, { pollId })).toMatchObject(refused);
  expect(await abroad().call(closePoll, { pollId })).toMatchObject({ ok: true });
  const decision = {
    ...ofOwn,
    revision: revision(),
    outcome: 'accepted' as const,
    memberIds: ['secretary'],
    reason: null,
  };
  expect(await world.of('organiser').call(decideStar, decision)).toMatchObject(refused);
  expect(await abroad().get(starOutcome, ofOwn)).toMatchObject({ canDecide: true });
  expect(await abroad().call(decideStar, decision)).toMatchObject({ ok: true });
  await world.tickAt(END_MS + 30 * MS_PER_DAY);
  expect(world.month()).toMatchObject({ state: 'over', stars: [{ memberId: 'secretary' }] });
});
