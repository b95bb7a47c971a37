import * as v from 'valibot';
import { AtMs, Count, Id, Month } from '../../../contract/fields';
import { Role } from '../../../contract/roles';
import { StarPlan } from '../../../contract/star/star-shapes';
import {
  AFTER_LIMITS,
  DECISIONS,
  NEXT_BETWEEN_EQUALS,
  POLL_OUTCOMES,
} from '../../../domain/star/after-vote';
import { GONE } from '../../../domain/star/nomination';
import {
  MOST_CANDIDATES,
  MOST_POLLS,
  STANDING_BARS,
  STAR_STATES,
} from '../../../domain/star/star-month';
import { documentKind } from '../document-kind';
import { StoredEvidence } from './nominations';

const By = v.object({ memberId: Id, name: v.string() });

/** What stands on the ballot and is seen by the whole branch; as it was when the list was fixed. */
const Candidate = v.object({
  memberId: Id,
  name: v.string(),
  crewName: v.nullable(v.string()),
  /** In the words of who nominated; who that was stands nowhere on the list. */
  deeds: v.array(v.string()),
  evidence: v.array(StoredEvidence),
});

const Objection = v.object({
  objectionId: Id,
  by: By,
  text: v.string(),
  atMs: AtMs,
  answer: v.nullable(
    v.object({
      isUpheld: v.boolean(),
      text: v.string(),
      by: By,
      atMs: AtMs,
      /** With it the notice was taken back; absent: not, or it was before this was kept. */
      tookBack: v.optional(v.literal(true)),
    }),
  ),
});

/** In `dueAtMs` while nothing waits for a time. */
export const NEVER_DUE_MS = 9_000_000_000_000_000;

/** What a poll has come to, without any count: those are the poll's. */
const Result = v.object({
  pollId: Id,
  closedAtMs: AtMs,
  outcome: v.picklist(POLL_OUTCOMES),
  memberIds: v.array(Id),
  /** What its ballot has promised between its equals; absent: nobody is equal, or it was noted before this was kept. */
  next: v.optional(v.picklist(NEXT_BETWEEN_EQUALS)),
});

/** Of a meeting that the ledger of the branch has: its register and its minutes are the record. docs/rules.md#R-167 */
const NamedMeeting = v.object({ studyId: Id, isFinal: v.literal(true), by: By });

/** Of one that was not called here. */
const WrittenMeeting = v.object({
  heldAtMs: AtMs,
  place: v.string(),
  present: v.array(Id),
  minutes: v.string(),
  decisions: v.array(v.string()),
  isFinal: v.boolean(),
  by: By,
});

/** A message of which it may be that not everybody was told: whoever wrote it with their deed may have been cut off. */
const ToTell = v.object({
  /** As in `StarMessage`; the same parts are the same message. */
  parts: v.array(v.union([v.string(), v.number()])),
  title: v.string(),
  body: v.nullable(v.string()),
  page: v.string(),
  deadlineAtMs: v.nullable(AtMs),
  to: v.variant('kind', [
    v.object({ kind: v.literal('branch') }),
    v.object({ kind: v.literal('some'), memberIds: v.array(Id) }),
    v.object({ kind: v.literal('whose-step'), offices: v.array(Role) }),
  ]),
  by: By,
  requestId: v.string(),
  atMs: AtMs,
});
export type StarToTell = v.InferOutput<typeof ToTell>;

export const StarMonthDocument = v.object({
  /** `<branchId>_<month>` */
  _id: v.string(),
  branchId: Id,
  month: Month,
  state: v.picklist(STAR_STATES),
  plan: v.object(StarPlan.entries),
  begunBy: By,
  begunAtMs: AtMs,
  /** In the order that the seed has drawn; who withdraws leaves it, and the others keep their order. */
  list: v.nullable(
    v.object({
      frozenAtMs: AtMs,
      seed: v.string(),
      candidates: v.pipe(v.array(Candidate), v.maxLength(MOST_CANDIDATES)),
    }),
  ),
  /** Who agreed and does not stand: for rules of the month, or a reason that an officer gave. */
  leftOut: v.array(
    v.object({
      memberId: Id,
      name: v.string(),
      bars: v.array(v.picklist(STANDING_BARS)),
      /** They were of the branch no more. Absent: they were, or it was not kept. */
      gone: v.optional(v.picklist(GONE)),
      reason: v.nullable(v.string()),
    }),
  ),
  /** Who left the list after votes were counted; absent: nobody. */
  leftIds: v.optional(v.array(Id)),
  /** Oldest first. */
  pollIds: v.pipe(v.array(Id), v.maxLength(MOST_POLLS)),
  /** Of the newest poll that was counted. */
  result: v.nullable(Result),
  /** The special one. */
  meeting: v.nullable(v.union([NamedMeeting, WrittenMeeting])),
  /** Of the committee, the last one; null: none, or an objection was upheld since. */
  decision: v.nullable(
    v.object({
      outcome: v.picklist(DECISIONS),
      reason: v.nullable(v.string()),
      by: By,
      atMs: AtMs,
    }),
  ),
  /** Whom the committee has accepted; they are the stars of the month once it is over. */
  stars: v.array(Candidate),
  publicUntilAtMs: v.nullable(AtMs),
  /** Whose notices were taken back; absent where none was, or it was before this was kept. */
  noticedIds: v.optional(v.array(Id)),
  /** Oldest first, also those of a notice that was taken back. */
  objections: v.pipe(v.array(Objection), v.maxLength(AFTER_LIMITS.objections)),
  ended: v.nullable(v.object({ atMs: AtMs, reason: v.nullable(v.string()) })),
  /** When the clock looks; NEVER_DUE_MS: nothing waits for a time. */
  dueAtMs: v.number(),
  /** Absent or empty: everybody was told of everything. Since 0.3.0. docs/rules.md#R-367 */
  toTell: v.optional(v.array(ToTell)),
  /** Counted up by every write. */
  revision: Count,
  changedAtMs: AtMs,
  schemaVersion: v.literal(1),
});
export type StarMonthDocument = v.InferOutput<typeof StarMonthDocument>;

export const STAR_MONTHS = documentKind('star_months', StarMonthDocument);
