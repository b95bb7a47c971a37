import * as v from 'valibot';
import { defineAction } from '../action';
import { self } from '../allow';
import { AtMs, Day, Id } from '../fields';
import { CommentPage } from './comment-shapes';
import { ChannelName, IssueLine, ItemDetail } from './channel-shapes';

const fn = 'content';

/** Issues of a channel that are out, the newest first, from a day back. docs/rules.md#R-224 */
export const channelIssues = defineAction({
  fn,
  name: 'channelIssues',
  allow: self(),
  input: v.strictObject({
    channel: ChannelName,
    /** The newest that is wanted; absent: today's. */
    upTo: v.optional(Day),
  }),
  output: v.strictObject({
    nowMs: AtMs,
    issues: v.array(v.strictObject({ day: Day, items: v.array(IssueLine) })),
    /** Where the list goes on; null: there are no older ones. */
    earlier: v.nullable(Day),
  }),
  errors: [],
});

/** One item: for everybody once it is out, before that for its desk. docs/rules.md#R-224 */
export const channelItem = defineAction({
  fn,
  name: 'channelItem',
  allow: self(),
  input: v.strictObject({ itemId: Id }),
  output: v.strictObject({
    nowMs: AtMs,
    item: ItemDetail,
    /** The newest; absent: it is not out. */
    comments: v.optional(CommentPage),
  }),
  errors: [],
});

export const channelReadingActions = { channelIssues, channelItem } as const;
