import * as v from 'valibot';
import { AtMs, Count, Day, Id, Month } from '../../../contract/fields';
import { CHANGE_SIZES } from '../../../contract/content/library-shapes';
import { Audience } from '../../../contract/people/audience';
import type { DocumentStanding } from '../../../domain/content/library/decide-on-document';
import {
  askedUntilMs,
  FILE_TYPES,
  LIBRARY_LIMITS,
} from '../../../domain/content/library/library-rules';
import { documentKind } from '../document-kind';

const By = v.object({ memberId: Id, name: v.string() });

const Content = v.variant('kind', [
  v.object({
    kind: v.literal('file'),
    /** In a folder that no phone writes to: what was checked stays what it is. */
    fileId: v.string(),
    fileName: v.string(),
    type: v.picklist(FILE_TYPES),
    bytes: Count,
    /** SHA-256, hex. */
    digest: v.string(),
  }),
  v.object({ kind: v.literal('link'), url: v.string() }),
]);
export type StoredContent = v.InferOutput<typeof Content>;

const Version = v.object({
  /** The phone's: a repetition is known by it. */
  versionId: Id,
  edition: Count,
  title: v.string(),
  number: v.nullable(v.string()),
  source: v.string(),
  content: Content,
  size: v.picklist(CHANGE_SIZES),
  changed: v.nullable(v.string()),
  validUntilDay: v.nullable(Day),
  readers: v.nullable(Audience),
  by: By,
  atMs: AtMs,
  checkedBy: v.nullable(By),
  checkedAtMs: v.nullable(AtMs),
});
export type StoredVersion = v.InferOutput<typeof Version>;

const Keeping = v.object({
  /** Of the deed that made it: its repetition is answered alike. */
  deedId: Id,
  by: By,
  atMs: AtMs,
  untilMonth: Month,
  reason: v.string(),
});
type StoredKeeping = v.InferOutput<typeof Keeping>;
/** Of a document; the oldest make room. */
const MOST_KEEPINGS = 20;

/** A document of a branch with its versions, at most 30; below 100 KB. docs/rules.md#R-240 */
export const LibraryDocument = v.object({
  /** The phone's. */
  _id: Id,
  branchId: Id,
  state: v.picklist(['waiting', 'shown', 'taken-down']),
  /** What is read; null before the first was checked. */
  current: v.nullable(Version),
  /** What was offered after it, and why it was returned; null: nothing. */
  offered: v.nullable(
    v.object({
      version: Version,
      returned: v.nullable(v.object({ by: By, atMs: AtMs, reason: v.string() })),
    }),
  ),
  /** What was read before, newest first. */
  earlier: v.pipe(v.array(Version), v.maxLength(LIBRARY_LIMITS.versions)),
  /** Its must-read, taken back where the present version has no readers; null: nobody was ever asked. */
  message: v.nullable(v.object({ messageId: Id, major: Count })),
  /** Null as memberId: by rule, its time was over. docs/rules.md#R-307 */
  takenDown: v.nullable(
    v.object({
      by: v.object({ memberId: v.nullable(Id), name: v.string() }),
      atMs: AtMs,
      reason: v.string(),
    }),
  ),
  /** The first month in which a rule takes it down again, and who has said so, oldest first. docs/rules.md#R-309 */
  keptUntilMonth: v.exactOptional(Month),
  kept: v.exactOptional(v.pipe(v.array(Keeping), v.maxLength(MOST_KEEPINGS))),
  /** One document for one content, no two have one alike: contentKeysOf. */
  contentKeys: v.array(v.string()),
  firstAtMs: AtMs,
  /** Counted up by every change. */
  revision: Count,
  schemaVersion: v.literal(1),
});
export type LibraryDocument = v.InferOutput<typeof LibraryDocument>;

export const LIBRARY_DOCUMENTS = documentKind('library_documents', LibraryDocument);

/** As lists read it: without the versions that were replaced. */
export type LibraryLine = Omit<LibraryDocument, 'earlier'>;

/** What a list and a page name: what is read, or what was offered first. */
export function newestOf({ _id, current, offered }: LibraryLine): StoredVersion {
  const version = current ?? offered?.version;
  if (version === undefined) throw new Error(`document ${_id} has no version`);
  return version;
}

/** With one more at the end. */
export const withKeeping = (
  { kept = [] }: Pick<LibraryDocument, 'kept'>,
  keeping: StoredKeeping,
): StoredKeeping[] => [...kept, keeping].slice(-MOST_KEEPINGS);

/** What waits for a second officer; null: nothing, or it was returned. */
export function waitingIn({ state, offered }: Pick<LibraryLine, 'state' | 'offered'>) {
  if (offered === null || offered.returned !== null || state === 'taken-down') return null;
  return offered.version;
}

/** The must-read of what is read now, also where its time is over; null: nobody has to read it. */
export function mustReadOf({ state, current, message }: LibraryLine): LibraryLine['message'] {
  return state === 'shown' && current !== null && current.readers !== null ? message : null;
}

/** Until when the readers of a version are asked; an instant. */
export const askedUntilOf = ({ validUntilDay, checkedAtMs, atMs }: StoredVersion): number =>
  askedUntilMs(validUntilDay, checkedAtMs ?? atMs);

/** The must-read that stands in inboxes; null: nobody has to acknowledge it now. docs/rules.md#R-347 */
export function messageInForce(line: LibraryLine, nowMs: number): LibraryLine['message'] {
  const isOver = line.current !== null && askedUntilOf(line.current) <= nowMs;
  return isOver ? null : mustReadOf(line);
}

export function standingOf(document: LibraryDocument): DocumentStanding {
  const { state, current, offered, earlier } = document;
  return {
    isTakenDown: state === 'taken-down',
    isShown: current !== null,
    offered: offered && {
      byMemberId: offered.version.by.memberId,
      isWaiting: offered.returned === null,
    },
    versions: earlier.length + (current === null ? 0 : 1),
  };
}

/**
 * Of what is read and of what waits to be: none of it may come as another document. A file that was
 * returned may, and all of one that was taken down. docs/rules.md#R-247
 */
export function contentKeysOf({
  _id,
  branchId,
  state,
  current,
  offered,
}: Pick<LibraryDocument, '_id' | 'branchId' | 'state' | 'current' | 'offered'>): string[] {
  const read = state === 'taken-down' ? null : current;
  const keys = [read, waitingIn({ state, offered })].flatMap((version) =>
    version === null ? [] : [contentKeyOf(branchId, version.content)],
  );
  // In an index without any it would be taken for one that has the same as every other.
  return keys.length === 0 ? [`none:${_id}`] : [...new Set(keys)];
}

export function contentKeyOf(branchId: string, content: StoredContent): string {
  return `${branchId}:${content.kind === 'file' ? content.digest : content.url}`;
}
