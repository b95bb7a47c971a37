import * as v from 'valibot';
import { AtMs, Count, Id } from '../../../contract/fields';
import { MAX_GROUP_SIZE, URGENCIES } from '../../../domain/delivery/delivery-rules';
import { CHANNELS, TEMPLATE_KEYS } from '../../../domain/notice/kind-rules';
import { NOTICE_KINDS } from '../../../domain/notice/kind-names';
import type { Changes } from '../database';
import { documentKind } from '../document-kind';
import { aboutHasKind } from './delivery-upgrades';
import { ShownReason, StoredReason } from './stored-reason';

/** People of one document; a larger audience is several documents. */
export const MOST_PEOPLE = MAX_GROUP_SIZE;
/** In `nextAtMs` when nothing is left to do. */
export const NEVER_MS = 9_000_000_000_000_000;

/** What became of one person's subscribe message; everybody has the inbox besides. */
export const Outcome = v.picklist([
  'sent',
  'inbox-only',
  'no-credit',
  /** WeChat gave no clear answer; never repeated. */
  'unknown',
  'failed',
  'not-concerned',
  'too-late',
]);
export type Outcome = v.InferOutput<typeof Outcome>;

/** People who get the message at the same instant for the same reason. */
const Group = v.object({
  atMs: AtMs,
  why: StoredReason,
  isLeastBad: v.boolean(),
  /** A subscribe message is wanted for these; a credit was there when it was planned. */
  subscribe: v.array(Id),
  /** Only the inbox, and why. */
  inboxOnly: v.array(
    v.object({
      memberId: Id,
      because: v.picklist(['not-bound', 'no-credit', 'asleep', 'daily-limit']),
    }),
  ),
  state: v.picklist(['pending', 'sending', 'done']),
  /** Until when the sender that took it may still be at work. */
  leaseUntilMs: v.nullable(AtMs),
  /** When its messages went out, or were to: late, where the clock was. */
  sentAtMs: v.exactOptional(AtMs),
  /** It stands in the inbox before `atMs`, where it was put off or is a new edition: since when, and why. */
  shown: v.exactOptional(v.object({ atMs: AtMs, why: ShownReason })),
  outcomes: v.record(v.string(), Outcome),
});
export type DeliveryGroup = v.InferOutput<typeof Group>;

/** Of a group, when and why its message came to whom. */
export const GroupTimes = v.pick(Group, ['atMs', 'why', 'shown', 'subscribe', 'inboxOnly']);
export type GroupTimes = v.InferOutput<typeof GroupTimes>;

export const Ack = v.object({
  atMs: AtMs,
  /** The group leader who told them face to face. */
  toldBy: v.nullable(v.object({ memberId: Id, name: v.string() })),
});

/** What a message speaks of; cloudfunctions/_deliver/about has what follows from each kind. */
const About = v.variant('kind', [
  v.object({ kind: v.literal('study'), studyId: Id, startAtMs: AtMs }),
  /** The person is to come to this sitting. */
  v.object({ kind: v.literal('sitting'), studyId: Id, sittingId: Id, startAtMs: AtMs }),
  /** The person is to make the study up until then. */
  v.object({ kind: v.literal('make-up'), studyId: Id, untilAtMs: AtMs }),
]);
export type About = v.InferOutput<typeof About>;

/**
 * One edition of a message to at most 200 people: content, plan and outcome in one document, so
 * that planning, moving a person, taking a group and cancelling are each one atomic write.
 */
export const DeliveryDocument = v.object({
  /** `<messageId>_<major>_<chunk>` */
  _id: v.string(),
  messageId: Id,
  chunk: Count,
  branchId: Id,
  kind: v.picklist(NOTICE_KINDS),
  channel: v.picklist(CHANNELS),
  urgency: v.picklist(URGENCIES),
  importance: Count,
  templateKey: v.picklist(TEMPLATE_KEYS),
  title: v.string(),
  body: v.nullable(v.string()),
  page: v.nullable(v.string()),
  isMustRead: v.boolean(),
  author: v.object({ memberId: v.nullable(Id), name: v.string() }),
  /** Who wrote the words as they are now; absent: the author. */
  revisedBy: v.exactOptional(v.object({ memberId: Id, name: v.string() })),
  major: Count,
  minor: Count,
  /** What this major edition changed. */
  changed: v.nullable(v.string()),
  about: v.nullable(About),
  /** The message whose readers this one asks again; such a document is in no inbox. */
  reminds: v.nullable(Id),
  createdAtMs: AtMs,
  notBeforeAtMs: v.nullable(AtMs),
  deadlineAtMs: AtMs,
  memberIds: v.pipe(v.array(Id), v.maxLength(MOST_PEOPLE)),
  /** Of all chunks together. */
  recipients: Count,
  groups: v.array(Group),
  /** People for whom no instant was left before the deadline; the inbox has it all the same. */
  tooLate: v.array(Id),
  acks: v.record(v.string(), Ack),
  /** When the clock has to look next; NEVER_MS when it need not. */
  nextAtMs: v.number(),
  /** The latest instant of any group, of its plan or of its sending. */
  lastAtMs: AtMs,
  cancelledAtMs: v.nullable(AtMs),
  /** A newer major edition has taken its place. */
  isSuperseded: v.boolean(),
  remindedAtMs: v.nullable(AtMs),
  /** The call that reminded last: its retry is let through again. */
  remindedBy: v.string(),
  /** The call that wrote this edition or its present words: its retry is answered alike. */
  lastRequestId: v.string(),
  /** Counted up by every write of groups. */
  version: Count,
  schemaVersion: v.literal(2),
});
export type DeliveryDocument = v.InferOutput<typeof DeliveryDocument>;

export const DELIVERIES = documentKind('deliveries', DeliveryDocument, [aboutHasKind]);

/** Fields that follow from the groups; written together with them, always. */
export function scheduleFields(groups: readonly DeliveryGroup[], createdAtMs: number): Changes {
  const waiting = groups.flatMap((group) => {
    if (group.state === 'pending') return [group.atMs];
    return group.state === 'sending' && group.leaseUntilMs !== null ? [group.leaseUntilMs] : [];
  });
  return {
    groups,
    nextAtMs: Math.min(NEVER_MS, ...waiting),
    lastAtMs: Math.max(
      createdAtMs,
      ...groups.map(({ atMs, sentAtMs = 0 }) => Math.max(atMs, sentAtMs)),
    ),
  };
}
