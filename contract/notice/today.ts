import * as v from 'valibot';
import { AtMs, Id } from '../fields';

const UnreadMessage = v.strictObject({
  messageId: Id,
  atMs: AtMs,
  isToAcknowledge: v.boolean(),
});

export const noticesToday = {
  /**
   * Messages that came since the inbox was on the screen, as far as the server has heard up to a
   * minute ago, and must-reads not acknowledged; at most 50. The phone knows better what it showed.
   */
  unread: v.array(UnreadMessage),
};
