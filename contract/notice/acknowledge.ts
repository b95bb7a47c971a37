import * as v from 'valibot';
import { defineAction } from '../action';
import { self } from '../allow';
import { AtMs, Count, Id } from '../fields';

const fn = 'notify';

/** Apart from the inbox: what waits in a phone for a network is loaded before the first page. */
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
    /** The time in which its readers were asked is over: it was not withdrawn. docs/rules.md#R-347 */
    'no-more-asked',
    /** There is a newer edition, which nobody acknowledges unseen. */
    'newer-edition',
  ],
});

export const acknowledgeActions = { acknowledge } as const;
