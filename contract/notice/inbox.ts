import * as v from 'valibot';
import { CHANNELS } from '../../domain/notice/kind-rules';
import { defineAction } from '../action';
import { ownReading, self } from '../allow';
import { AtMs, Count, Cursor, Id, Nothing } from '../fields';
import {
  InboxReason,
  Preferences,
  ShownChannel,
  ShownKind,
  ShownOnDutyPolicy,
  ShownPreferences,
} from './notice-shapes';

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

/** Everything up to this instant was on the screen. Says nothing of single messages: reading is not watched. */
export const markSeen = defineAction({
  fn,
  name: 'markSeen',
  allow: self(),
  input: v.strictObject({ upToAtMs: AtMs }),
  output: Nothing,
  errors: [],
});

export const acknowledge = defineAction({
  fn,
  name: 'acknowledge',
  allow: self(),
  /** `edition`: the one that was on the screen; absent: whichever is the newest. */
  input: v.strictObject({ messageId: Id, edition: v.optional(Count) }),
  output: v.strictObject({ atMs: AtMs }),
  errors: [
    'not-to-acknowledge',
    'cancelled',
    /** There is a newer edition, which nobody acknowledges unseen. */
    'newer-edition',
  ],
});

export const preferences = defineAction({
  fn,
  name: 'preferences',
  allow: ownReading(),
  input: Nothing,
  output: v.strictObject({
    preferences: ShownPreferences,
    /** The organisation's rules, shown where nothing of one's own is set. */
    defaults: v.strictObject({
      nightStartMinute: Count,
      nightLengthMinutes: Count,
      afterNightDelayMinutes: Count,
      afterNightLengthMinutes: Count,
      onDuty: ShownOnDutyPolicy,
      digestMinute: Count,
      mostADay: Count,
    }),
    /** Estimated subscription credits by template key. */
    credits: v.array(
      v.strictObject({
        templateKey: v.string(),
        templateId: v.string(),
        title: v.string(),
        count: Count,
      }),
    ),
  }),
  errors: [],
});

/** A change plans again whatever is pending for this person. */
export const savePreferences = defineAction({
  fn,
  name: 'savePreferences',
  allow: self(),
  input: v.strictObject({ preferences: Preferences }),
  output: v.strictObject({ preferences: ShownPreferences, movedDeliveries: Count }),
  errors: ['bad-sleep-window'],
});

/** What WeChat's subscription dialog answered, asked first in the tap; a retry counts once (request id). */
export const recordSubscription = defineAction({
  fn,
  name: 'recordSubscription',
  allow: self(),
  input: v.strictObject({
    answers: v.pipe(
      v.array(
        v.strictObject({
          templateId: v.pipe(v.string(), v.maxLength(64)),
          answer: v.picklist(['accept', 'reject', 'ban', 'filter']),
        }),
      ),
      v.minLength(1),
      v.maxLength(5),
    ),
  }),
  output: v.strictObject({
    credits: v.array(v.strictObject({ templateKey: v.string(), count: Count })),
  }),
  errors: ['unknown-template'],
});

export const notifyActions = {
  inbox,
  markSeen,
  acknowledge,
  preferences,
  savePreferences,
  recordSubscription,
} as const;
