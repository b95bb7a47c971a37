import * as v from 'valibot';
import { CHANNELS } from '../../domain/notice/kind-rules';
import { defineAction } from '../action';
import { ownReading, self } from '../allow';
import { AtMs, Count, Cursor, Id, Nothing } from '../fields';
import { InboxReason, ShownChannel, ShownKind } from './notice-shapes';

const fn = 'notify';

const Channel = v.picklist(CHANNELS);

export const InboxItem = v.strictObject({
  messageId: Id,
  kind: ShownKind,
  channel: ShownChannel,
  title: v.string(),
  body: v.nullable(v.string()),
  /** Where a tap leads, inside the app. */
  page: v.nullable(v.string()),
  authorName: v.string(),
  atMs: AtMs,
  deadlineAtMs: v.nullable(AtMs),
  /** Why it came now. */
  why: InboxReason,
  isUrgent: v.boolean(),
  isMustRead: v.boolean(),
  /** Counted up by every major revision. */
  edition: Count,
  /** What a major revision changed; null for a first edition. */
  changed: v.nullable(v.string()),
  acknowledgedAtMs: v.nullable(AtMs),
  isNew: v.boolean(),
});
export type InboxItem = v.InferOutput<typeof InboxItem>;

/** What has come to me, newest first; must-reads that are not acknowledged come first whatever their age. */
export const inbox = defineAction({
  fn,
  name: 'inbox',
  allow: ownReading(),
  input: v.strictObject({ channel: v.optional(Channel), cursor: v.optional(Cursor) }),
  output: v.strictObject({
    nowMs: AtMs,
    toAcknowledge: Count,
    items: v.array(InboxItem),
    nextCursor: v.nullable(Cursor),
  }),
  errors: [],
});

/** One message that has come to me, in its newest edition. */
export const message = defineAction({
  fn,
  name: 'message',
  allow: ownReading(),
  input: v.strictObject({ messageId: Id }),
  /** null: it is none of mine, its time has not come, or it was taken back. */
  output: v.strictObject({ nowMs: AtMs, item: v.nullable(InboxItem) }),
  errors: [],
});

/** Everything up to this instant was on the screen. Says nothing of single messages: reading is not watched. */
export const markSeen = defineAction({
  fn,
  name: 'markSeen',
  allow: self(),
  input: v.strictObject({ upToAtMs: AtMs }),
  output: Nothing,
  errors: [],
});

export const inboxActions = { inbox, message, markSeen } as const;
