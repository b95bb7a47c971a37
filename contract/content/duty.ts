import * as v from 'valibot';
import { defineAction } from '../action';
import { self } from '../allow';
import { AtMs, Count, Day, Id } from '../fields';
import { CHANNEL_EDITORS } from '../roles';
import { ChannelName, DeskLine, ShownCell, ShownChannel } from './channel-shapes';

const fn = 'content';

/** A day of a channel: how far it is, what waits for it, who is on duty and who could be. docs/rules.md#R-295 */
export const channelDuty = defineAction({
  fn,
  name: 'channelDuty',
  allow: self(CHANNEL_EDITORS),
  input: v.strictObject({ channel: ChannelName, day: Day }),
  output: v.strictObject({
    nowMs: AtMs,
    channel: ShownChannel,
    day: Day,
    state: ShownCell,
    /** Null: it is planned by nobody yet, or long past. */
    duty: v.nullable(
      v.strictObject({
        /** Null: nobody can. */
        person: v.nullable(v.strictObject({ memberId: Id, name: v.string() })),
        revision: Count,
        /** Oldest first. */
        steps: v.array(
          v.strictObject({ byName: v.string(), toName: v.nullable(v.string()), atMs: AtMs }),
        ),
      }),
    ),
    /** Who can be on duty that day and to whom the caller may give it; fewest duties first. */
    choices: v.array(
      v.strictObject({
        memberId: Id,
        name: v.string(),
        branchName: v.string(),
        /** In the last four weeks and to come. */
        duties: Count,
      }),
    ),
    /** Meant for the day or in its issue, as far as the caller sees it. */
    lines: v.array(DeskLine),
    mayWrite: v.boolean(),
    mayPlan: v.boolean(),
  }),
  errors: [],
});

/** Gives the duty of a day to somebody. docs/rules.md#R-296 */
export const giveDuty = defineAction({
  fn,
  name: 'giveDuty',
  allow: self(CHANNEL_EDITORS),
  input: v.strictObject({
    channel: ChannelName,
    day: Day,
    memberId: Id,
    /** Of the duty that the caller has before them. */
    revision: Count,
    deedId: Id,
  }),
  output: v.strictObject({ revision: Count }),
  errors: [
    /** Neither the caller's own, nor taken for themselves. */
    'not-your-duty',
    /** They do not write for this channel, or have left. */
    'takes-no-part',
    /** Away that day, or on shift or asleep in the hours before the issue. */
    'cannot-that-day',
    'changed-meanwhile',
    /** Its issue is due or out, or nobody has planned so far ahead. */
    'bad-day',
  ],
});

export const dutyActions = { channelDuty, giveDuty } as const;
