import type {
  LibraryDocument,
  StoredVersion,
} from '../../cloudfunctions/_store/content/library-document';
import { TEST_START_MS } from '../worlds/test-cloud';

/** A version that was checked, a link. */
export function aVersion(
  versionId: string,
  byId: string,
  fields: Partial<StoredVersion> = {},
): StoredVersion {
  return {
    versionId,
    edition: 1,
    title: `title of ${versionId}`,
    number: null,
    source: 'the paper',
    content: { kind: 'link', url: `https://example.org/${versionId}` },
    size: 'first',
    changed: null,
    validUntilDay: null,
    readers: null,
    by: { memberId: byId, name: byId },
    atMs: TEST_START_MS,
    checkedBy: { memberId: 'another', name: 'another' },
    checkedAtMs: TEST_START_MS,
    ...fields,
  };
}

/** A document that is read. */
export function aLibraryDocument(
  id: string,
  branchId: string,
  fields: Partial<LibraryDocument> = {},
): LibraryDocument {
  return {
    _id: id,
    branchId,
    state: 'shown',
    current: aVersion(`${id}-1`, 'uploader'),
    offered: null,
    earlier: [],
    message: null,
    takenDown: null,
    contentKeys: [`none:${id}`],
    firstAtMs: TEST_START_MS,
    revision: 1,
    schemaVersion: 1,
    ...fields,
  };
}

/** One that waits to be checked. */
export function anOfferedDocument(
  id: string,
  branchId: string,
  byId = 'uploader',
): LibraryDocument {
  const version = aVersion(`${id}-1`, byId, { checkedBy: null, checkedAtMs: null });
  return aLibraryDocument(id, branchId, {
    state: 'waiting',
    current: null,
    offered: { version, returned: null },
  });
}
