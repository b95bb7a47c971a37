import type { LibraryRow, ShownVersion } from '../../../contract/content/library-shapes';
import { TEST_START_MS } from '../../worlds/test-cloud';

/** As an answer names a document that is read and that nobody has to read. */
export function aLibraryRow(row: Partial<LibraryRow> = {}): LibraryRow {
  return {
    documentId: 'document',
    state: 'shown',
    hasOffered: false,
    edition: 1,
    title: '安全新规要点',
    number: null,
    form: 'pdf',
    size: 'first',
    changed: null,
    atMs: TEST_START_MS,
    validUntilDay: null,
    keeperName: '凌玉兰',
    isMustRead: false,
    mine: null,
    counts: null,
    ...row,
  };
}

export function aShownVersion(version: Partial<ShownVersion> = {}): ShownVersion {
  return {
    versionId: 'version-1',
    edition: 1,
    title: '安全新规要点',
    number: null,
    source: '应急管理部网站',
    content: { kind: 'file', fileName: '新规.pdf', type: 'pdf', bytes: 2_200_000 },
    size: 'first',
    changed: null,
    validUntilDay: null,
    byName: '凌玉兰',
    atMs: TEST_START_MS,
    checkedByName: '江思敏',
    checkedAtMs: TEST_START_MS,
    ...version,
  };
}
