import * as v from 'valibot';
import { MOST_PADDING } from '../../domain/star/ballot/ballot-padding';
import { CHOICE_PROBLEMS } from '../../domain/star/ballot/choice';
import {
  AWAKE_HOURS,
  CHOICE_KINDS,
  ELECTED_BY,
  LEAST_SHOWN,
  TIE_RULES,
  TURNOUTS,
} from '../../domain/star/ballot/poll-rules';
import { MOST_ENTITLED } from '../../domain/star/ballot/roll-size';
import { MOST_CANDIDATES, MOST_POLLS } from '../../domain/star/star-month';
import { defineAction } from '../action';
import { inBranch, self } from '../allow';
import { AtMs, Count, Id, Month, Words } from '../fields';
import { growing } from '../growing';
import { MOST_CHARACTERS } from '../limits';
import { ROSTER_KEEPERS } from '../roles';
import { Poll, PollCandidate, PollCrew, ShownPollTerms } from './ballot-shapes';

const fn = 'star';
const AwakeHours = v.pipe(
  v.number(),
  v.safeInteger(),
  v.minValue(AWAKE_HOURS.least),
  v.maxValue(AWAKE_HOURS.most),
);

/** A poll of my branch, or on whose roll I am. What it says of me is said to nobody else. */
export const poll = defineAction({
  fn,
  name: 'poll',
  allow: self(),
  input: v.strictObject({ pollId: Id }),
  output: Poll,
  errors: [],
});

/** Casts my ballot, once and for good; no names at all is a blank one. docs/rules.md#R-171 */
export const castBallot = defineAction({
  fn,
  name: 'castBallot',
  allow: self(),
  input: v.strictObject({
    pollId: Id,
    chosen: v.pipe(v.array(Id), v.maxLength(MOST_CANDIDATES)),
    /** Spaces that make it as long as any other ballot of the poll: how long a call was stands in logs. Older phones send none. */
    padding: v.optional(v.pipe(v.string(), v.maxLength(MOST_PADDING), v.regex(/^ +$/u))),
  }),
  output: v.strictObject({ isCounted: v.literal(true) }),
  errors: [
    'not-on-roll',
    /** The first one counts; this one changed nothing. */
    'already-voted',
    'poll-over',
    ...CHOICE_PROBLEMS,
    /** The box is not as it was left: nothing can be counted any more. docs/rules.md#R-179 */
    'box-damaged',
  ],
});

/** What a poll of the month would be, if it were opened now. */
export const pollToOpen = defineAction({
  fn,
  name: 'pollToOpen',
  allow: inBranch('branch', ROSTER_KEEPERS),
  input: v.strictObject({
    branchId: v.optional(Id),
    month: Month,
    /** For which the hours of the crews are reckoned. Absent: as usual. */
    awakeHours: v.optional(AwakeHours),
    /** Whoever was struck off the last one stands again. docs/rules.md#R-180 */
    isRestored: v.optional(v.literal(true)),
  }),
  output: v.strictObject({
    round: Count,
    candidates: v.array(PollCandidate),
    /** Who stood until now and is on this ballot no more. Absent for phones of 0.1.0. docs/rules.md#R-159 */
    missing: v.optional(
      v.array(v.strictObject({ name: v.string(), why: growing(['left-branch', 'withdrew']) })),
    ),
    /** Names of who was struck off the poll that was called off, and stands again. Absent for phones of 0.1.0. docs/rules.md#R-180 */
    back: v.optional(v.array(v.string())),
    /** Whom somebody else has struck off, which ended the last one, and who can be put back; absent: nobody. docs/rules.md#R-180 */
    struckOff: v.optional(
      v.strictObject({ name: v.string(), reason: v.string(), byName: v.string() }),
    ),
    /** How the one that it follows was cast and counted, to begin with. Absent for the first, and for phones of 0.1.0. docs/rules.md#R-281 */
    rules: v.optional(
      v.strictObject({
        choice: growing(CHOICE_KINDS),
        electedBy: growing(ELECTED_BY),
        tie: growing(TIE_RULES),
      }),
    ),
    entitled: Count,
    /** How many of them are bound to no account, and so cannot cast a ballot yet. Absent for phones of 0.1.0. docs/rules.md#R-170 */
    unbound: v.optional(Count),
    crews: v.array(PollCrew),
    earliestAtMs: AtMs,
    /** What holds if nothing else is chosen; of another round after one that was counted nothing else can be. Absent for phones of 0.1.0. docs/rules.md#R-281 */
    terms: v.optional(
      v.strictObject({
        ...ShownPollTerms.entries,
        areInherited: v.boolean(),
        mostShown: Count,
        /** Smaller shares that may be chosen all the same, with a reason. */
        lowerTo: v.optional(v.array(growing(TURNOUTS))),
      }),
    ),
  }),
  errors: [
    /** The list of the month is not frozen yet, or the month has gone past its votes; detail.state */
    'no-list',
    /** Of those between whom it would be nobody stands, or is of the branch, any more. */
    'nobody-stands',
    /** One is open, or has elected somebody; detail.pollId. */
    'has-poll',
    /** Its ballot has left the equals to the committee. docs/rules.md#R-177 */
    'committee-decides',
    'nobody-entitled',
    /** So few could vote that the outcome would tell what somebody has chosen, or that nothing could be counted; detail.least, detail.unbound. docs/rules.md#R-320 */
    'too-few-entitled',
    /** detail.most */
    'too-many-entitled',
    /** The month has had as many as it takes; detail.most */
    'too-many-polls',
    /** Who stands or stood in the month runs no poll of it. docs/rules.md#R-284 */
    'own-candidacy',
  ],
});

/** Opens the poll of the month, or its next round; repeated, it opens nothing more. docs/rules.md#R-170 */
export const openPoll = defineAction({
  fn,
  name: 'openPoll',
  allow: inBranch('branch', ROSTER_KEEPERS),
  input: v.strictObject({
    branchId: v.optional(Id),
    month: Month,
    round: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(MOST_POLLS)),
    choice: v.strictObject({
      kind: v.picklist(CHOICE_KINDS),
      names: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(MOST_CANDIDATES)),
    }),
    electedBy: v.picklist(ELECTED_BY),
    tie: v.picklist(TIE_RULES),
    closesAtMs: AtMs,
    /** Absent: as pollToOpen has it. docs/rules.md#R-281 */
    awakeHours: v.optional(AwakeHours),
    /** Fewer ballots are not counted, however many the share comes to; phones of before let it be chosen. docs/rules.md#R-355 */
    leastShown: v.optional(v.pipe(Count, v.minValue(LEAST_SHOWN), v.maxValue(MOST_ENTITLED))),
    turnout: v.optional(v.picklist(TURNOUTS)),
    /** Why a smaller share has to vote than in the round before; everybody reads it. */
    lowerBecause: v.optional(Words(MOST_CHARACTERS.reason)),
    /** Why the most votes are to elect, where more than half had to in the round that was counted; everybody reads it. */
    easeBecause: v.optional(Words(MOST_CHARACTERS.reason)),
    /** As for pollToOpen. */
    isRestored: v.optional(v.literal(true)),
  }),
  output: v.strictObject({ pollId: Id }),
  errors: [
    /** As for pollToOpen. */
    'no-list',
    'nobody-stands',
    'has-poll',
    'committee-decides',
    'nobody-entitled',
    /** As for pollToOpen. */
    'too-few-entitled',
    /** detail.most */
    'too-many-entitled',
    /** The month has had as many as it takes; detail.most */
    'too-many-polls',
    /** A ballot could name everybody, or more; detail.most */
    'too-many-names',
    /** Above what the largest share of so many people comes to; detail.most */
    'least-too-high',
    /** Another round has what the one before had, but for a smaller share where too few had voted. docs/rules.md#R-281 */
    'terms-inherited',
    /** A smaller share, or that the most votes elect where more than half had to, without a reason. */
    'lower-because-missing',
    'ease-because-missing',
    /** Some crew would not have its hours; detail.earliestAtMs, detail.hours */
    'closes-too-early',
    /** detail.latestAtMs */
    'closes-too-late',
    /** Who stands or stood in the month runs no poll of it. docs/rules.md#R-284 */
    'own-candidacy',
  ],
});

/** What those who run a poll see of it before its end: hours, and whether enough have voted. docs/rules.md#R-174 */
export const pollRun = defineAction({
  fn,
  name: 'pollRun',
  allow: inBranch('poll', ROSTER_KEEPERS),
  input: v.strictObject({ pollId: Id }),
  output: v.strictObject({
    poll: Poll,
    crews: v.array(PollCrew),
    neededMinutes: Count,
    earliestAtMs: AtMs,
    turnout: v.strictObject({
      kind: growing(['never', 'not-yet', 'enough', 'not-enough']),
      /** Of the last look. */
      atMs: v.nullable(AtMs),
    }),
    turnoutNeeded: Count,
    /** People of the branch who hear of it when it is put off or called off. */
    told: Count,
    /** Whether a next round can be opened. */
    canOpenNext: v.boolean(),
    /** Whether the reader stands or stood, so that others run it. Absent for phones of 0.1.0. docs/rules.md#R-284 */
    isOwnMatter: v.optional(v.boolean()),
  }),
  errors: [],
});

export const extendPoll = defineAction({
  fn,
  name: 'extendPoll',
  allow: inBranch('poll', ROSTER_KEEPERS),
  input: v.strictObject({ pollId: Id, closesAtMs: AtMs, reason: Words(MOST_CHARACTERS.reason) }),
  output: v.strictObject({ closesAtMs: AtMs }),
  errors: [
    'poll-over',
    /** Not later than now set; detail.closesAtMs */
    'not-later',
    'closes-too-late',
    /** detail.most */
    'too-many-extensions',
    /** Who stands or stood in the month runs no poll of it. docs/rules.md#R-284 */
    'own-candidacy',
  ],
});

/** Nothing that was cast is counted. */
export const cancelPoll = defineAction({
  fn,
  name: 'cancelPoll',
  allow: inBranch('poll', ROSTER_KEEPERS),
  input: v.strictObject({ pollId: Id, reason: Words(MOST_CHARACTERS.reason) }),
  output: v.strictObject({ isCancelled: v.literal(true) }),
  errors: [
    'poll-over',
    /** Who stands or stood in the month runs no poll of it. docs/rules.md#R-284 */
    'own-candidacy',
  ],
});

/** Closes and counts, not before every crew has had its hours. Repeated, it counts nothing more. */
export const closePoll = defineAction({
  fn,
  name: 'closePoll',
  allow: inBranch('poll', ROSTER_KEEPERS),
  input: v.strictObject({ pollId: Id }),
  output: v.strictObject({ closedAtMs: AtMs }),
  errors: [
    /** detail.earliestAtMs, detail.hours */
    'too-early',
    /** It was called off. */
    'poll-over',
    /** Who stands or stood in the month runs no poll of it. docs/rules.md#R-284 */
    'own-candidacy',
  ],
});

/** Strikes a candidate off an open poll, as they asked, with a reason that everybody reads, and so ends it. docs/rules.md#R-180 */
export const withdrawCandidate = defineAction({
  fn,
  name: 'withdrawCandidate',
  allow: inBranch('poll', ROSTER_KEEPERS),
  input: v.strictObject({
    pollId: Id,
    candidateId: Id,
    reason: Words(MOST_CHARACTERS.reason),
  }),
  output: v.strictObject({ isWithdrawn: v.literal(true) }),
  errors: [
    'poll-over',
    'unknown-candidate',
    /** Struck off already, by somebody else or in other words, which stand. docs/rules.md#R-287 */
    'written-before',
    /** Who stands or stood strikes off nobody else. */
    'own-candidacy',
  ],
});

export const ballotActions = {
  poll,
  castBallot,
  pollToOpen,
  openPoll,
  pollRun,
  extendPoll,
  cancelPoll,
  closePoll,
  withdrawCandidate,
} as const;
