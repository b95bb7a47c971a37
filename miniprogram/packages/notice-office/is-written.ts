import type { Newer } from '../../../contract/growing';
import type { NoticeKind } from '../../../domain/notice/notice-kind-names';
import { KIND_RULES } from '../../../domain/notice/notice-kinds';

/** Whether people write messages of this kind, and may reword and withdraw them. */
export function isWritten(kind: NoticeKind | Newer): boolean {
  return kind !== 'newer' && KIND_RULES[kind].isWritten;
}
