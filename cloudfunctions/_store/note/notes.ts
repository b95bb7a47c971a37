import type { Interval } from '../../../domain/time/interval';
import { collection, command, type Page } from '../database';
import { pageBehind, type PlaceInList } from '../place-in-list';
import { untilNotOvertaken } from '../retry';
import { NOTES, type NoteDocument } from './note-document';

const documents = () => collection(NOTES);

export type NoteChanges = Partial<Omit<NoteDocument, '_id' | 'ownerId' | 'schemaVersion'>>;

export type NoteVerdict<Code> =
  | { readonly kind: 'changed'; readonly before: NoteDocument; readonly note: NoteDocument }
  | { readonly kind: 'refused'; readonly code: Code; readonly note: NoteDocument }
  | { readonly kind: 'missing' };

/** What stands: handed in, and neither returned nor taken back. */
export const STANDING = ['to-read', 'answered', 'asked', 'used'] as const;
const MOST_OF_STUDY = 1000;
/** Of one study and one author; more than two are hardly ever there. */
const MOST_OF_ONE = 5;

export const notes = {
  byId: (noteId: string) => documents().byId(noteId),

  /** Those that there are, in no order; without ids nothing is asked. */
  async byIds(noteIds: readonly string[]): Promise<readonly NoteDocument[]> {
    return noteIds.length === 0 ? [] : documents().find({ _id: command.in(noteIds) });
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

  /** Those of an author, by first handing in, newest first, behind `place`; taken back ones are left out. */
  ofOwner(ownerId: string, place: PlaceInList | null, limit: number): Promise<Page<NoteDocument>> {
    const mine = { ownerId, state: command.neq('taken-back') };
    const order = { by: 'firstAtMs', direction: 'desc', limit } as const;
    return pageBehind(documents(), mine, order, place);
  },

  /** Those of an author about a study that are not taken back, newest first. */
  ofStudyBy: (studyId: string, ownerId: string) =>
    documents().find(
      { studyId, ownerId, state: command.neq('taken-back') },
      { orderBy: { firstAtMs: 'desc', _id: 'desc' }, limit: MOST_OF_ONE },
    ),

  /** Shared in a branch, of one crew where it is named, newest first, behind `place`. */
  sharedIn(
    branchId: string,
    crewName: string | undefined,
    place: PlaceInList,
    limit: number,
  ): Promise<Page<NoteDocument>> {
    const order = { by: 'sharedAtMs', direction: 'desc', limit } as const;
    const shared = {
      branchId,
      sharedAtMs: command.gt(0),
      ...(crewName !== undefined && { crewName }),
    };
    return pageBehind(documents(), shared, order, place);
  },

  /** Of a branch in a state, handed in first within the interval, behind `place`. */
  inState(
    of: Pick<NoteDocument, 'branchId' | 'state'> & Partial<Pick<NoteDocument, 'type'>>,
    { startAtMs, endAtMs }: Interval,
    direction: 'asc' | 'desc',
    place: PlaceInList | null,
    limit: number,
  ): Promise<Page<NoteDocument>> {
    const inside = command.and(command.gte(startAtMs), command.lt(endAtMs));
    const order = { by: 'firstAtMs', direction, limit };
    return pageBehind(documents(), { ...of, firstAtMs: inside }, order, place);
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
