import * as v from 'valibot';
import { AtMs, Id } from '../fields';

const UnreadMessage = v.strictObject({
  messageId: Id,
  atMs: AtMs,
  isToAcknowledge: v.boolean(),
});

const MessageToAnswer = v.strictObject({
  messageId: Id,
  title: v.string(),
  body: v.nullable(v.string()),
  /** Where it is answered. */
  page: v.string(),
  untilAtMs: AtMs,
  /** Said in its place once it is past; absent: then it is asked no more. docs/rules.md#R-331 */
  afterwards: v.optional(v.string()),
  /** What is to be done there, a verb; absent from functions before 0.3.0: 答复. */
  act: v.optional(v.string()),
  /** What follows from no answer. */
  otherwise: v.string(),
});
export type MessageToAnswer = v.InferOutput<typeof MessageToAnswer>;

export const noticesToday = {
  /**
   * Messages that came since the inbox was on the screen, as far as the server has heard up to a
   * minute ago, and must-reads not acknowledged; at most 50. The phone knows better what it showed.
   */
  unread: v.array(UnreadMessage),
  /** Also before its time in the inbox has come; absent to phones before 0.2.0. */
  toAnswer: v.optional(v.array(MessageToAnswer)),
};
