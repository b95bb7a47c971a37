import type { Interval } from '../../../domain/time/interval';
import { collection, command, type Operator, type Page } from '../database';
import { untilNotOvertaken } from '../retry';
import { NOTES, type NoteDocument } from './note-document';

const documents = () => collection(NOTES);

export type NoteChanges = Partial<Omit<NoteDocument, '_id' | 'ownerId' | 'schemaVersion'>>;

export type NoteVerdict<Code> =
  | { readonly kind: 'changed'; readonly before: NoteDocument; readonly note: NoteDocument }
  | { readonly kind: 'refused'; readonly code: Code; readonly note: NoteDocument }
  | { readonly kind: 'missing' };

/** Where a page of a list ended. */
export interface NotePosition {
  readonly atMs: number;
  readonly noteId: string;
}

/** What stands: handed in, and neither returned nor taken back. */
const STANDING = ['to-read', 'answered', 'asked', 'used'] as const;
const MOST_OF_STUDY = 1000;

export const notes = {
  byId: (noteId: string) => documents().byId(noteId),

  /** Branch of a note that officers may see; null when there is none. */
  async branchOf(noteId: string): Promise<string | null> {
    const note = await documents().byId(noteId);
    return note === null || note.state === 'taken-back' ? null : note.branchId;
  },

  /** False when the id is taken. */
  insertIfAbsent: (note: NoteDocument) => documents().insertIfAbsent(note),

  /** Writes a note that nobody has written to since it was read; null when somebody has. */
  write(
    { _id, revision }: NoteDocument,
    changes: NoteChanges,
    atMs: number,
  ): Promise<NoteDocument | null> {
    return documents().updateAndRead(
      { _id, revision },
      { ...changes, changedAtMs: atMs, revision: command.inc(1) },
    );
  },

  /**
   * As write, by what is stored now, again until nobody has written in between. `decide` gives what to
   * write or the code of a refusal.
   */
  change<Code extends string>(
    find: Readonly<Record<string, unknown>>,
    decide: (note: NoteDocument) => NoteChanges | Code,
    atMs: number,
  ): Promise<NoteVerdict<Code>> {
    return untilNotOvertaken<NoteVerdict<Code>>('a note', async () => {
      const before = await documents().one(find);
      if (before === null) return { kind: 'missing' };
      const changes = decide(before);
      if (typeof changes === 'string') return { kind: 'refused', code: changes, note: before };
      const note = await notes.write(before, changes, atMs);
      return note === null ? undefined : { kind: 'changed', before, note };
    });
  },

  /** Those of an author, by first handing in, newest first, after `position`; taken back ones are left out. */
  ofOwner(
    ownerId: string,
    position: NotePosition | null,
    limit: number,
  ): Promise<Page<NoteDocument>> {
    const mine = { ownerId, state: command.neq('taken-back') };
    return pageOf(mine, 'firstAtMs', 'desc', position, limit);
  },

  /** Shared in a branch, newest first, after `position`. */
  sharedIn(
    branchId: string,
    position: NotePosition | null,
    limit: number,
  ): Promise<Page<NoteDocument>> {
    const shared = { branchId, ...(position === null && { sharedAtMs: command.gt(0) }) };
    return pageOf(shared, 'sharedAtMs', 'desc', position, limit);
  },

  /** Of a branch in a state, handed in first within the interval, after `position`. */
  inState(
    { branchId, state }: Pick<NoteDocument, 'branchId' | 'state'>,
    { startAtMs, endAtMs }: Interval,
    order: 'asc' | 'desc',
    position: NotePosition | null,
    limit: number,
  ): Promise<Page<NoteDocument>> {
    const inside = command.and(command.gte(startAtMs), command.lt(endAtMs));
    return pageOf({ branchId, state, firstAtMs: inside }, 'firstAtMs', order, position, limit);
  },

  /** Some with a picture whose verdict was due by then. */
  checksDue: (nowMs: number, limit: number) =>
    documents().find(
      { checkDueAtMs: command.lte(nowMs) },
      { orderBy: { checkDueAtMs: 'asc', _id: 'asc' }, limit },
    ),

  /** For make-up: ids of those of these members who have handed in a note of the study that stands. */
  async standingOf(studyId: string, memberIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (memberIds.length === 0) return new Set();
    const found = await documents().find(
      { studyId, ownerId: command.in(memberIds), state: command.in(STANDING) },
      { limit: MOST_OF_STUDY },
    );
    return new Set(found.map(({ ownerId }) => ownerId));
  },
} as const;

function pageOf(
  query: Readonly<Record<string, unknown>>,
  field: 'firstAtMs' | 'sharedAtMs',
  order: 'asc' | 'desc',
  position: NotePosition | null,
  limit: number,
): Promise<Page<NoteDocument>> {
  const options = { orderBy: { [field]: order, _id: order }, limit } as const;
  if (position === null) return documents().page(query, options);
  const after = order === 'asc' ? command.gt : command.lt;
  const { atMs, noteId } = position;
  return documents().page(
    command.anyOf(
      { ...query, [field]: within(query[field], after(atMs)) },
      { ...query, [field]: atMs, _id: after(noteId) },
    ),
    options,
  );
}

/** Both conditions on one field. */
function within(range: unknown, after: unknown): unknown {
  return range === undefined ? after : command.and(range as Operator, after as Operator);
}
