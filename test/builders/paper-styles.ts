import { OF_ALL, type PaperStyleDocument } from '../../cloudfunctions/_store/branch/paper-styles';

type Style = Omit<PaperStyleDocument, '_id' | 'revision' | 'lastRequestId' | 'schemaVersion'>;

/** Everything set. */
export const someStyle = (fields: Partial<Style> = {}): Style => ({
  organisation: 'Power Station',
  papers: {
    'record-book': { title: 'Book', signers: ['Member', 'Secretary'] },
    register: { title: 'Roll', signers: ['Caller'] },
    minutes: { title: 'Minutes', signers: ['Chair'] },
  },
  hidden: ['sums', 'notes'],
  closing: 'kept by the branch',
  ...fields,
});

export const aPaperStyle = (
  scope: string = OF_ALL,
  fields: Partial<Style> = {},
): PaperStyleDocument => ({
  ...someStyle(fields),
  _id: scope,
  revision: 1,
  lastRequestId: 'earlier',
  schemaVersion: 1,
});
