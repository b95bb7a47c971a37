import type { InputOf, OutputOf } from '../../../contract/action';
import type { library, libraryOfAll } from '../../../contract/content/library';
import type { LibraryPart, LibraryRow } from '../../../contract/content/library-shapes';
import { hasInIt } from '../../../domain/words/bare-name';
import { stateOf } from '../../_store/content/document-standing';
import {
  messageInForce,
  mustReadOf,
  newestOf,
  waitingIn,
  type LibraryLine,
} from '../../_store/content/library-document';
import type { HowFarRead } from '../../_store/content/library-shelf';
import { toReading } from './to-shown';

const PAGE = 30;

/** What somebody sees of a library. */
interface Seen {
  readonly lines: readonly LibraryLine[];
  readonly readings: ReadonlyMap<string, HowFarRead>;
  readonly isOfficer: boolean;
  /** By branch, where it is the library of all of them. */
  readonly names: ReadonlyMap<string, string>;
}

/** A page of a library that was read whole; undefined: nobody was given this cursor. */
export function shelfPage(
  { lines, readings, isOfficer, names }: Seen,
  { part, query = '', cursor }: InputOf<typeof libraryOfAll>,
  nowMs: number,
): OutputOf<typeof library> | undefined {
  const after = cursor === undefined ? null : placeOf(cursor);
  if (after === undefined) return undefined;
  const isIn = (line: LibraryLine, wanted: LibraryPart) => isInPart(line, wanted, nowMs);
  const countOf = (wanted: LibraryPart) => lines.filter((line) => isIn(line, wanted)).length;
  const found = lines
    .filter((line) => isIn(line, part))
    .filter((line) => hasInIt([newestOf(line).title, newestOf(line).number], query))
    .map((line) => ({ line, place: placeIn(line, nowMs) }))
    .sort((a, b) => byPlace(a.place, b.place));
  const rest = after === null ? found : found.filter(({ place }) => byPlace(after, place) < 0);
  const page = rest.slice(0, PAGE);
  const last = page.at(-1)?.place;
  const mustRead = found.filter(({ place }) => place.isMustRead).length;
  return {
    nowMs,
    isOfficer,
    counts: {
      all: countOf('all'),
      mustRead: countOf('must-read'),
      waiting: countOf('waiting'),
      ending: countOf('ending'),
      takenDown: countOf('taken-down'),
    },
    found: { mustRead, others: found.length - mustRead },
    rows: page.map(({ line }) => {
      const branchName = names.get(line.branchId);
      const row = toRow(line, readingOf(line, readings), isOfficer, nowMs);
      return branchName === undefined ? row : { ...row, branchName };
    }),
    nextCursor: rest.length > PAGE && last !== undefined ? cursorOf(last) : null,
  };
}

const isMustRead = (line: LibraryLine, nowMs: number): boolean =>
  messageInForce(line, nowMs) !== null;

function isInPart(line: LibraryLine, part: LibraryPart, nowMs: number): boolean {
  const state = stateOf(line, nowMs);
  switch (part) {
    case 'all':
      return state !== 'taken-down';
    case 'must-read':
      return isMustRead(line, nowMs);
    case 'waiting':
      return state !== 'taken-down' && waitingIn(line) !== null;
    case 'ending':
      return state === 'ending' || state === 'over';
    case 'taken-down':
      return state === 'taken-down';
  }
}

interface Place {
  readonly isMustRead: boolean;
  readonly atMs: number;
  readonly documentId: string;
}

const placeIn = (line: LibraryLine, nowMs: number): Place => ({
  isMustRead: isMustRead(line, nowMs),
  atMs: shownAtMs(line),
  documentId: line._id,
});

/** What must be read first, then what was shown last; ids keep the order where the instant is the same. */
function byPlace(a: Place, b: Place): number {
  return (
    Number(b.isMustRead) - Number(a.isMustRead) ||
    b.atMs - a.atMs ||
    (a.documentId < b.documentId ? -1 : Number(a.documentId > b.documentId))
  );
}

const cursorOf = ({ isMustRead: isFirst, atMs, documentId }: Place): string =>
  `${Number(isFirst)}_${atMs}_${documentId}`;

/** undefined: nobody was given this cursor. */
function placeOf(cursor: string): Place | undefined {
  const [, rank, atMs, documentId] = /^([01])_(\d{1,15})_([A-Za-z0-9-]{1,40})$/u.exec(cursor) ?? [];
  if (documentId === undefined) return undefined;
  return { isMustRead: rank === '1', atMs: Number(atMs), documentId };
}

function shownAtMs(line: LibraryLine): number {
  const { checkedAtMs, atMs } = newestOf(line);
  return line.takenDown?.atMs ?? checkedAtMs ?? atMs;
}

function readingOf(line: LibraryLine, readings: ReadonlyMap<string, HowFarRead>) {
  const message = mustReadOf(line);
  return message === null ? undefined : readings.get(message.messageId);
}

function toRow(
  line: LibraryLine,
  howFar: HowFarRead | undefined,
  isOfficer: boolean,
  nowMs: number,
): LibraryRow {
  const { edition, title, number, content, size, changed, validUntilDay, by } = newestOf(line);
  return {
    documentId: line._id,
    state: stateOf(line, nowMs),
    hasOffered: isOfficer && line.current !== null && waitingIn(line) !== null,
    edition,
    title,
    number,
    form: content.kind === 'file' ? content.type : 'link',
    size,
    changed,
    atMs: shownAtMs(line),
    validUntilDay,
    keeperName: by.name,
    isMustRead: isMustRead(line, nowMs),
    ...toReading(line, howFar, isOfficer, nowMs),
  };
}
