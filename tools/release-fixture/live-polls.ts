import { api } from '../../contract/api';
import { demoPeople } from '../../local/world/people';
import { addDays } from '../../domain/time/local-day';
import { at, FIRST_DAY, minutes, type Stage, WHO } from './stage';

const MONTH = '2026-02';
/** Of the branch of which the list of MONTH is fixed. */
const LISTED = {
  branchId: 'jianxiu',
  officer: 'jx11',
  secretary: 'jx02',
  chosen: 'jx05',
  struck: 'jx21',
} as const;
const LATE_VOTERS: readonly string[] = ['jx06', 'jx07'];
const OPENING = {
  round: 1,
  choice: { kind: 'up-to', names: 1 },
  electedBy: 'most-votes',
  tie: 'committee',
} as const;

/** A poll is opened where the list is fixed; who votes first leaves the others their turn. */
export async function voteSome({ recorder }: Stage): Promise<void> {
  const closesAtMs = at(addDays(FIRST_DAY, 3), '20:00');
  const opening = { ...OPENING, choice: { ...OPENING.choice }, month: MONTH, closesAtMs };
  const officer = recorder.phoneOf(LISTED.officer);
  const { pollId } = await officer.get(api.star.openPoll, opening);
  const voters = demoPeople.filter(
    ({ memberId, branchId, isBound, roles }) =>
      branchId === LISTED.branchId &&
      isBound &&
      roles.includes('member') &&
      !LATE_VOTERS.includes(memberId),
  );
  for (const { memberId } of voters) {
    const ballot = { pollId, chosen: [LISTED.chosen] };
    await recorder.phoneOf(memberId).get(api.star.castBallot, ballot);
  }
}

/** Opened and called off, of the branch of WHO. */
export async function callOffPoll({ recorder }: Stage): Promise<void> {
  const { star } = api;
  const officer = recorder.phoneOf(WHO.officer);
  const month = MONTH;
  const { earliestAtMs } = await officer.get(star.pollToOpen, { month });
  const closesAtMs = earliestAtMs + minutes(600);
  const opening = { ...OPENING, choice: { ...OPENING.choice }, month, closesAtMs };
  const { pollId } = await officer.get(star.openPoll, opening);
  await officer.get(star.cancelPoll, { pollId, reason: '名单里漏了一位' });
}

/** What an officer does to an open poll, and the last who vote. */
export async function leadPoll({ recorder }: Stage): Promise<void> {
  const { star } = api;
  const officer = recorder.phoneOf(LISTED.officer);
  const { pollId } = await pollOf({ recorder });
  const reason = '检修的同志还在外面';
  const closesAtMs = at(addDays(FIRST_DAY, 4), '20:00');
  await officer.get(star.pollRun, { pollId });
  await officer.get(star.extendPoll, { pollId, closesAtMs, reason });
  const struck = { pollId, candidateId: LISTED.struck, reason: '本人要求' };
  await officer.get(star.withdrawCandidate, struck);
  for (const memberId of LATE_VOTERS) {
    const voter = recorder.phoneOf(memberId);
    await voter.get(star.poll, { pollId });
    await voter.get(star.castBallot, { pollId, chosen: [] });
    await voter.isRefused(star.castBallot, { pollId, chosen: [] });
  }
}

async function pollOf({ recorder }: Pick<Stage, 'recorder'>): Promise<{ pollId: string }> {
  const { ballot } = await recorder
    .phoneOf(LISTED.officer)
    .get(api.star.starMonth, { month: MONTH });
  if (ballot?.pollId == null) throw new Error('the first days have opened no poll');
  return { pollId: ballot.pollId };
}

/** Counted, decided on, objected to; and a month that ends without a star. Moves the clock on. */
export async function endStar({ recorder, cloud }: Stage): Promise<void> {
  const { star } = api;
  const officer = recorder.phoneOf(LISTED.officer);
  const month = MONTH;
  const { pollId } = await pollOf({ recorder });
  const { earliestAtMs } = await officer.get(star.pollRun, { pollId });
  cloud.clock.jump(Math.max(cloud.clock.nowMs(), earliestAtMs));
  await officer.get(star.closePoll, { pollId });
  await recorder.phoneOf('jx07').get(star.poll, { pollId });
  const { revision } = await officer.get(star.starOutcome, { month });
  const decision = { month, revision, outcome: 'accepted', memberIds: [LISTED.chosen] } as const;
  await officer.get(star.decideStar, { ...decision, memberIds: [LISTED.chosen], reason: null });
  const objection = { month, objectionId: 'objection-next', text: '那次抢修是两个班一起干的' };
  await recorder.phoneOf('jx07').get(star.objectToStar, objection);
  const answer = {
    month,
    objectionId: 'objection-next',
    isUpheld: false,
    text: '核对过，写清楚了',
  };
  await recorder.phoneOf(LISTED.secretary).get(star.answerObjection, answer);
  await officer.get(star.starOutcome, { month });
  await recorder.phoneOf(WHO.officer).get(star.endStarMonth, { month, reason: '名单要重新核对' });
  await recorder.phoneOf('rl08').get(star.starArchive, { year: 2026 });
  await recorder.phoneOf(WHO.office).get(star.officeStars, { month });
}
