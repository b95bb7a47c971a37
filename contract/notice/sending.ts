import * as v from 'valibot';
import { defineAction } from '../action';
import { inBranch } from '../allow';
import { AtMs, Count, Cursor, Id, Words } from '../fields';
import { MOST_CHARACTERS } from '../limits';
import { NoticeDraft, NoticeReason, OutcomeCounts, Preview, ShownKind } from './notice-shapes';
import { growing } from '../growing';
import { PRESENTERS } from '../roles';

const fn = 'notify';

/** Who would get this draft when and why; writes nothing. */
export const previewNotice = defineAction({
  fn,
  name: 'previewNotice',
  allow: inBranch('branch', PRESENTERS),
  input: v.strictObject({ branchId: v.optional(Id), draft: NoticeDraft }),
  output: Preview,
  errors: ['bad-audience', 'deadline-past', 'kind-not-yours'],
});

/** The phone chooses the id: a retry sends nothing twice. */
export const sendNotice = defineAction({
  fn,
  name: 'sendNotice',
  allow: inBranch('branch', PRESENTERS),
  input: v.strictObject({ branchId: v.optional(Id), messageId: Id, draft: NoticeDraft }),
  output: v.strictObject({ messageId: Id, preview: Preview }),
  errors: [
    'bad-audience',
    'nobody-in-audience',
    'deadline-past',
    'kind-not-yours',
    /** An earlier call of this id has sent other words. docs/rules.md#R-287 */
    'written-before',
  ],
});

/**
 * Minor: the words change where they stand. Major: everybody is asked again and told what changed.
 * An officer's, or the author's: a group leader revises and cancels what they have sent themselves.
 */
export const reviseNotice = defineAction({
  fn,
  name: 'reviseNotice',
  allow: inBranch('message', PRESENTERS),
  input: v.strictObject({
    messageId: Id,
    title: Words(MOST_CHARACTERS.title),
    body: v.nullable(Words(MOST_CHARACTERS.body)),
    /** What the words were changed from; absent: whatever is the newest. */
    from: v.optional(v.strictObject({ major: Count, minor: Count })),
    size: v.variant('kind', [
      v.strictObject({ kind: v.literal('minor') }),
      v.strictObject({ kind: v.literal('major'), changed: Words(MOST_CHARACTERS.reason) }),
    ]),
  }),
  output: v.strictObject({ revision: v.strictObject({ major: Count, minor: Count }) }),
  errors: [
    'cancelled',
    'deadline-past',
    'kind-not-yours',
    'channel-not-yours',
    /** Somebody else has revised it since; nothing was changed. */
    'changed-meanwhile',
  ],
});

/** Who would get a major edition of this message when and why; writes nothing. */
export const previewRevision = defineAction({
  fn,
  name: 'previewRevision',
  allow: inBranch('message', PRESENTERS),
  input: v.strictObject({ messageId: Id }),
  output: Preview,
  errors: ['cancelled', 'deadline-past', 'kind-not-yours', 'channel-not-yours'],
});

/** What has not gone out does not go; what stands in inboxes is marked as withdrawn and leaves them. */
export const cancelNotice = defineAction({
  fn,
  name: 'cancelNotice',
  allow: inBranch('message', PRESENTERS),
  input: v.strictObject({ messageId: Id }),
  output: v.strictObject({ notYetSent: Count, alreadySent: Count }),
  errors: ['kind-not-yours', 'channel-not-yours'],
});

export const noticesOf = defineAction({
  fn,
  name: 'noticesOf',
  allow: inBranch('branch', PRESENTERS),
  input: v.strictObject({ branchId: v.optional(Id), cursor: v.optional(Cursor) }),
  output: v.strictObject({
    nowMs: AtMs,
    notices: v.array(
      v.strictObject({
        messageId: Id,
        kind: ShownKind,
        title: v.string(),
        authorName: v.string(),
        createdAtMs: AtMs,
        isCancelled: v.boolean(),
        isMustRead: v.boolean(),
        recipients: Count,
        /** Of what a study says: the groups or crews that are asked to it, and its words; absent to phones before 0.2.0. */
        ofStudy: v.optional(
          v.strictObject({ to: v.array(v.string()), body: v.nullable(v.string()) }),
        ),
      }),
    ),
    nextCursor: v.nullable(Cursor),
  }),
  errors: [],
});

/** By state and count; names only of those who were not reached or have not acknowledged a must-read. */
export const noticeLog = defineAction({
  fn,
  name: 'noticeLog',
  allow: inBranch('message', PRESENTERS),
  input: v.strictObject({ messageId: Id }),
  output: v.strictObject({
    nowMs: AtMs,
    title: v.string(),
    body: v.nullable(v.string()),
    kind: ShownKind,
    authorName: v.string(),
    createdAtMs: AtMs,
    deadlineAtMs: v.nullable(AtMs),
    isCancelled: v.boolean(),
    isMustRead: v.boolean(),
    revision: v.strictObject({ major: Count, minor: Count }),
    /** What the newest major edition changed; null for a first edition. */
    changed: v.nullable(v.string()),
    counts: OutcomeCounts,
    waiting: v.array(v.strictObject({ atMs: AtMs, why: NoticeReason, count: Count })),
    open: v.array(
      v.strictObject({
        memberId: Id,
        name: v.string(),
        crewName: v.nullable(v.string()),
        state: growing(['not-acknowledged', 'not-reached']),
      }),
    ),
    /** When those who have not acknowledged may be reminded; null when there is nobody to remind. */
    remindFromAtMs: v.nullable(AtMs),
  }),
  errors: [],
});

export const MOST_TOLD_AT_ONCE = 50;

/** The group leader told them face to face; counts as an acknowledgement with the leader's name. */
export const tellInPerson = defineAction({
  fn,
  name: 'tellInPerson',
  allow: inBranch('message', PRESENTERS),
  input: v.strictObject({
    messageId: Id,
    memberIds: v.pipe(v.array(Id), v.minLength(1), v.maxLength(MOST_TOLD_AT_ONCE)),
  }),
  output: v.strictObject({ told: Count }),
  errors: ['cancelled', 'not-a-recipient'],
});

/** Only those who have not acknowledged, at most once in twelve hours. */
export const remindUnread = defineAction({
  fn,
  name: 'remindUnread',
  allow: inBranch('message', PRESENTERS),
  input: v.strictObject({ messageId: Id }),
  output: v.strictObject({ reminded: Count }),
  errors: [
    'cancelled',
    'nobody-to-remind',
    'reminded-lately',
    'deadline-past',
    'channel-not-yours',
  ],
});

export const noticeSendingActions = {
  previewNotice,
  sendNotice,
  previewRevision,
  reviseNotice,
  cancelNotice,
  noticesOf,
  noticeLog,
  tellInPerson,
  remindUnread,
} as const;
