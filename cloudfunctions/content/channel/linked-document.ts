import type { ItemDetail } from '../../../contract/content/channel-shapes';
import { mayReach } from '../../../contract/allow';
import type { Caller } from '../../_kit/context';
import { isForMembers } from '../../_store/content/document-standing';
import { newestOf } from '../../_store/content/library-document';
import { libraryDocuments } from '../../_store/content/library-documents';

/** By the rights of the document, in the version that is read now. docs/rules.md#R-310 */
export async function linkedDocument(
  documentId: string,
  caller: Caller,
  nowMs: number,
): Promise<NonNullable<ItemDetail['document']>> {
  const document = await libraryDocuments.byId(documentId);
  if (document !== null && !mayReach(caller, document.branchId)) {
    return { documentId, title: '', reach: 'other-branch' };
  }
  if (document === null || !isForMembers(document, nowMs)) {
    return { documentId, title: '', reach: 'gone' };
  }
  return { documentId, title: newestOf(document).title, reach: 'open' };
}
