import * as v from 'valibot';
import { FILE_TYPES } from '../../domain/content/library/library-rules';
import { AtMs, Count, Day, Id, Words } from '../fields';
import { growing, NewerKind } from '../growing';
import { MOST_CHARACTERS } from '../limits';
import { Audience } from '../people/audience';

/** Most characters (UTF-16 units) of what is said of a document; its title and what changed are as of messages. */
export const DOCUMENT_CHARACTERS = { number: 30, source: 60, fileName: 120 } as const;

/** What a document is, as the phone offers it: a file that it has put into storage, or a link. */
export const OfferedContent = v.variant('kind', [
  v.strictObject({
    kind: v.literal('file'),
    fileId: v.pipe(v.string(), v.maxLength(300)),
    fileName: Words(DOCUMENT_CHARACTERS.fileName),
  }),
  v.strictObject({
    kind: v.literal('link'),
    url: v.pipe(v.string(), v.regex(/^https:\/\/[^\s]{1,500}$/u)),
  }),
]);
export type OfferedContent = v.InferOutput<typeof OfferedContent>;

/** The three ticks of whoever offers it; without all of them nothing is offered. docs/rules.md#R-240 */
const Declared = v.strictObject({
  isPublic: v.literal(true),
  hasNoWorkSecrets: v.literal(true),
  isNoStampedPaper: v.literal(true),
});

/** What is said of a version by whoever offers it. */
export const offeredFields = {
  versionId: Id,
  title: Words(MOST_CHARACTERS.title),
  number: v.nullable(Words(DOCUMENT_CHARACTERS.number)),
  /** Where it was published. */
  source: Words(DOCUMENT_CHARACTERS.source),
  content: OfferedContent,
  validUntilDay: v.nullable(Day),
  /** Who has to acknowledge it; null: nobody. */
  readers: v.nullable(Audience),
  declared: Declared,
};

/** How a version differs from the one before. */
export const CHANGE_SIZES = ['first', 'minor', 'major'] as const;
export const ShownChangeSize = growing(CHANGE_SIZES);

/** How a document opens: in WeChat's viewer, or as a link. */
export const ShownForm = growing([...FILE_TYPES, 'link']);
export type ShownForm = v.InferOutput<typeof ShownForm>;

export const ShownContent = v.variant('kind', [
  v.strictObject({
    kind: v.literal('file'),
    fileName: v.string(),
    type: growing(FILE_TYPES),
    bytes: Count,
  }),
  v.strictObject({ kind: v.literal('link'), url: v.string() }),
  NewerKind,
]);

export const ShownVersion = v.strictObject({
  versionId: Id,
  /** Counted from 1. */
  edition: Count,
  title: v.string(),
  number: v.nullable(v.string()),
  source: v.string(),
  content: ShownContent,
  size: ShownChangeSize,
  /** What changed; null in a first version. */
  changed: v.nullable(v.string()),
  validUntilDay: v.nullable(Day),
  byName: v.string(),
  atMs: AtMs,
  /** Who looked at it before others did, and when; null: nobody has yet. */
  checkedByName: v.nullable(v.string()),
  checkedAtMs: v.nullable(AtMs),
});
export type ShownVersion = v.InferOutput<typeof ShownVersion>;

/** The must-read of a document, where it was sent to the caller. */
export const MyReading = v.strictObject({
  messageId: Id,
  /** Of the message: the one that is acknowledged. */
  edition: Count,
  acknowledgedAtMs: v.nullable(AtMs),
});

/** How many acknowledge the present edition, themselves or told in person. */
export const ReadingCounts = v.strictObject({ recipients: Count, acknowledged: Count });

/** Where a document stands: `waiting` to be checked, `ending` soon, `over` its last day. */
export const DOCUMENT_STATES = [
  'shown',
  'waiting',
  'returned',
  'ending',
  'over',
  'taken-down',
] as const;
export const ShownDocumentState = growing(DOCUMENT_STATES);
export type ShownDocumentState = v.InferOutput<typeof ShownDocumentState>;

/** What of the library is listed; members see the first two. */
export const LIBRARY_PARTS = ['all', 'must-read', 'waiting', 'ending', 'taken-down'] as const;
export type LibraryPart = (typeof LIBRARY_PARTS)[number];

export const LibraryRow = v.strictObject({
  documentId: Id,
  /** In a list over all branches; absent in that of one. */
  branchName: v.optional(v.string()),
  state: ShownDocumentState,
  /** Whether a newer version waits to be checked while this one is read. */
  hasOffered: v.boolean(),
  edition: Count,
  title: v.string(),
  number: v.nullable(v.string()),
  form: ShownForm,
  size: ShownChangeSize,
  changed: v.nullable(v.string()),
  /** When it was shown; of one that is not, when it was offered. */
  atMs: AtMs,
  validUntilDay: v.nullable(Day),
  /** Who has brought it and keeps it up to date. */
  keeperName: v.string(),
  isMustRead: v.boolean(),
  mine: v.nullable(MyReading),
  /** For officers; null where nobody has to read it. */
  counts: v.nullable(ReadingCounts),
  /** Instead, how far it came until its time was over. docs/rules.md#R-347 */
  past: v.optional(ReadingCounts),
});
export type LibraryRow = v.InferOutput<typeof LibraryRow>;
