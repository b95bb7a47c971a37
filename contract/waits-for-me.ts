import * as v from 'valibot';
import { defineAction } from './action';
import { ownReading } from './allow';
import { AtMs, Nothing } from './fields';
import { growing } from './growing';

/** What somebody is to do; what is not of one of these kinds is 'asked'. docs/rules.md#R-230 */
export const TASK_KINDS = [
  /** Answered on its page, by its limit. */
  'asked',
  /** A must-read to acknowledge. */
  'must-read',
  /** An item of a channel to check. */
  'item',
  /** Notes and contributions to look at. */
  'notes',
  /** Sheets to mark, appeals to answer. */
  'sheets',
  'appeals',
  /** Meetings that nobody has planned. */
  'meetings',
  /** Comments under items to check; one that asks for an answer. */
  'comments',
  'comment-asks',
  /** An item that came back to its writer; those that are through their checks and in no issue. */
  'item-back',
  'items-to-plan',
  /** A step of the star of a month. docs/rules.md#R-298 */
  'star',
  /** A day of a channel that no editor can take. docs/rules.md#R-295 */
  'duty',
] as const;

/**
 * All that waits for the caller, the oldest first, each with the page on which it is done. Studies that
 * wait for a reply or a check-in are in the answer of the today page. docs/rules.md#R-230
 */
export const waitsForMe = defineAction({
  fn: 'study',
  name: 'waitsForMe',
  allow: ownReading(),
  input: Nothing,
  output: v.strictObject({
    nowMs: AtMs,
    tasks: v.array(
      v.strictObject({
        taskId: v.string(),
        kind: growing(TASK_KINDS),
        title: v.string(),
        /** A verb. */
        act: v.string(),
        /** Null: the inbox. */
        page: v.nullable(v.string()),
        sinceAtMs: AtMs,
        /** Null: it has no limit. */
        untilAtMs: v.nullable(AtMs),
        /** Said in its place once it is past; absent: then it is over, or it had none. docs/rules.md#R-331 */
        afterwards: v.optional(v.string()),
      }),
    ),
  }),
  errors: [],
});

export const waitsActions = { waitsForMe } as const;
