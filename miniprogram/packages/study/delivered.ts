import type { Delivered } from '../../api/outbox';
import { deliveredText as textOf, type Telling } from '../../text/delivered';
import { settleComment } from '../channel/comment-draft';
import { settleLeaveWords } from './leave-words';
import { settleMakeUpWords } from './answers-kept';

/** Loaded by the app when something that had waited is answered: most days nothing is. */
export function deliveredText(delivered: Delivered): Telling | undefined {
  settleLeaveWords(delivered);
  settleMakeUpWords(delivered);
  settleComment(delivered);
  return textOf(delivered);
}
