import type { OutputOf } from '../../../contract/action';
import type { noticeLog } from '../../../contract/notice/sending';
import { OFFICERS } from '../../../contract/roles';
import { hasRole, knownMe } from '../../state/me';
import type { Shown } from '../../state/shown';

/** An officer may change any notice, a group leader their own; the server decides again. */
export function mayRevise(state: Shown<OutputOf<typeof noticeLog>>): boolean {
  const isOwn = state.kind === 'known' && state.output.authorName === knownMe()?.name;
  return isOwn || hasRole(OFFICERS);
}
