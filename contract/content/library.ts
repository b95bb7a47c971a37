import * as v from 'valibot';
import { FILE_TYPES } from '../../domain/content/library/library-rules';
import { defineAction } from '../action';
import { inBranch, self } from '../allow';
import { AtMs, Count, Cursor, Day, Id, Month, Words } from '../fields';
import { growing } from '../growing';
import { MOST_CHARACTERS } from '../limits';
import { ShownAudience } from '../people/audience';
import { ANY_MEMBER, OFFICERS, PRESENTERS } from '../roles';
import {
  LIBRARY_PARTS,
  LibraryRow,
  MyReading,
  offeredFields,
  ReadingCounts,
  ShownDocumentState,
  ShownVersion,
} from './library-shapes';

const fn = 'content';
const Reason = Words(MOST_CHARACTERS.reason);

/** What of a library is asked for. */
const Question = {
  part: v.picklist(LIBRARY_PARTS),
  query: v.optional(Words(MOST_CHARACTERS.title)),
  cursor: v.optional(Cursor),
};

const Shelf = v.strictObject({
  nowMs: AtMs,
  /** Whether the caller brings and checks documents here. */
  isOfficer: v.boolean(),
  /** Of the whole library, whatever is searched for. */
  counts: v.strictObject({
    all: Count,
    mustRead: Count,
    waiting: Count,
    ending: Count,
    takenDown: Count,
  }),
  /** How many fit, on all pages. */
  found: v.strictObject({ mustRead: Count, others: Count }),
  rows: v.array(LibraryRow),
  nextCursor: v.nullable(Cursor),
});

/**
 * The documents of a branch, those that must be read first, then the newest. Searched by title and
 * number, as they stand or with other spaces; members see what is shown and valid. docs/rules.md#R-250
 */
export const library = defineAction({
  fn,
  name: 'library',
  allow: inBranch('branch', ANY_MEMBER),
  input: v.strictObject({
    branchId: v.optional(Id),
    ...Question,
  }),
  output: Shelf,
  errors: [],
});

/** The documents of all branches, each with the name of its own, ordered and searched like those of one. docs/rules.md#R-250 */
export const libraryOfAll = defineAction({
  fn,
  name: 'libraryOfAll',
  allow: self(['committee-office']),
  input: v.strictObject(Question),
  output: Shelf,
  errors: [],
});

/** One document; versions that wait or were replaced are for officers. */
export const libraryDocument = defineAction({
  fn,
  name: 'libraryDocument',
  allow: inBranch('document', ANY_MEMBER),
  input: v.strictObject({ documentId: Id }),
  output: v.strictObject({
    nowMs: AtMs,
    documentId: Id,
    branchId: Id,
    /** Counted up by every change; what is changed names the one that was on the screen. */
    revision: Count,
    isOfficer: v.boolean(),
    state: ShownDocumentState,
    current: v.nullable(ShownVersion),
    offered: v.nullable(
      v.strictObject({
        version: ShownVersion,
        isOwn: v.boolean(),
        /** Why it was returned, and by whom; null: it waits. */
        returned: v.nullable(v.strictObject({ byName: v.string(), reason: v.string() })),
      }),
    ),
    /** Newest first. */
    earlier: v.array(ShownVersion),
    takenDown: v.nullable(v.strictObject({ byName: v.string(), atMs: AtMs, reason: v.string() })),
    /** For officers, oldest first: who keeps it longer than its rule says. docs/rules.md#R-309 */
    kept: v.optional(
      v.array(
        v.strictObject({ byName: v.string(), atMs: AtMs, untilMonth: Month, reason: v.string() }),
      ),
    ),
    readers: v.nullable(ShownAudience),
    mine: v.nullable(MyReading),
    counts: v.nullable(ReadingCounts),
    /** Instead, how far it came until its time was over. docs/rules.md#R-347 */
    past: v.optional(ReadingCounts),
  }),
  errors: [],
});

/** An address of a file, good for five minutes; of versions that are not read, for officers. */
export const documentAddress = defineAction({
  fn,
  name: 'documentAddress',
  allow: inBranch('document', ANY_MEMBER),
  input: v.strictObject({ documentId: Id, versionId: Id }),
  output: v.strictObject({
    nowMs: AtMs,
    url: v.string(),
    fileName: v.string(),
    type: growing(FILE_TYPES),
    bytes: Count,
  }),
  errors: [
    /** It is a link. */
    'no-file',
    'file-gone',
  ],
});

/** Why a version is not taken; nothing of it is kept. */
export const OFFER_ERRORS = [
  /** This was brought before, in other words or with another file, which stand. docs/rules.md#R-287 */
  'written-before',
  /** With `where` (title, number, source, changed, file-name), `kind` and what was `found`. */
  'points-to-secret',
  'bad-audience',
  'nobody-in-audience',
  'valid-day-unfit',
  'file-missing',
  'file-too-large',
  'file-of-other-kind',
  /** Its beginning is not that of what its name says. */
  'file-not-what-it-says',
  'file-locked',
  'file-has-macros',
  'file-cut',
  /** This very file is in the library, as `title`. */
  'already-there',
] as const;

/** A new document. The phone chooses the ids: a retry brings nothing twice. docs/rules.md#R-240 */
export const offerDocument = defineAction({
  fn,
  name: 'offerDocument',
  allow: inBranch('branch', OFFICERS),
  input: v.strictObject({ branchId: v.optional(Id), documentId: Id, ...offeredFields }),
  output: v.strictObject({ documentId: Id, revision: Count }),
  errors: [...OFFER_ERRORS, 'library-full'],
});

/** A version after the one that is read, which stays until this one is checked. docs/rules.md#R-243 */
export const offerVersion = defineAction({
  fn,
  name: 'offerVersion',
  allow: inBranch('document', OFFICERS),
  input: v.strictObject({
    documentId: Id,
    revision: Count,
    ...offeredFields,
    /** null while no version was shown. */
    change: v.nullable(v.strictObject({ size: v.picklist(['minor', 'major']), changed: Reason })),
  }),
  output: v.strictObject({ documentId: Id, revision: Count }),
  errors: [
    ...OFFER_ERRORS,
    'taken-down',
    'waits-for-check',
    'too-many-versions',
    'changed-meanwhile',
  ],
});

/** A second officer lets a version be read, or returns it. docs/rules.md#R-240 */
export const checkDocument = defineAction({
  fn,
  name: 'checkDocument',
  allow: inBranch('document', OFFICERS),
  input: v.strictObject({
    documentId: Id,
    versionId: Id,
    verdict: v.variant('kind', [
      v.strictObject({ kind: v.literal('pass') }),
      v.strictObject({ kind: v.literal('return'), reason: Reason }),
    ]),
  }),
  output: v.strictObject({
    revision: Count,
    /** How many are asked to acknowledge it. */
    asked: Count,
  }),
  errors: [
    'own-upload',
    'nothing-to-check',
    'taken-down',
    'changed-meanwhile',
    /** The caller has returned it before, with another reason, which stands. docs/rules.md#R-287 */
    'written-before',
  ],
});

/** Another last day for what is read. docs/rules.md#R-244 */
export const prolongDocument = defineAction({
  fn,
  name: 'prolongDocument',
  allow: inBranch('document', OFFICERS),
  input: v.strictObject({ documentId: Id, validUntilDay: Day }),
  output: v.strictObject({ revision: Count }),
  errors: ['taken-down', 'not-shown', 'valid-day-unfit'],
});

/** Nobody reads it any more; it stays listed for officers with the reason. docs/rules.md#R-246 */
export const takeDownDocument = defineAction({
  fn,
  name: 'takeDownDocument',
  allow: inBranch('document', OFFICERS),
  input: v.strictObject({ documentId: Id, reason: Reason }),
  output: v.strictObject({ revision: Count }),
  errors: [
    /** It was done before, with another reason or by somebody else; that stands. docs/rules.md#R-287 */
    'written-before',
  ],
});

/** Who has not acknowledged the present edition; the trail says who has looked. docs/rules.md#R-249 */
export const whoHasNotRead = defineAction({
  fn,
  name: 'whoHasNotRead',
  allow: inBranch('document', PRESENTERS),
  input: v.strictObject({ documentId: Id }),
  output: v.strictObject({
    nowMs: AtMs,
    title: v.string(),
    messageId: Id,
    counts: ReadingCounts,
    open: v.array(
      v.strictObject({
        memberId: Id,
        name: v.string(),
        crewName: v.nullable(v.string()),
        isBound: v.boolean(),
      }),
    ),
  }),
  errors: ['nobody-asked'],
});

export const libraryActions = {
  library,
  libraryOfAll,
  libraryDocument,
  documentAddress,
  offerDocument,
  offerVersion,
  checkDocument,
  prolongDocument,
  takeDownDocument,
  whoHasNotRead,
} as const;
