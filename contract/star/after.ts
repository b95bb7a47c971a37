import * as v from 'valibot';
import {
  AFTER_LIMITS,
  DECISIONS,
  NEXT_BETWEEN_EQUALS,
  POLL_OUTCOMES,
} from '../../domain/star/after-vote';
import { MOST_CANDIDATES } from '../../domain/star/star-month';
import { defineAction } from '../action';
import { inBranch, self } from '../allow';
import { AtMs, Count, Id, Month, Nothing, Words } from '../fields';
import { growing } from '../growing';
import { ANY_MEMBER, OFFICERS, ROSTER_KEEPERS } from '../roles';
import { OF_MONTH, ShownStarState, ShownStarStep, ShownStepState } from './star-shapes';

const fn = 'star';
const Saying = Words(AFTER_LIMITS.words);

const Star = v.strictObject({
  memberId: Id,
  name: v.string(),
  crewName: v.nullable(v.string()),
  deeds: v.array(v.string()),
});
export type Star = v.InferOutput<typeof Star>;

const Objection = v.strictObject({
  objectionId: Id,
  /** null: not the reader's to know. */
  byName: v.nullable(v.string()),
  text: v.string(),
  atMs: AtMs,
  isMine: v.boolean(),
  answer: v.nullable(
    v.strictObject({ isUpheld: v.boolean(), text: v.string(), byName: v.string(), atMs: AtMs }),
  ),
});
export type Objection = v.InferOutput<typeof Objection>;

/** What comes after the votes: decision, public notice, objections, the star. docs/rules.md#R-161 */
export const starOutcome = defineAction({
  fn,
  name: 'starOutcome',
  // Also who has moved to another branch since: not-found for all others. docs/rules.md#R-321
  allow: self(),
  input: v.strictObject(OF_MONTH),
  output: v.strictObject({
    nowMs: AtMs,
    branchId: Id,
    branchName: v.string(),
    month: Month,
    state: ShownStarState,
    revision: Count,
    /** Whom the poll has chosen, or who is equal; null: not counted. */
    result: v.nullable(
      v.strictObject({
        pollId: Id,
        outcome: growing(POLL_OUTCOMES),
        candidates: v.array(Star),
        /** Between equals; absent where nobody is, and for phones of 0.1.0. docs/rules.md#R-177 */
        next: v.optional(growing(NEXT_BETWEEN_EQUALS)),
      }),
    ),
    decision: v.nullable(
      v.strictObject({
        outcome: growing(DECISIONS),
        reason: v.nullable(v.string()),
        byName: v.string(),
        atMs: AtMs,
      }),
    ),
    /** Accepted by the committee; final once it is over. */
    stars: v.array(Star),
    publicUntilAtMs: v.nullable(AtMs),
    /** The reader's own, and for officers all, but for those who stand or stood. */
    objections: v.array(Objection),
    objectionCount: Count,
    /** As in StarSince. Absent for phones of 0.1.0. */
    isHeld: v.optional(v.boolean()),
    ended: v.nullable(v.strictObject({ atMs: AtMs, reason: v.nullable(v.string()) })),
    canDecide: v.boolean(),
    canObject: v.boolean(),
    canAnswer: v.boolean(),
    canEnd: v.boolean(),
    /** Whether the reader stands, stood, or was left out, so that others decide. Absent for phones of 0.1.0. docs/rules.md#R-284 */
    isOwnMatter: v.optional(v.boolean()),
    /** Whether the reader may open the round that follows the newest poll. Absent for phones of 0.1.0. docs/rules.md#R-178 */
    canOpenNext: v.optional(v.boolean()),
    /** Whether whoever is accepted needs a written reason: they are equal, or their notice was taken back. Absent for phones of 0.1.0. docs/rules.md#R-161 */
    needsReason: v.optional(v.boolean()),
  }),
  errors: [],
});

/** The committee accepts what was voted, or does not, in writing. docs/rules.md#R-161 */
export const decideStar = defineAction({
  fn,
  name: 'decideStar',
  allow: inBranch('branch', ROSTER_KEEPERS),
  input: v.strictObject({
    ...OF_MONTH,
    revision: Count,
    outcome: v.picklist(DECISIONS),
    /** Who is the star; empty: nobody. */
    memberIds: v.pipe(v.array(Id), v.maxLength(MOST_CANDIDATES)),
    reason: v.nullable(Saying),
  }),
  output: v.strictObject({ publicUntilAtMs: v.nullable(AtMs) }),
  errors: [
    /** No poll was counted, or it was decided already. */
    'not-to-decide',
    'changed-meanwhile',
    'not-of-result',
    /** The ballot promised another round between the equals. docs/rules.md#R-177 */
    'another-round',
    /** detail.outcome; detail.isAgain: 1 their notice was taken back. docs/rules.md#R-161 */
    'reason-missing',
    /** Who stands or stood does not record the decision. docs/rules.md#R-284 */
    'own-candidacy',
    /** Who was voted for has left the list. */
    'not-on-list',
  ],
});

/** Ends the month without a star, with a reason that everybody reads. docs/rules.md#R-163 */
export const endStarMonth = defineAction({
  fn,
  name: 'endStarMonth',
  allow: inBranch('branch', ROSTER_KEEPERS),
  input: v.strictObject({ ...OF_MONTH, reason: Saying }),
  output: Nothing,
  errors: [
    /** A poll is open, or a public notice stands. */
    'under-way',
    /** It is over already. */
    'over',
    /** Who stands or stood does not decide that there is no star. docs/rules.md#R-284 */
    'own-candidacy',
  ],
});

/** An objection with one's name, while the public notice stands. docs/rules.md#R-162 */
export const objectToStar = defineAction({
  fn,
  name: 'objectToStar',
  allow: inBranch('branch', ANY_MEMBER),
  input: v.strictObject({ ...OF_MONTH, objectionId: Id, text: Saying }),
  output: Nothing,
  errors: [
    /** Under this id other words were said already: the answer to them was lost. docs/rules.md#R-287 */
    'written-before',
    /** Nothing is on public notice, or its days are over. */
    'not-public',
    /** Of one person; detail.most */
    'too-many',
    /** Of all together; detail.most */
    'full',
    /** Who is the star has nothing to object. */
    'own-matter',
    /** The committee office reads the notice of every branch, and objects in its own alone. */
    'not-of-branch',
  ],
});

/** Also once the notice was taken back, or the month is over: nobody is left without an answer. docs/rules.md#R-354 */
export const answerObjection = defineAction({
  fn,
  name: 'answerObjection',
  allow: inBranch('branch', OFFICERS),
  input: v.strictObject({
    ...OF_MONTH,
    objectionId: Id,
    /** It is right: where the notice of whom it is about stands, that is taken back, and the committee decides anew. */
    isUpheld: v.boolean(),
    text: Saying,
  }),
  output: Nothing,
  errors: [
    'answered',
    /** detail.isOwn: 1 of one's own objection. Neither who objects nor who stands or stood answers. docs/rules.md#R-284 */
    'own-matter',
  ],
});

/** The stars of a year, month after month. */
export const starArchive = defineAction({
  fn,
  name: 'starArchive',
  allow: inBranch('branch', ANY_MEMBER),
  input: v.strictObject({
    branchId: v.optional(Id),
    year: v.pipe(v.number(), v.safeInteger(), v.minValue(2000), v.maxValue(2099)),
  }),
  output: v.strictObject({
    branchName: v.string(),
    months: v.array(
      v.strictObject({ month: Month, stars: v.array(Star), reason: v.nullable(v.string()) }),
    ),
    /** Of other branches, where the reader is the star; of their own branch alone. Absent for phones of 0.1.0. docs/rules.md#R-321 */
    mine: v.optional(
      v.array(v.strictObject({ month: Month, branchId: Id, branchName: v.string() })),
    ),
  }),
  errors: [],
});

/** Where the month of each branch stands; who voted, and how many, is in nothing of it. docs/rules.md#R-165 */
export const officeStars = defineAction({
  fn,
  name: 'officeStars',
  allow: self(['committee-office']),
  input: v.strictObject({ month: v.optional(Month) }),
  output: v.strictObject({
    nowMs: AtMs,
    month: Month,
    branches: v.array(
      v.strictObject({
        branchId: Id,
        name: v.string(),
        state: ShownStarState,
        steps: v.array(v.strictObject({ step: ShownStarStep, state: ShownStepState })),
        stars: v.array(v.string()),
      }),
    ),
  }),
  errors: [],
});

export const afterVoteActions = {
  starOutcome,
  decideStar,
  endStarMonth,
  objectToStar,
  answerObjection,
  starArchive,
  officeStars,
} as const;
