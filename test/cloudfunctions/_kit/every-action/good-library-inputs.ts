import type { libraryActions } from '../../../../contract/content/library';
import { localDay } from '../../../../domain/time/local-day';
import { DECLARED } from '../../../worlds/library-world';
import type { InputsOf } from './inputs-of';

const offered = (number: number) => ({
  versionId: `version-${number}`,
  title: 'title',
  number: null,
  source: 'the paper',
  content: { kind: 'link', url: `https://example.org/${number}` } as const,
  validUntilDay: null,
  readers: null,
  declared: DECLARED,
});

/** Of the document library. */
export const goodLibraryInputs: InputsOf<typeof libraryActions> = {
  library: ({ branchId, documentId }) => ({
    branchId,
    part: 'all',
    query: 'title',
    cursor: `0_1_${documentId}`,
  }),
  libraryOfAll: ({ documentId }) => ({
    part: 'all',
    query: 'title',
    cursor: `0_1_${documentId}`,
  }),
  libraryDocument: ({ documentId }) => ({ documentId }),
  documentAddress: ({ documentId }) => ({ documentId, versionId: `${documentId}-1` }),
  offerDocument: ({ branchId, number }) => ({
    branchId,
    documentId: `new-${number}`,
    ...offered(number),
    number: '3',
    validUntilDay: localDay('2025-12-31'),
    readers: { kind: 'branch' },
  }),
  offerVersion: ({ documentId, number }) => ({
    documentId,
    revision: 1,
    ...offered(number),
    change: { size: 'minor', changed: 'a letter' },
  }),
  checkDocument: ({ offeredId }) => ({
    documentId: offeredId,
    versionId: `${offeredId}-1`,
    verdict: { kind: 'return', reason: 'a name too many' },
  }),
  prolongDocument: ({ documentId }) => ({ documentId, validUntilDay: localDay('2026-12-31') }),
  takeDownDocument: ({ documentId }) => ({ documentId, reason: 'another is in force' }),
  whoHasNotRead: ({ documentId }) => ({ documentId }),
};
