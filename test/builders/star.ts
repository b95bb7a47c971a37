import type { StarMonthDocument } from '../../cloudfunctions/_store/star/star-month-document';
import { begunMonth } from '../../cloudfunctions/_store/star/begun-month';
import type { NominationDocument } from '../../cloudfunctions/_store/star/nominations';
import type { Member } from '../../cloudfunctions/_store/people/member-document';
import { publicEndAtMs } from '../../domain/star/after-vote';
import { DEFAULT_BARS, type StarPlan } from '../../domain/star/star-month';
import { MS_PER_DAY } from '../../domain/time/local-day';
import { TEST_START_MS } from '../worlds/test-cloud';

/** Nominations for three days more, a special meeting tomorrow, the committee in five days. */
export function aPlan(plan: Partial<StarPlan> = {}) {
  const { bars = DEFAULT_BARS, ...rest } = plan;
  return {
    nominationsUntilAtMs: TEST_START_MS + 3 * MS_PER_DAY,
    meetingAtMs: TEST_START_MS + MS_PER_DAY,
    decisionAtMs: TEST_START_MS + 5 * MS_PER_DAY,
    publicDays: 5,
    ...rest,
    bars: [...bars],
  };
}

/** The star of February 2025, begun a day before TEST_START_MS and being prepared. */
export function aStarMonth(
  branchId: string,
  star: Partial<StarMonthDocument> = {},
): StarMonthDocument {
  const month = star.month ?? '2025-02';
  const begun = begunMonth({
    branchId,
    month,
    plan: aPlan(),
    begunBy: { memberId: 'organiser', name: 'Name organiser' },
    begunAtMs: TEST_START_MS - MS_PER_DAY,
  });
  return { ...begun, ...star };
}

/** Of `nominated`, for February 2025, by Name bob, whose name they are told; it waits for an answer. */
export function aNomination(
  nominationId: string,
  { _id, name, branchId }: Pick<Member, '_id' | 'name' | 'branchId'>,
  nomination: Partial<NominationDocument> = {},
): NominationDocument {
  return {
    _id: nominationId,
    branchId,
    month: '2025-02',
    memberId: _id,
    name,
    crewName: 'crew 1',
    way: 'colleague',
    by: { memberId: 'bob', name: 'Name bob' },
    isNamed: true,
    deeds: `what ${_id} did`,
    evidence: [],
    state: 'waiting',
    remark: null,
    atMs: TEST_START_MS,
    answeredAtMs: null,
    revision: 0,
    schemaVersion: 1,
    ...nomination,
  };
}

type Named = Pick<Member, '_id' | 'name'>;

const aCandidate = ({ _id, name }: Named) => ({
  memberId: _id,
  name,
  crewName: 'crew 1',
  deeds: [`what ${_id} did`],
  evidence: [],
});

/** The poll has chosen the first of the candidates, or whom `result` says. */
export function aCountedMonth(
  branchId: string,
  candidates: readonly Named[],
  star: Partial<StarMonthDocument> = {},
): StarMonthDocument {
  const [first] = candidates;
  return aStarMonth(branchId, {
    state: 'counted',
    list: {
      frozenAtMs: TEST_START_MS - 3 * MS_PER_DAY,
      seed: 'seed',
      candidates: candidates.map(aCandidate),
    },
    pollIds: ['poll-1'],
    result: {
      pollId: 'poll-1',
      closedAtMs: TEST_START_MS - MS_PER_DAY,
      outcome: 'chosen',
      memberIds: first === undefined ? [] : [first._id],
    },
    ...star,
  });
}

/** Accepted by the committee this morning, and on public notice for five days. */
export function aPublicMonth(
  branchId: string,
  chosen: Named,
  star: Partial<StarMonthDocument> = {},
): StarMonthDocument {
  const publicUntilAtMs = publicEndAtMs(TEST_START_MS, 5);
  return aCountedMonth(branchId, [chosen], {
    state: 'public',
    decision: {
      outcome: 'accepted',
      reason: null,
      by: { memberId: 'organiser', name: 'Name organiser' },
      atMs: TEST_START_MS,
    },
    stars: [aCandidate(chosen)],
    publicUntilAtMs,
    dueAtMs: publicUntilAtMs,
    ...star,
  });
}

export function anObjection(
  objectionId: string,
  { _id, name }: Named,
): StarMonthDocument['objections'][number] {
  return {
    objectionId,
    by: { memberId: _id, name },
    text: 'what is not so',
    atMs: TEST_START_MS,
    answer: null,
  };
}
