import { readFile, storeFile, temporaryUrls } from '../../_kit/files';
import type { NoteDocument } from '../../_store/note/note-document';
import type { StoredPicture } from '../../_store/picture/checked-pictures';
import { isCopy } from '../../_store/picture/copy-pictures';

/** More than a phone hands in; what is larger is not shown. */
const MOST_BYTES = 20 * 1024 * 1024;

/**
 * Addresses of pictures of a note that is shared without a name, by their file ids. An address has the
 * path of its file. That of a copy names nobody; before there were copies it was what a phone had put
 * into storage, with its writer: of these, copies are shown whose path is of the note alone, made when
 * somebody first looks. One request of storage, and for each picture that needs it two more and one for
 * all of them. docs/rules.md#R-110
 */
export async function namelessUrls(
  { _id: noteId }: Pick<NoteDocument, '_id'>,
  pictures: readonly StoredPicture[],
  seconds: number,
): Promise<ReadonlyMap<string, string>> {
  const copies = pictures.flatMap(({ fileId, pictureId }) => {
    if (isCopy(fileId)) return [{ fileId, path: '', copyId: fileId }];
    const [storage] = /^cloud:\/\/[^/]+\//u.exec(fileId) ?? [];
    if (storage === undefined) return [];
    const path = `notes-unsigned/${noteId}/${pictureId}.jpg`;
    return [{ fileId, path, copyId: `${storage}${path}` }];
  });
  const idsOf = (some: typeof copies) => some.map(({ copyId }) => copyId);
  const known = await temporaryUrls(idsOf(copies), seconds);
  const lacking = copies.filter(({ path, copyId }) => path !== '' && !known.has(copyId));
  await Promise.all(
    lacking.map(async ({ fileId, path }) => {
      const read = await readFile(fileId, MOST_BYTES);
      if (read.kind === 'read') await storeFile(path, read.content);
    }),
  );
  const made = await temporaryUrls(idsOf(lacking), seconds);
  return new Map(
    copies.flatMap(({ fileId, copyId }) => {
      const url = known.get(copyId) ?? made.get(copyId);
      return url === undefined ? [] : [[fileId, url] as const];
    }),
  );
}
