/** Documents that an office prints. docs/rules.md#R-150 */
export const PAPERS = ['record-book', 'register', 'minutes'] as const;
export type Paper = (typeof PAPERS)[number];

/** What of the record book can be left out; what was learned and when always stands. */
export const BOOK_PARTS = ['sums', 'how-counted', 'notes', 'way', 'minutes'] as const;
export type BookPart = (typeof BOOK_PARTS)[number];

/** Most of each; UTF-16 units, and signers of one document. */
export const PAPER_LIMITS = {
  organisation: 40,
  title: 20,
  signer: 12,
  signers: 4,
  closing: 200,
} as const;

/** Of each document; '' and no signers: as the committee has it. */
interface PaperHead {
  readonly title: string;
  readonly signers: readonly string[];
}

/** What an office sets of its documents. */
export interface PaperStyle {
  /** The line over the title. */
  readonly organisation: string;
  readonly papers: Readonly<Record<Paper, PaperHead>>;
  /** Of the record book; null: as the committee has it. */
  readonly hidden: readonly BookPart[] | null;
  /** Below the record book. */
  readonly closing: string;
}

/** The same for each document. */
export function eachPaper<T>(made: (paper: Paper) => T): Record<Paper, T> {
  return {
    'record-book': made('record-book'),
    register: made('register'),
    minutes: made('minutes'),
  };
}

const nothing: PaperHead = { title: '', signers: [] };

/** Nothing is set. */
export const PLAIN_STYLE: PaperStyle = {
  organisation: '',
  papers: eachPaper(() => nothing),
  hidden: null,
  closing: '',
};

/** As documents are made: each thing of the branch, where it has none of the committee. docs/rules.md#R-150 */
export function styleInForce(own: PaperStyle | null, common: PaperStyle | null): PaperStyle {
  const [first, second] = [own ?? PLAIN_STYLE, common ?? PLAIN_STYLE];
  const headOf = (paper: Paper): PaperHead => {
    const [ours, theirs] = [first.papers[paper], second.papers[paper]];
    return {
      title: ours.title === '' ? theirs.title : ours.title,
      signers: ours.signers.length === 0 ? theirs.signers : ours.signers,
    };
  };
  return {
    organisation: first.organisation === '' ? second.organisation : first.organisation,
    papers: eachPaper(headOf),
    hidden: first.hidden ?? second.hidden,
    closing: first.closing === '' ? second.closing : first.closing,
  };
}
