import type { ItemDetail } from '../../../contract/content/channel-shapes';
import { mayReach } from '../../../contract/allow';
import type { Caller } from '../../_kit/context';
import { isForMembers } from '../../_store/content/document-standing';
import { newestOf, type LibraryDocument } from '../../_store/content/library-document';

/** By the rights of the document, in the version that is read now; null: there is none. docs/rules.md#R-310 */
export function linkedDocument(
  documentId: string,
  document: LibraryDocument | null,
  caller: Caller,
  nowMs: number,
): NonNullable<ItemDetail['document']> {
  if (document !== null && !mayReach(caller, document.branchId)) {
    return { documentId, title: '', reach: 'other-branch' };
  }
  if (document === null || !isForMembers(document, nowMs)) {
    return { documentId, title: '', reach: 'gone' };
  }
  return { documentId, title: newestOf(document).title, reach: 'open' };
}
