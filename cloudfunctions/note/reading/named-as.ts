import type { NoteDocument } from '../../_store/note/note-document';

/** How the branch may know the author: '' where they did not put their name to it. docs/rules.md#R-110 */
export function namedAs({
  ownerName,
  crewName,
  sharing,
}: Pick<NoteDocument, 'ownerName' | 'crewName' | 'sharing'>) {
  return { authorName: sharing?.isSigned === true ? ownerName : '', crewName };
}
