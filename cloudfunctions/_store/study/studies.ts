import * as v from 'valibot';
import { AtMs, Count, Id } from '../../../contract/fields';
import { Audience } from '../../../contract/people/audience';
import {
  Material,
  SittingDraft,
  STUDY_STATES,
  StudyKind,
} from '../../../contract/study/study-shapes';
import { LONGEST_SITTING_MS } from '../../../domain/study/check-sittings';
import type { Interval } from '../../../domain/time/interval';
import { shortMemory } from '../../_kit/memory';
import { collection, command, type Page } from '../database';
import { documentKind } from '../document-kind';
import { pageBehind, type PlaceInList } from '../place-in-list';

const StoredSitting = v.object({
  ...SittingDraft.entries,
  place: v.string(),
  closedAtMs: v.nullable(AtMs),
  /** When a change brought it to a day on which it was not; absent: never. docs/rules.md#R-73 */
  newDayAtMs: v.exactOptional(AtMs),
  /** Key of the sitting's codes; never leaves the server. */
  secret: v.string(),
});
export type StoredSitting = v.InferOutput<typeof StoredSitting>;

/** Of a stored sitting, where several studies are read at once. */
export const SittingTimes = v.object({
  sittingId: Id,
  startAtMs: AtMs,
  closesAtMs: AtMs,
  closedAtMs: v.nullable(AtMs),
});

export const StudyDocument = v.object({
  _id: Id,
  branchId: Id,
  branchName: v.string(),
  topic: v.string(),
  why: v.nullable(v.string()),
  kind: StudyKind,
  minutes: Count,
  audience: Audience,
  materials: v.array(v.strictObject({ ...Material.entries, title: v.string() })),
  sittings: v.array(StoredSitting),
  state: v.picklist(STUDY_STATES),
  cancelReason: v.nullable(v.string()),
  /** Counted up by every change; lines of the register know the revision they agree with. */
  revision: Count,
  /** Revision that was brought to all lines; less than `revision` after a crash in between. */
  settledRevision: Count,
  /** People in the register when it was settled last. */
  expected: Count,
  /** Of its typed codes, for good from publication on; absent of older ones: six. Since 0.2.0. */
  digitCount: v.optional(Count),
  firstStartAtMs: AtMs,
  lastCloseAtMs: AtMs,
  createdBy: v.object({ memberId: Id, name: v.string() }),
  createdAtMs: AtMs,
  publishedAtMs: v.nullable(AtMs),
  /** What the change that made this revision says to everybody; null: nothing. Absent before any. */
  toldChange: v.optional(v.nullable(v.string())),
  /** By whom this revision was made, while it may be that not everybody was told of it; absent: everybody was. Since 0.3.0. */
  toTell: v.exactOptional(
    v.object({ by: v.object({ memberId: Id, name: v.string() }), revision: Count, atMs: AtMs }),
  ),
  /** When it was noted who was on duty in its final register; absent before. docs/rules.md#R-72 */
  dutyNotedAtMs: v.exactOptional(AtMs),
  /** Of the call that made the present revision: its retry is answered alike. */
  lastRequestId: v.string(),
  schemaVersion: v.literal(1),
});
export type StudyDocument = v.InferOutput<typeof StudyDocument>;
export type StudyFields = Partial<Omit<StudyDocument, '_id' | 'branchId' | 'schemaVersion'>>;

/**
 * Age up to which an instance may answer from memory. Nothing is written by a remembered study that
 * the database does not check again: a register line takes no entry decided by an older revision.
 */
const MEMORY = { ttlMs: 5_000, most: 200 };

/** Of branches: which of their studies are open changes seldom, and who is asked has a line at once. */
const OPEN_MEMORY = { ttlMs: 60_000, most: 50 };

export const STUDIES = documentKind('studies', StudyDocument);
const documents = () => collection(STUDIES);
const memory = shortMemory<StudyDocument>(MEMORY);
const openMemory = shortMemory<readonly StudyDocument[]>(OPEN_MEMORY);

export const studies = {
  /** As it is now. */
  async byId(studyId: string): Promise<StudyDocument | null> {
    const study = await documents().byId(studyId);
    if (study === null) memory.forget(studyId);
    else memory.keep(studyId, study);
    return study;
  },

  /** As it was at most five seconds ago; read when this instance does not remember it. */
  async remembered(studyId: string): Promise<StudyDocument | null> {
    return memory.get(studyId) ?? studies.byId(studyId);
  },

  /** Those that are there; one request. */
  byIds: (studyIds: readonly string[]) => documents().find({ _id: command.in(studyIds) }),

  /** For whoever has read studies together with something else. */
  keep(read: readonly StudyDocument[]): void {
    for (const study of read) memory.keep(study._id, study);
  },

  /**
   * Published studies of a branch whose register is open, up to a minute old: for those who have no
   * line in one of them.
   */
  async openOf(branchId: string, nowMs: number): Promise<readonly StudyDocument[]> {
    const known = openMemory.get(branchId);
    if (known !== undefined) return known.filter(({ lastCloseAtMs }) => lastCloseAtMs > nowMs);
    const open = await documents().find({
      branchId,
      state: 'published',
      lastCloseAtMs: command.gt(nowMs),
    });
    openMemory.keep(branchId, open);
    return open;
  },

  /**
   * Published studies that may have a sitting in the interval: all of a branch, of others those that
   * meet at one of these places. docs/rules.md#R-148
   */
  publishedDuring(
    branchId: string,
    places: readonly string[],
    interval: Interval,
  ): Promise<readonly StudyDocument[]> {
    const during = { state: 'published', ...duringOf(interval) };
    if (places.length === 0) return documents().find({ branchId, ...during });
    const there = { ...during, 'sittings.place': command.in(places) };
    return documents().find(command.anyOf({ branchId, ...during }, there));
  },

  /** Studies of all branches, published or drafts, that may have a sitting in the interval. */
  plannedDuring: (interval: Interval) =>
    documents().find({ state: command.in(['draft', 'published']), ...duringOf(interval) }),

  /** Up to `limit` studies of a branch that stand behind `place`, by first start, newest first. */
  ofBranch(
    branchId: string,
    place: PlaceInList | null,
    limit: number,
  ): Promise<Page<StudyDocument>> {
    const order = { by: 'firstStartAtMs', direction: 'desc', limit } as const;
    return pageBehind(documents(), { branchId }, order, place);
  },

  /** False when the id is taken. */
  insertIfAbsent(study: StudyDocument): Promise<boolean> {
    return documents().insertIfAbsent(study);
  },

  /**
   * Replaces fields of exactly this revision and counts it up; the study as it is then, or null
   * when somebody else changed it in between.
   */
  async change(study: StudyDocument, fields: StudyFields): Promise<StudyDocument | null> {
    const changed = await documents().updateAndRead(
      { _id: study._id, revision: study.revision },
      { ...fields, revision: command.inc(1) },
    );
    if (changed === null) memory.forget(study._id);
    else memory.keep(changed._id, changed);
    openMemory.forget(study.branchId);
    return changed;
  },

  /** Studies whose register became final by then and of which duty is not noted yet; the newest first. */
  dutyToNote(nowMs: number, limit: number): Promise<Page<StudyDocument>> {
    const query = {
      state: 'published',
      dutyNotedAtMs: command.exists(false),
      lastCloseAtMs: command.lte(nowMs),
    };
    return documents().page(query, { orderBy: { lastCloseAtMs: 'desc', _id: 'desc' }, limit });
  },

  async dutyNoted(studyId: string, nowMs: number): Promise<void> {
    await documents().update({ _id: studyId }, { dutyNotedAtMs: nowMs });
  },

  /** Of which somebody may not have been told since then: whoever made the revision may have been cut off. */
  toTell: (untilMs: number, limit: number) =>
    documents().find({ 'toTell.atMs': command.lte(untilMs) }, { limit }),

  /** Notes that everybody was told of the revision. */
  async told(studyId: string, revision: number): Promise<void> {
    await documents().update(
      { _id: studyId, 'toTell.revision': revision },
      { toTell: command.remove() },
    );
  },

  /** Notes that all lines agree with this revision. */
  async settled(study: StudyDocument, expected: number): Promise<StudyDocument> {
    const { revision } = study;
    await documents().update({ _id: study._id, revision }, { settledRevision: revision, expected });
    const settled = { ...study, settledRevision: revision, expected };
    memory.keep(study._id, settled);
    return settled;
  },
} as const;

/** A register closes after its sitting has begun, which is at most so long. */
const duringOf = ({ startAtMs, endAtMs }: Interval) => ({
  lastCloseAtMs: command.gt(startAtMs - LONGEST_SITTING_MS),
  firstStartAtMs: command.lt(endAtMs),
});
