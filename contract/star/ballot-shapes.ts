import * as v from 'valibot';
import { NEXT_BETWEEN_EQUALS } from '../../domain/star/after-vote';
import { CHOICE_KINDS, ELECTED_BY, TIE_RULES, TURNOUTS } from '../../domain/star/ballot/poll-rules';
import { BOX_FAULTS } from '../../domain/star/ballot/tally';
import { AtMs, Count, Id, Month } from '../fields';
import { growing, NewerKind } from '../growing';
import { ShiftOfDay } from '../roster/shift';
import { ShownEvidence, StarSince } from './star-shapes';

/** What a poll is to whoever asks; nobody else is told. */
export const OWN_BALLOTS = [
  'can-vote',
  /** Their ballot is in the box. */
  'counted',
  /** It is over, and they have cast none. */
  'not-cast',
  /** A probationary member, or somebody who came after the opening. */
  'not-on-roll',
] as const;

/** Why, and who has struck them off a poll. docs/rules.md#R-180 */
export const Withdrawn = v.strictObject({ reason: v.string(), byName: v.string() });
/** Who has opened a ballot with them on it again. docs/rules.md#R-353 */
export const PutBack = v.strictObject({ byName: v.string() });

export const PollCandidate = v.strictObject({
  candidateId: Id,
  name: v.string(),
  crewName: v.nullable(v.string()),
  /** In the words of who nominated them. */
  deeds: v.array(v.string()),
  evidence: v.array(ShownEvidence),
  /** Nobody can vote for them any more. */
  isWithdrawn: v.boolean(),
  /** Absent while they stand, and for phones of 0.1.0. */
  withdrawn: v.optional(Withdrawn),
  /** The round before had struck them off; absent: it had not, and for phones of 0.1.0. */
  putBack: v.optional(PutBack),
});

const Outcome = v.variant('kind', [
  v.strictObject({
    kind: v.literal('elected'),
    candidateId: Id,
    by: growing(['votes', 'older-service', 'lot']),
  }),
  v.strictObject({
    kind: v.literal('tied'),
    candidateIds: v.pipe(v.array(Id), v.readonly()),
    next: growing(NEXT_BETWEEN_EQUALS),
  }),
  v.strictObject({ kind: v.literal('nobody-elected') }),
  v.strictObject({
    kind: v.literal('too-few-ballots'),
    /** So many would have had to be able to vote at the end; absent: it is for those who have, and for phones of 0.1.0. docs/rules.md#R-320 */
    leastAble: v.optional(Count),
  }),
  v.strictObject({ kind: v.literal('nobody-stands') }),
  v.strictObject({ kind: v.literal('not-counted'), fault: growing(BOX_FAULTS) }),
  NewerKind,
]);

export const ShownPollResult = v.strictObject({
  outcome: Outcome,
  turnoutNeeded: Count,
  votesNeeded: Count,
  /** By the place on the list; null: nothing was counted, or, of a poll of before, not shown. docs/rules.md#R-355 */
  figures: v.nullable(
    v.strictObject({ ballots: Count, blank: Count, votes: v.pipe(v.array(Count), v.readonly()) }),
  ),
});
export type ShownPollResult = v.InferOutput<typeof ShownPollResult>;

/** What whoever opened a poll has chosen of it, as everybody reads it. docs/rules.md#R-281 */
export const ShownPollTerms = v.strictObject({
  awakeHours: v.number(),
  /** Ballots below which nothing is counted; above `turnoutNeeded` only of a poll of before, and then no figure is shown below it. */
  leastShown: Count,
  turnout: growing(TURNOUTS),
  /** From what whoever opened it has lowered the share, and why; absent: they have not. */
  lowered: v.optional(v.strictObject({ from: growing(TURNOUTS), reason: v.string() })),
  /** Why the most votes elect now, where more than half had to before; absent: they do not. */
  eased: v.optional(v.strictObject({ reason: v.string() })),
});
export type ShownPollTerms = v.InferOutput<typeof ShownPollTerms>;

export const Poll = v.strictObject({
  pollId: Id,
  branchId: Id,
  /** Where it is not the reader's. Absent for phones of 0.1.0. docs/rules.md#R-324 */
  branchName: v.optional(v.string()),
  month: Month,
  round: Count,
  state: growing(['open', 'closed', 'cancelled']),
  /** In the order of the list. */
  candidates: v.array(PollCandidate),
  choice: v.strictObject({ kind: growing(CHOICE_KINDS), names: Count }),
  electedBy: growing(ELECTED_BY),
  tie: growing(TIE_RULES),
  /** '' where no lot decides. docs/rules.md#R-177 */
  lotSeed: v.string(),
  entitled: Count,
  /** Ballots without which nothing is counted. Absent for phones of 0.1.0. */
  turnoutNeeded: v.optional(Count),
  /** Absent for phones of 0.1.0. */
  terms: v.optional(ShownPollTerms),
  openedAtMs: AtMs,
  closesAtMs: AtMs,
  mine: growing(OWN_BALLOTS),
  /** Spaces that make the answer as long whatever `mine` is: how long it was stands in logs. Absent for phones of 0.1.0. */
  padding: v.optional(v.string()),
  /** `byName` null: because a crew had not had its hours. */
  extensions: v.array(
    v.strictObject({ untilAtMs: AtMs, reason: v.string(), byName: v.nullable(v.string()) }),
  ),
  cancelled: v.nullable(v.strictObject({ reason: v.string(), byName: v.string(), atMs: AtMs })),
  closedAtMs: v.nullable(AtMs),
  result: v.nullable(ShownPollResult),
  /** To how many of its roll an account was bound while it was open, by its end. Absent before, and for phones of 0.1.0. docs/rules.md#R-359 */
  boundWhileOpen: v.optional(Count),
  /** Later rounds of its month that were called off, the first one first. Absent for phones of 0.1.0. docs/rules.md#R-173 */
  calledOff: v.optional(
    v.array(v.strictObject({ round: Count, reason: v.string(), byName: v.string() })),
  ),
  /** What came after it. Absent for phones of 0.1.0. */
  since: v.optional(StarSince),
});
export type Poll = v.InferOutput<typeof Poll>;

/** A crew and its hours. docs/rules.md#R-172 */
export const PollCrew = v.strictObject({
  crewId: v.nullable(Id),
  name: v.nullable(v.string()),
  /** Today; null: none is known. */
  shift: v.nullable(ShiftOfDay),
  doneMinutes: Count,
  stretchMinutes: v.array(Count),
  readyAtMs: AtMs,
  nextFreeAtMs: v.nullable(AtMs),
});
export type PollCrew = v.InferOutput<typeof PollCrew>;
