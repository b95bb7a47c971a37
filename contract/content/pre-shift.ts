import * as v from 'valibot';
import { defineAction } from '../action';
import { self } from '../allow';
import { AtMs, Count, Day, Id } from '../fields';
import { PRESENTERS } from '../roles';
import { ShiftOfDay } from '../roster/shift';
import { ChannelName } from './channel-shapes';

const fn = 'content';

/**
 * What is told before shifts of an issue that is out, and who of the caller's branch works their shift
 * of now, or their next. docs/rules.md#R-227
 */
export const preShiftItem = defineAction({
  fn,
  name: 'preShiftItem',
  allow: self(PRESENTERS),
  input: v.strictObject({ channel: ChannelName, day: Day }),
  output: v.strictObject({
    nowMs: AtMs,
    item: v.strictObject({
      itemId: Id,
      /** '' of what was withdrawn. */
      title: v.string(),
      line: v.nullable(v.string()),
      byline: v.nullable(v.string()),
      minutes: Count,
      /** For some minutes; null: it has none to show. */
      pictureUrl: v.nullable(v.string()),
      source: v.nullable(v.string()),
      hasArticle: v.boolean(),
      withdrawnBecause: v.nullable(v.string()),
    }),
    /** What tellInPerson names. */
    messageId: Id,
    /** Null: none in sight, the people are those of the caller's group. */
    shift: v.nullable(ShiftOfDay),
    people: v.array(
      v.strictObject({
        memberId: Id,
        name: v.string(),
        isMe: v.boolean(),
        isTold: v.boolean(),
      }),
    ),
  }),
  errors: [
    /** The issue is not out, or none of it is for the shifts. */
    'nothing-to-tell',
  ],
});

export const preShiftActions = { preShiftItem } as const;
