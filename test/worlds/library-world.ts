import type { InputOf } from '../../contract/action';
import {
  checkDocument,
  library,
  offerDocument,
  offerVersion,
} from '../../contract/content/library';
import type { LibraryDocument } from '../../cloudfunctions/_store/content/library-document';
import { aPdf } from '../builders/office-files';
import { stored } from '../builders/stored';
import { outputOf, useStudyWorld, type StudyWorld } from './study-world';

export type Offer = InputOf<typeof offerDocument>;
type NextOffer = InputOf<typeof offerVersion>;

export const DECLARED = { isPublic: true, hasNoWorkSecrets: true, isNoStampedPaper: true } as const;

export interface LibraryWorld extends StudyWorld {
  /** A file that a member's phone has put into storage for a version. */
  readonly inStorage: (
    memberId: string,
    versionId: string,
    content?: Buffer,
    type?: string,
  ) => Extract<Offer['content'], { kind: 'file' }>;
  /** What `officer` offers: a document of its own, with a file of its own. */
  readonly anOffer: (offer?: Partial<Offer>) => Offer;
  /** Offered by `officer` and passed by `secretary`; its id. */
  readonly shownDocument: (offer?: Partial<Offer>) => Promise<string>;
  /** A next version of it, offered and passed alike. */
  readonly nextVersion: (documentId: string, offer?: Partial<NextOffer>) => Promise<void>;
  readonly aNextOffer: (documentId: string, offer?: Partial<NextOffer>) => NextOffer;
  readonly document: (documentId: string) => LibraryDocument;
  /** Titles that a member sees in the library. */
  readonly titlesOf: (memberId: string) => Promise<readonly string[]>;
}

let count = 0;

/** The world of studies, with a library: `officer`, `secretary`, `member-1` … `member-5`. */
export function useLibraryWorld(...others: readonly string[]): LibraryWorld {
  const world = useStudyWorld('content', 'notify', ...others);
  const pass = async (documentId: string, versionId: string) => {
    const verdict = { kind: 'pass' } as const;
    outputOf(
      await world.phone('secretary').call(checkDocument, { documentId, versionId, verdict }),
    );
  };
  const own: Omit<LibraryWorld, keyof StudyWorld> = {
    inStorage: (memberId, versionId, content = aPdf(`% ${versionId}`), type = 'pdf') => ({
      kind: 'file',
      fileId: world.cloud.files.write(`library/202503/${memberId}/${versionId}.${type}`, content),
      fileName: `paper.${type}`,
    }),
    anOffer(offer = {}) {
      count += 1;
      const versionId = offer.versionId ?? `version-${count}`;
      return {
        documentId: `document-${count}`,
        versionId,
        title: `title ${count}`,
        number: null,
        source: 'the paper',
        content: offer.content ?? own.inStorage('officer', versionId),
        validUntilDay: null,
        readers: null,
        declared: DECLARED,
        ...offer,
      };
    },
    async shownDocument(offer) {
      const input = own.anOffer(offer);
      outputOf(await world.phone('officer').call(offerDocument, input));
      await pass(input.documentId, input.versionId);
      return input.documentId;
    },
    aNextOffer(documentId, offer = {}) {
      // What it brings is not written over by a file of the builder's own.
      const { versionId, title, number, source, content, validUntilDay, declared } = own.anOffer({
        ...(offer.versionId !== undefined && { versionId: offer.versionId }),
        ...(offer.content !== undefined && { content: offer.content }),
      });
      const { revision, current } = own.document(documentId);
      return {
        versionId,
        number,
        source,
        content,
        validUntilDay,
        declared,
        title: current?.title ?? title,
        readers: current?.readers ?? null,
        documentId,
        revision,
        change: { size: 'minor', changed: 'a letter' },
        ...offer,
      };
    },
    async nextVersion(documentId, offer) {
      const input = own.aNextOffer(documentId, offer);
      outputOf(await world.phone('officer').call(offerVersion, input));
      await pass(documentId, input.versionId);
    },
    document: (documentId) => stored(world.cloud, 'library_documents', documentId),
    titlesOf: async (memberId) => {
      const { rows } = await world.phone(memberId).get(library, { part: 'all' });
      return rows.map(({ title }) => title);
    },
  };
  // The prototype keeps the getters of the world alive.
  return Object.assign(Object.create(world) as StudyWorld, own);
}
