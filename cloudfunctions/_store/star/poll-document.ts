import * as v from 'valibot';
import { AtMs, Count, Day, Id, Month } from '../../../contract/fields';
import {
  CHOICE_KINDS,
  ELECTED_BY,
  TIE_RULES,
  TURNOUTS,
} from '../../../domain/star/ballot/poll-rules';
import { LEAST_ENTITLED, MOST_ENTITLED } from '../../../domain/star/ballot/roll-size';
import { NEXT_BETWEEN_EQUALS } from '../../../domain/star/after-vote';
import { MOST_CANDIDATES } from '../../../domain/star/star-month';
import { BOX_FAULTS } from '../../../domain/star/ballot/tally';
import { documentKind } from '../document-kind';

const By = v.object({ memberId: Id, name: v.string() });

/** Somebody to be voted for, as they were on the list when the poll opened; what they did stands there. */
const PollCandidate = v.object({
  memberId: Id,
  name: v.string(),
  crewName: v.nullable(v.string()),
  /** For the rule of older service; null: not known. */
  serviceDay: v.nullable(Day),
  withdrawn: v.nullable(v.object({ reason: v.string(), by: By, atMs: AtMs })),
});
export type PollCandidate = v.InferOutput<typeof PollCandidate>;

/** Who has voted and what was counted, in a form that says neither. See ballot-box.ts */
const BallotBox = v.object({
  /** Random, another with every write of what is counted or sealed with it: what a write compares. No count, for that would tell of one. */
  version: v.string(),
  /** Of those who have voted, and as many random ones more as there are others on the roll; in order. */
  marks: v.array(v.string()),
  /** Empty once it has been counted, or never will be. */
  seal: v.string(),
});
export type BallotBox = v.InferOutput<typeof BallotBox>;

const ReadonlyIds = v.pipe(v.array(Id), v.readonly());
const Outcome = v.variant('kind', [
  v.object({
    kind: v.literal('elected'),
    candidateId: Id,
    by: v.picklist(['votes', 'older-service', 'lot']),
  }),
  v.object({
    kind: v.literal('tied'),
    candidateIds: ReadonlyIds,
    next: v.picklist(NEXT_BETWEEN_EQUALS),
  }),
  v.object({ kind: v.literal('nobody-elected') }),
  v.object({ kind: v.literal('too-few-ballots'), leastAble: v.optional(Count) }),
  v.object({ kind: v.literal('nobody-stands') }),
  v.object({ kind: v.literal('not-counted'), fault: v.picklist(BOX_FAULTS) }),
]);

const Result = v.object({
  outcome: Outcome,
  entitled: Count,
  turnoutNeeded: Count,
  votesNeeded: Count,
  /** By the place on the list; null: never shown. */
  figures: v.nullable(
    v.object({ ballots: Count, blank: Count, votes: v.pipe(v.array(Count), v.readonly()) }),
  ),
  nextRound: ReadonlyIds,
});

/** One poll. Nothing in it, nor its size, follows from who has voted, how many, or for whom, until it is closed. */
export const PollDocument = v.object({
  /** Follows from the month and the round. */
  _id: Id,
  branchId: Id,
  month: Month,
  /** 1, and one more for each poll that had to be held again, or between equals. */
  round: Count,
  /** In the order of the list. */
  candidates: v.pipe(v.array(PollCandidate), v.minLength(1), v.maxLength(MOST_CANDIDATES)),
  rules: v.object({
    choice: v.object({ kind: v.picklist(CHOICE_KINDS), names: Count }),
    electedBy: v.picklist(ELECTED_BY),
    tie: v.picklist(TIE_RULES),
    awakeMinutes: Count,
    leastShown: Count,
    /** Absent: more than half. docs/rules.md#R-281 */
    turnout: v.optional(v.picklist(TURNOUTS)),
    /** Absent: fewer ballots than `leastShown` had an outcome without figures, as of polls of before. docs/rules.md#R-355 */
    belowLeast: v.optional(v.literal('not-counted')),
  }),
  /** Why whoever opened it asks for fewer voters than the round before had; absent: it is as it was. */
  turnoutLowered: v.optional(v.object({ from: v.picklist(TURNOUTS), reason: v.string() })),
  /** Why fewer votes elect than in the round that was counted before; absent: they do not. */
  electedByEased: v.optional(v.object({ reason: v.string() })),
  /** Of the lot between equals; public from the beginning, and of all rounds of the month that of the first. docs/rules.md#R-177 */
  lotSeed: v.string(),
  /** Crews of those entitled when it opened, in the order of the roster; null: of no crew. */
  crewIds: v.array(v.nullable(Id)),
  /** Who has a vote, in the order of ids. */
  roll: v.pipe(v.array(Id), v.minLength(1), v.maxLength(MOST_ENTITLED)),
  box: BallotBox,
  /** What is sealed with the sums: all that decides; absent: as it was before, when it was less. See ballot-box.ts */
  sealVersion: v.optional(v.literal(2)),
  openedAtMs: AtMs,
  openedBy: By,
  closesAtMs: AtMs,
  /** Times after the opening when nobody could vote. */
  gaps: v.array(v.object({ startAtMs: AtMs, endAtMs: AtMs })),
  /** `by` null: because a crew had not had its hours. */
  extensions: v.array(
    v.object({
      fromAtMs: AtMs,
      untilAtMs: AtMs,
      reason: v.string(),
      by: v.nullable(By),
      atMs: AtMs,
    }),
  ),
  state: v.picklist(['open', 'closed', 'cancelled']),
  /** Who closed it; null: its time was over. */
  closed: v.nullable(v.object({ by: v.nullable(By), atMs: AtMs })),
  cancelled: v.nullable(
    v.object({
      reason: v.string(),
      by: By,
      atMs: AtMs,
      /** Who was struck off, which ended it; absent: nobody. docs/rules.md#R-180 */
      struckOff: v.optional(Id),
    }),
  ),
  /** Whom the last one had struck off stands again, by the word of who opened this one. docs/rules.md#R-180 */
  isRestored: v.optional(v.literal(true)),
  result: v.nullable(Result),
  /** To how many of the roll an account was bound while it was open; absent: not over, or counted before this was noted. docs/rules.md#R-359 */
  boundWhileOpen: v.optional(Count),
  /** Counted up with all that is sealed: functions that cannot open the box cannot read the poll, and leave it alone. */
  schemaVersion: v.literal(3),
});
export type PollDocument = v.InferOutput<typeof PollDocument>;

/** To how many of the roll an account was bound while it was open; undefined: nobody is told. docs/rules.md#R-359 */
export const boundTold = ({
  roll,
  boundWhileOpen,
}: Pick<PollDocument, 'roll' | 'boundWhileOpen'>): number | undefined =>
  roll.length >= LEAST_ENTITLED ? boundWhileOpen : undefined;

type Struck = Pick<PollDocument, 'candidates' | 'cancelled'>;

const isByOther = ({ memberId, withdrawn }: PollCandidate): boolean =>
  withdrawn !== null && withdrawn.by.memberId !== memberId;

/**
 * Whom somebody else had struck off a poll that went on, and was called off for something else: so it was
 * before that ended one, and then it is nobody's own word. docs/rules.md#R-180
 */
export const struckOffByOthers = ({ candidates, cancelled }: Struck): string[] =>
  candidates
    .filter((each) => isByOther(each) && each.memberId !== cancelled?.struckOff)
    .map(({ memberId }) => memberId);

/** Whom somebody else has struck off, which has ended the poll; undefined: nobody. docs/rules.md#R-180 */
export const struckOffByOther = ({ candidates, cancelled }: Struck): PollCandidate | undefined =>
  candidates.find((each) => isByOther(each) && each.memberId === cancelled?.struckOff);

/**
 * Version 2 is sealed with more, and says so in `sealVersion`; version 3 seals `belowLeast` too where it is there.
 * Nothing of those before has to be changed: they keep the rules of then.
 */
export const POLLS = documentKind('polls', PollDocument, [
  (first) => ({ ...first, schemaVersion: 2 }),
  (second) => ({ ...second, schemaVersion: 3 }),
]);
