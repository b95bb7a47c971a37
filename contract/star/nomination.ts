import * as v from 'valibot';
import {
  EVIDENCE_KINDS,
  NOMINATION_ANSWERS,
  NOMINATION_LIMITS,
  NOMINATION_STATES,
  NOMINATION_WAYS,
} from '../../domain/star/nomination';
import { MOST_CANDIDATES } from '../../domain/star/star-month';
import { defineAction } from '../action';
import { inBranch, self } from '../allow';
import { AtMs, Count, Id, Month, Nothing, Words } from '../fields';
import { growing } from '../growing';
import { MOST_CHARACTERS } from '../limits';
import { ANY_MEMBER, ROSTER_KEEPERS } from '../roles';
import { PutBack, Withdrawn } from './ballot-shapes';
import { OF_MONTH, ShownBar, ShownEvidence, ShownOut, ShownStarState } from './star-shapes';

const fn = 'star';

export const ShownNominationState = growing(NOMINATION_STATES);
export type ShownNominationState = v.InferOutput<typeof ShownNominationState>;
const ShownWay = growing(NOMINATION_WAYS);

/** What names a record that the person may show. */
const EvidenceRef = v.strictObject({ kind: v.picklist(EVIDENCE_KINDS), id: Id });

const Nomination = v.strictObject({
  nominationId: Id,
  memberId: Id,
  name: v.string(),
  /** Of who is not named always a colleague. docs/rules.md#R-280 */
  way: ShownWay,
  /** Who nominated; null: they do not want it said. */
  byName: v.nullable(v.string()),
  deeds: v.string(),
  evidence: v.array(ShownEvidence),
  state: ShownNominationState,
  /** What the nominated asks to be changed. */
  remark: v.nullable(v.string()),
});
export type Nomination = v.InferOutput<typeof Nomination>;

const Candidate = v.strictObject({
  memberId: Id,
  name: v.string(),
  crewName: v.nullable(v.string()),
  deeds: v.array(v.string()),
  evidence: v.array(ShownEvidence),
});
export type Candidate = v.InferOutput<typeof Candidate>;

/**
 * Nominations of a month, as far as they are the reader's to see: those that ask them, their own, and
 * for who leads it those who agreed. After it is fixed, the list and how it was drawn. docs/rules.md#R-156
 */
export const starNominations = defineAction({
  fn,
  name: 'starNominations',
  // Also who has moved to another branch since: not-found for all others. docs/rules.md#R-324
  allow: self(),
  input: v.strictObject(OF_MONTH),
  output: v.strictObject({
    nowMs: AtMs,
    month: Month,
    branchId: Id,
    state: ShownStarState,
    untilAtMs: AtMs,
    /** People of the branch, who see the list. */
    people: Count,
    /** Of the month, for fixing the list. */
    revision: Count,
    canNominate: v.boolean(),
    /** For what the reader may not stand. */
    ownBars: v.optional(v.array(ShownBar)),
    /** Nominations of the reader by others. */
    asked: v.array(Nomination),
    /** What the reader has nominated. */
    given: v.array(Nomination),
    /**
     * For who fixes the list: those who agreed, and for what they will not stand. null: not theirs to see. Who is of
     * the branch no more is kept from phones of 0.1.0, which would count them as standing.
     */
    agreed: v.nullable(v.array(v.strictObject({ ...Candidate.entries, bars: v.array(ShownOut) }))),
    list: v.nullable(
      v.strictObject({
        frozenAtMs: AtMs,
        seed: v.string(),
        candidates: v.array(
          v.strictObject({
            ...Candidate.entries,
            drawn: v.string(),
            /** Struck off the ballot; absent while they stand, and for phones of 0.1.0. docs/rules.md#R-352 */
            withdrawn: v.optional(Withdrawn),
            /** On the ballot of the open round again; otherwise absent. */
            putBack: v.optional(PutBack),
          }),
        ),
      }),
    ),
    /** Who was left out at fixing and why: all of them for who fixes the list, otherwise the reader. */
    leftOut: v.array(
      v.strictObject({ name: v.string(), bars: v.array(ShownOut), reason: v.nullable(v.string()) }),
    ),
    /** Whether the reader stands on the list, or has agreed to. */
    isCandidate: v.boolean(),
    /** Whether they can stand no longer, by themselves; with `putBack` that ends the poll. Absent for phones of 0.1.0. docs/rules.md#R-159 */
    canLeave: v.optional(v.boolean()),
  }),
  errors: [],
});

/** Whom the caller may nominate, and which records beside it. docs/rules.md#R-156 */
export const nominationChoices = defineAction({
  fn,
  name: 'nominationChoices',
  allow: inBranch('branch', ANY_MEMBER),
  input: v.strictObject({ ...OF_MONTH, memberId: v.optional(Id) }),
  output: v.strictObject({
    untilAtMs: AtMs,
    /** Where the month stands: nobody is nominated once it is prepared, or after the term. */
    state: v.optional(ShownStarState),
    /** Of the branch, without those who may not stand. */
    people: v.array(
      v.strictObject({ memberId: Id, name: v.string(), crewName: v.nullable(v.string()) }),
    ),
    /** For what the caller themselves may not stand. */
    ownBars: v.array(ShownBar),
    /** Records of memberId that the caller may show. docs/rules.md#R-280 */
    evidence: v.array(v.strictObject({ ...ShownEvidence.entries, id: Id })),
    /** How many people of the branch it could have been who nominates one of them. Absent for phones of 0.1.0. */
    others: v.optional(Count),
    /** How many they may still nominate. */
    left: Count,
  }),
  errors: [],
});

/** Nominates somebody, oneself too; again, the words are changed while it waits. docs/rules.md#R-156 */
export const nominate = defineAction({
  fn,
  name: 'nominate',
  allow: inBranch('branch', ANY_MEMBER),
  input: v.strictObject({
    ...OF_MONTH,
    memberId: Id,
    way: v.picklist(NOMINATION_WAYS),
    deeds: Words(NOMINATION_LIMITS.deeds),
    evidence: v.pipe(v.array(EvidenceRef), v.maxLength(NOMINATION_LIMITS.evidence)),
    /** Whether the nominated is told who it was. */
    isNamed: v.boolean(),
  }),
  output: v.strictObject({
    nominationId: Id,
    /** When they are asked; null: it was oneself. */
    reachesAtMs: v.nullable(AtMs),
  }),
  errors: [
    /** detail.state: nobody has begun the month, the list is fixed, or it is over. */
    'not-open',
    /** The time for it is over; detail.untilAtMs */
    'nominations-over',
    /** They may not stand; detail.isOwn: 1 of oneself. */
    'barred',
    /** Is not of the branch. */
    'not-of-branch',
    /** detail.most */
    'too-many',
    /** They have answered already. */
    'answered',
    /** A group nominates by its leader or an officer. */
    'not-for-group',
    /** A record is gone, or not to be shown. */
    'no-such-record',
    /** WeChat is not sure of the words, or cannot say now: colleagues read them before an officer does. */
    'words-unsure',
  ],
});

/** The answer of the nominated; without one it is a no. docs/rules.md#R-156 */
export const answerNomination = defineAction({
  fn,
  name: 'answerNomination',
  allow: self(),
  input: v.strictObject({
    nominationId: Id,
    answer: v.picklist(NOMINATION_ANSWERS),
    /** What is to be changed. */
    remark: v.nullable(Words(NOMINATION_LIMITS.remark)),
  }),
  output: Nothing,
  errors: [
    'nominations-over',
    /** detail.state, as of `nominate` */
    'not-open',
    'answered',
    /** Who has moved to another branch stands on no list of this one; a no is taken. docs/rules.md#R-324 */
    'not-of-branch',
    /** WeChat is not sure of the words, or cannot say now: colleagues read them before an officer does. */
    'words-unsure',
  ],
});

/** Takes a nomination back, before it is answered. */
export const takeBackNomination = defineAction({
  fn,
  name: 'takeBackNomination',
  allow: self(),
  input: v.strictObject({ nominationId: Id }),
  output: Nothing,
  errors: [
    /** detail.state, as of `nominate` */
    'not-open',
    'answered',
  ],
});

/** Stands no longer, until a poll is open, and again after one was called off. docs/rules.md#R-159 */
export const withdrawFromStar = defineAction({
  fn,
  name: 'withdrawFromStar',
  allow: inBranch('branch', ANY_MEMBER),
  input: v.strictObject(OF_MONTH),
  output: Nothing,
  errors: [
    /** Votes are being cast: the secretary strikes the name off the open poll, unless it was put back on it. */
    'poll-open',
    /** The votes are counted; detail.state: to what it has come since. */
    'too-late',
  ],
});

/** Fixes the list in an order drawn with a seed that nobody has chosen. docs/rules.md#R-158 */
export const freezeCandidates = defineAction({
  fn,
  name: 'freezeCandidates',
  allow: inBranch('branch', ROSTER_KEEPERS),
  input: v.strictObject({
    ...OF_MONTH,
    revision: Count,
    /** Whose deeds were found not to be so, each with its reason, which they are told. */
    leaveOut: v.pipe(
      v.array(v.strictObject({ memberId: Id, reason: Words(MOST_CHARACTERS.reason) })),
      v.maxLength(MOST_CANDIDATES),
    ),
  }),
  output: v.strictObject({ candidates: Count }),
  errors: [
    /** Until then people may nominate and answer; detail.untilAtMs */
    'too-early',
    'changed-meanwhile',
    /** Fixed already; detail.state `over`: the month is. */
    'already-listed',
    /** Nobody would stand on it: end the month, or give more time. */
    'nobody-stands',
    /** detail.most */
    'too-many',
    /** Who has agreed to stand does not fix the list. docs/rules.md#R-284 */
    'own-candidacy',
  ],
});

export const nominationActions = {
  starNominations,
  nominationChoices,
  nominate,
  answerNomination,
  takeBackNomination,
  withdrawFromStar,
  freezeCandidates,
} as const;
