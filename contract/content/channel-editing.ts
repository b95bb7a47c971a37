import * as v from 'valibot';
import { ISSUE_LIMITS, ITEM_LIMITS } from '../../domain/content/channel/item';
import { defineAction } from '../action';
import { self } from '../allow';
import { AtMs, Count, Day, Id, Nothing, Words } from '../fields';
import { CHANNEL_EDITORS } from '../roles';
import { ChannelName, DeskLine, ItemDraft, ShownCell, ShownChannel } from './channel-shapes';

const fn = 'content';

/** What lies on the caller's desk: what they write, what waits for their check. docs/rules.md#R-222 */
export const channelDesk = defineAction({
  fn,
  name: 'channelDesk',
  allow: self(CHANNEL_EDITORS),
  input: Nothing,
  output: v.strictObject({
    nowMs: AtMs,
    /** In which channels the caller writes. */
    writesIn: v.array(ShownChannel),
    lines: v.array(DeskLine),
  }),
  errors: [],
});

/** Days and channels: what is out, planned, being checked, written, or missing. docs/rules.md#R-225 */
export const channelCalendar = defineAction({
  fn,
  name: 'channelCalendar',
  allow: self(CHANNEL_EDITORS),
  input: v.strictObject({
    /** A week from this day on; absent: the week of today. */
    fromDay: v.optional(Day),
  }),
  output: v.strictObject({
    nowMs: AtMs,
    fromDay: Day,
    rows: v.array(
      v.strictObject({
        channel: ShownChannel,
        days: v.array(
          v.strictObject({
            day: Day,
            state: ShownCell,
            /** Of the issue of the day; null: there is none. */
            publishAtMs: v.nullable(AtMs),
            /** Of the issue; 0: there is none. */
            revision: Count,
            /** Who is on duty; name null: nobody can. Absent: it is planned by nobody yet. docs/rules.md#R-295 */
            duty: v.optional(v.strictObject({ name: v.nullable(v.string()), isMine: v.boolean() })),
          }),
        ),
      }),
    ),
    /** Of these days, and what is ready and in no issue. */
    lines: v.array(DeskLine),
    mayPlan: v.boolean(),
  }),
  errors: [],
});

/** Every deed names what the caller has before them, and itself: a repetition does nothing twice. */
const Deed = { itemId: Id, revision: Count, deedId: Id } as const;

/**
 * Writes a draft, a new one where `revision` is null, and hands it in for the branch's check where that
 * is wanted. docs/rules.md#R-221
 */
export const saveItem = defineAction({
  fn,
  name: 'saveItem',
  allow: self(CHANNEL_EDITORS),
  input: v.strictObject({
    ...Deed,
    revision: v.nullable(Count),
    channel: ChannelName,
    draft: ItemDraft,
    handIn: v.boolean(),
  }),
  output: v.strictObject({ revision: Count }),
  errors: [
    'not-your-desk',
    /** It is being checked, or out: nobody writes on it. */
    'not-at-this-step',
    /** Somebody else has saved since; what they wrote stays. */
    'changed-meanwhile',
    /** The link is no article of an official account. */
    'not-an-article',
    /** The document is read by nobody, or not by the caller. */
    'document-gone',
    /** What is handed in lacks its line, or where its pictures are from. */
    'line-missing',
    'source-missing',
    'no-picture',
    'words-refused',
    /** A picture was refused by WeChat; detail.number from 1 where it is known. */
    'picture-refused',
    /** A picture is not in storage; detail.number from 1. */
    'picture-missing',
    /** Larger than what readers are sent; detail.number from 1. */
    'picture-too-large',
    /** So many have written on it that nobody would be left to check it. */
    'too-many-writers',
  ],
});

const DEED_ERRORS = [
  'not-your-desk',
  'not-at-this-step',
  'changed-meanwhile',
  /** This very deed was done before, with another reason, which stands. docs/rules.md#R-287 */
  'written-before',
] as const;

/** The check that an item waits for: passed, or back to its writers with a reason. docs/rules.md#R-222 */
export const checkItem = defineAction({
  fn,
  name: 'checkItem',
  allow: self(CHANNEL_EDITORS),
  input: v.strictObject({
    ...Deed,
    /** Why it goes back; null: it is passed. */
    returnBecause: v.nullable(Words(ITEM_LIMITS.reason)),
  }),
  output: Nothing,
  errors: [
    ...DEED_ERRORS,
    'own-item',
    'checked-by-you',
    /** Whoever may check has written on it, or made the first check. docs/rules.md#R-222 */
    'nobody-left',
    /** WeChat has not said yet what it thinks of a picture. */
    'not-checked',
  ],
});

/** At once and for good; of what is out, readers see the reason. docs/rules.md#R-224 */
export const withdrawItem = defineAction({
  fn,
  name: 'withdrawItem',
  allow: self(CHANNEL_EDITORS),
  input: v.strictObject({ ...Deed, reason: Words(ITEM_LIMITS.reason) }),
  output: Nothing,
  errors: DEED_ERRORS,
});

/** What the issue of a day holds, in this order, and when it comes out. docs/rules.md#R-223 */
export const planIssue = defineAction({
  fn,
  name: 'planIssue',
  allow: self(CHANNEL_EDITORS),
  input: v.strictObject({
    channel: ChannelName,
    day: Day,
    /** Minutes since 00:00. */
    minute: v.pipe(Count, v.maxValue(1439)),
    itemIds: v.pipe(v.array(Id), v.maxLength(ISSUE_LIMITS.items)),
    /** Which of them is told before shifts; null: none. Absent from phones that do not ask: as it is. docs/rules.md#R-226 */
    shiftItemId: v.optional(v.nullable(Id)),
    /** Of the issue that the caller has before them; 0: there is none. */
    revision: Count,
  }),
  output: v.strictObject({ revision: Count }),
  errors: [
    'not-your-desk',
    'changed-meanwhile',
    /** It is out: at most one a day. */
    'is-out',
    /** Before today, or too far away. */
    'bad-day',
    /** One is not ready any more, or stands in another issue; detail.number from 1. */
    'not-ready',
    /** Another channel has an item for the shifts of that day. */
    'day-has-one',
  ],
});

export const channelEditingActions = {
  channelDesk,
  channelCalendar,
  saveItem,
  checkItem,
  withdrawItem,
  planIssue,
} as const;
