import * as v from 'valibot';
import { defineAction } from '../action';
import { inBranch, self } from '../allow';
import { Count, Day, Id, Words } from '../fields';
import { MOST_CHARACTERS } from '../limits';
import { MAX_SWAP_DAYS } from '../../domain/shift/override';
import { PRESENTERS } from '../roles';
import { ShownSlot, Swap } from './roster-shapes';

const fn = 'member';

/** With whom of my branch I could swap this day: only those with whom a proposal would be accepted. */
export const swapPartners = defineAction({
  fn,
  name: 'swapPartners',
  allow: self(),
  input: v.strictObject({ day: Day }),
  output: v.strictObject({
    mine: v.array(ShownSlot),
    partners: v.array(
      v.strictObject({
        memberId: Id,
        name: v.string(),
        crewName: v.nullable(v.string()),
        slots: v.array(ShownSlot),
      }),
    ),
  }),
  errors: [],
});

export const proposeSwap = defineAction({
  fn,
  name: 'proposeSwap',
  allow: self(),
  input: v.strictObject({
    swapId: Id,
    partnerId: Id,
    days: v.pipe(v.array(Day), v.minLength(1), v.maxLength(MAX_SWAP_DAYS)),
    reason: v.nullable(Words(MOST_CHARACTERS.reason)),
  }),
  output: v.strictObject({ swap: Swap }),
  errors: [
    'swap-with-self',
    'unknown-partner',
    'nothing-to-swap',
    'day-past',
    /** One of the two would work two shifts that meet; detail.day. */
    'shifts-collide',
    'contradicts',
    /** Nobody knows what one of the two works on one of the days. */
    'shifts-not-known',
    /** Of my proposals so many are still open; detail.most. */
    'too-many-swaps',
    /** This very proposal was made before, to another or in other words; that stands. docs/rules.md#R-287 */
    'written-before',
    /** WeChat is not sure of the words, or cannot say now: colleagues read them before an officer does. */
    'words-unsure',
  ],
});

/**
 * The partner agrees or declines, either side withdraws, also what was agreed, until the first day
 * begins. Agreeing asks everything again that proposing did. Can be repeated. docs/rules.md#R-13
 */
export const answerSwap = defineAction({
  fn,
  name: 'answerSwap',
  allow: self(),
  input: v.strictObject({ swapId: Id, answer: v.picklist(['agree', 'decline', 'withdraw']) }),
  output: v.strictObject({ swap: Swap, movedDeliveries: Count }),
  errors: [
    'not-yours-to-answer',
    'already-answered',
    'day-past',
    'shifts-collide',
    'contradicts',
    'nothing-to-swap',
    'shifts-not-known',
    'too-many-changes',
  ],
});

/** Agreed swaps of a branch whose last day is not over, the nearest first. */
export const branchSwaps = defineAction({
  fn,
  name: 'branchSwaps',
  allow: inBranch('branch', PRESENTERS),
  input: v.strictObject({ branchId: v.optional(Id) }),
  output: v.strictObject({ swaps: v.array(Swap) }),
  errors: [],
});

/** Refused with not-allowed for a swap of one's own. */
export const markSwapSeen = defineAction({
  fn,
  name: 'markSwapSeen',
  allow: inBranch('branch', PRESENTERS),
  input: v.strictObject({ branchId: v.optional(Id), swapId: Id }),
  output: v.strictObject({ swap: Swap }),
  errors: ['not-agreed'],
});

/** An officer says no to a swap, also to one that is agreed, until its first day begins. docs/rules.md#R-13 */
export const declineSwap = defineAction({
  fn,
  name: 'declineSwap',
  allow: inBranch('branch', PRESENTERS),
  input: v.strictObject({ branchId: v.optional(Id), swapId: Id }),
  output: v.strictObject({ swap: Swap, movedDeliveries: Count }),
  errors: ['already-answered', 'day-past'],
});

export const swapActions = {
  swapPartners,
  proposeSwap,
  answerSwap,
  branchSwaps,
  markSwapSeen,
  declineSwap,
} as const;
