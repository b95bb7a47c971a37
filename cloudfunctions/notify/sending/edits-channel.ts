import { holdsOneOf, type Role } from '../../../contract/roles';
import type { Channel } from '../../../domain/notice/kind-rules';

const EDITORS: Partial<Record<Channel, readonly Role[]>> = {
  integrity: ['discipline-officer', 'committee-office'],
};

/** Whether these roles send, revise, cancel and remind in a channel. docs/rules.md#R-51 */
export function editsChannel(roles: readonly Role[], channel: Channel): boolean {
  const editors = EDITORS[channel];
  return editors === undefined || holdsOneOf(roles, editors);
}
