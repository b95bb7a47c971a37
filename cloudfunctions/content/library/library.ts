import type { library as action } from '../../../contract/content/library';
import type { LibraryPart, LibraryRow } from '../../../contract/content/library-shapes';
import { holdsOneOf, OFFICERS } from '../../../contract/roles';
import { hasInIt } from '../../../domain/words/bare-name';
import type { Handler } from '../../_kit/serve';
import { isForMembers, stateOf } from '../../_store/content/document-standing';
import {
  messageInForce,
  newestOf,
  waitingIn,
  type LibraryLine,
} from '../../_store/content/library-document';
import { readShelf, type HowFarRead } from '../../_store/content/library-shelf';
import { toReading } from './to-shown';

const PAGE = 30;

/** One request beside that for who asks, whatever is searched for. docs/decisions/the-library-is-read-whole.md */
export const library: Handler<typeof action> = async (input, ctx) => {
  const { branchId = ctx.caller.branchId, part, query = '', cursor } = input;
  const after = cursor === undefined ? null : placeOf(cursor);
  if (after === undefined) return ctx.fail('bad-input', { path: 'cursor' });
  const nowMs = ctx.nowMs();
  const { memberId, roles } = ctx.caller;
  const shelf = await readShelf(branchId, memberId);
  if (shelf === null) return ctx.fail('not-found');
  const isOfficer = holdsOneOf(roles, OFFICERS);
  const seen = shelf.lines.filter((line) => isOfficer || isForMembers(line, nowMs));
  const isIn = (line: LibraryLine, wanted: LibraryPart) => isInPart(line, wanted, nowMs);
  const countOf = (wanted: LibraryPart) => seen.filter((line) => isIn(line, wanted)).length;
  const found = seen
    .filter((line) => isIn(line, part))
    .filter((line) => hasInIt([newestOf(line).title, newestOf(line).number], query))
    .map((line) => ({ line, place: placeIn(line) }))
    .sort((a, b) => byPlace(a.place, b.place));
  const rest = after === null ? found : found.filter(({ place }) => byPlace(after, place) < 0);
  const page = rest.slice(0, PAGE);
  const last = page.at(-1)?.place;
  const mustRead = found.filter(({ place }) => place.isMustRead).length;
  return ctx.answer({
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
    rows: page.map(({ line }) => toRow(line, readingOf(line, shelf.readings), isOfficer, nowMs)),
    nextCursor: rest.length > PAGE && last !== undefined ? cursorOf(last) : null,
  });
};

const isMustRead = (line: LibraryLine): boolean => messageInForce(line) !== null;

function isInPart(line: LibraryLine, part: LibraryPart, nowMs: number): boolean {
  const state = stateOf(line, nowMs);
  switch (part) {
    case 'all':
      return state !== 'taken-down';
    case 'must-read':
      return isMustRead(line) && state !== 'over';
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

const placeIn = (line: LibraryLine): Place => ({
  isMustRead: isMustRead(line),
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
  const message = messageInForce(line);
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
    isMustRead: isMustRead(line),
    ...toReading(line, howFar, isOfficer),
  };
}
