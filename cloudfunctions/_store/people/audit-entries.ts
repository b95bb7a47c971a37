import * as v from 'valibot';
import { AtMs, Count, Id, Month } from '../../../contract/fields';
import { CHANGED_FIELDS, type AuditWay } from '../../../contract/branch/audit';
import { Role } from '../../../contract/roles';
import { platform } from '../../_kit/platform';
import { collection, command } from '../database';
import { documentKind } from '../document-kind';
import type { Reading } from '../together';
import { pageBehind, type PlaceInList } from '../place-in-list';

/** Of one document, so that it stays far below 100 KB. */
const MOST_PEOPLE = 1000;

export const StoredWhat = v.variant('kind', [
  v.object({ kind: v.literal('saw-member') }),
  v.object({ kind: v.literal('saw-note'), noteId: Id, title: v.string() }),
  v.object({ kind: v.literal('saw-leave'), studyId: Id, topic: v.string() }),
  v.object({ kind: v.literal('saw-make-up'), studyId: Id, topic: v.string() }),
  v.object({ kind: v.literal('saw-word') }),
  v.object({ kind: v.literal('saw-not-reached') }),
  v.object({ kind: v.literal('saw-sheet'), month: Month }),
  v.object({ kind: v.literal('changed-member'), fields: v.array(v.picklist(CHANGED_FIELDS)) }),
  v.object({ kind: v.literal('saw-record-book'), year: Count }),
  v.object({ kind: v.literal('exported-record-book'), year: Count }),
  v.object({ kind: v.literal('exported-register'), studyId: Id, topic: v.string() }),
  v.object({ kind: v.literal('exported-dashboard'), month: Month }),
  v.object({ kind: v.literal('exported-ledger'), year: Count }),
  v.object({ kind: v.literal('exported-minutes'), studyId: Id, topic: v.string() }),
  v.object({ kind: v.literal('imported-roster'), importId: Id }),
  v.object({ kind: v.literal('saw-unread'), documentId: Id, title: v.string() }),
  v.object({ kind: v.literal('saw-unreached'), messageId: Id, title: v.string() }),
]);

type Kind = v.InferOutput<typeof StoredWhat>['kind'];

const WAY_OF: Readonly<Record<Kind, AuditWay>> = {
  'saw-member': 'saw',
  'saw-note': 'saw',
  'saw-record-book': 'saw',
  'saw-unread': 'saw',
  'saw-unreached': 'saw',
  'saw-leave': 'saw',
  'saw-make-up': 'saw',
  'saw-word': 'saw',
  'saw-not-reached': 'saw',
  'saw-sheet': 'saw',
  'exported-record-book': 'exported',
  'exported-register': 'exported',
  'exported-dashboard': 'exported',
  'exported-ledger': 'exported',
  'exported-minutes': 'exported',
  'changed-member': 'changed',
  'imported-roster': 'changed',
};
const KINDS = Object.keys(WAY_OF) as Kind[];
const kindsOf = (way: AuditWay): readonly Kind[] => KINDS.filter((kind) => WAY_OF[kind] === way);

export const AuditEntryDocument = v.object({
  /** `<what was done>_<chunk>` */
  _id: v.string(),
  atMs: AtMs,
  branchId: Id,
  /** As they were then. */
  by: v.object({ memberId: Id, name: v.string(), roles: v.array(Role) }),
  what: StoredWhat,
  /** About whom. */
  memberIds: v.pipe(v.array(Id), v.maxLength(MOST_PEOPLE)),
  /** About how many in all. */
  count: Count,
  schemaVersion: v.literal(1),
});
export type AuditEntryDocument = v.InferOutput<typeof AuditEntryDocument>;

export const AUDIT_ENTRIES = documentKind('audit_entries', AuditEntryDocument);
const documents = () => collection(AUDIT_ENTRIES);

/** How many lines of an id there are, and whom they name. */
export interface SaidAbout {
  readonly pieces: number;
  readonly memberIds: readonly string[];
}

/** The lines of `noteOnceAbout` under this id, for a request that reads more. */
export const saidAboutReading = (id: string): Reading => ({
  from: AUDIT_ENTRIES.collection,
  // A piece is a number, and so comes before what follows the digits.
  pipeline: [
    { $match: { _id: { $gte: `${id}_`, $lt: `${id}_:` } } },
    { $project: { memberIds: 1 } },
  ],
});

export function saidAboutIn(rows: readonly unknown[]): SaidAbout {
  const lines = v.parse(v.array(v.object({ memberIds: v.array(Id) })), rows);
  return { pieces: lines.length, memberIds: lines.flatMap(({ memberIds }) => memberIds) };
}

const peopleIn = async (id: string): Promise<readonly string[]> =>
  (await documents().byId(id))?.memberIds ?? [];

const Counted = v.object({ data: v.array(v.object({ _id: v.string(), count: Count })) });

type Entry = Omit<AuditEntryDocument, '_id' | 'count' | 'schemaVersion'>;

export const auditEntries = {
  byId: (id: string) => documents().byId(id),

  /** Says once what was done, under an id that follows from it; one request for a thousand people. docs/rules.md#R-131 */
  async note(id: string, { memberIds, ...entry }: Entry): Promise<void> {
    for (let from = 0; from < memberIds.length; from += MOST_PEOPLE) {
      await documents().insertIfAbsent({
        _id: `${id}_${from / MOST_PEOPLE}`,
        ...entry,
        memberIds: memberIds.slice(from, from + MOST_PEOPLE),
        count: memberIds.length,
        schemaVersion: 1,
      });
    }
  },

  /**
   * As `note`, but whom it speaks of is known piece by piece: nobody stands in two lines of this id.
   * One request where it is said for the first time, then two, and none for nobody; where the lines that
   * are there have been read, one for whom they do not name. docs/rules.md#R-152
   */
  async noteOnceAbout(
    id: string,
    { memberIds, ...entry }: Entry,
    said: SaidAbout = { pieces: 0, memberIds: [] },
  ): Promise<void> {
    let left = memberIds.filter((memberId) => !said.memberIds.includes(memberId));
    for (let { pieces: piece } = said; left.length > 0; piece += 1) {
      const _id = `${id}_${piece}`;
      const said = left.slice(0, MOST_PEOPLE);
      const line = {
        _id,
        ...entry,
        memberIds: said,
        count: said.length,
        schemaVersion: 1 as const,
      };
      const known = (await documents().insertIfAbsent(line)) ? said : await peopleIn(_id);
      left = left.filter((memberId) => !known.includes(memberId));
    }
  },

  /** How often something was done about a member from an instant on, by the way it was done. */
  async countsAbout(memberId: string, fromMs: number): Promise<Readonly<Record<AuditWay, number>>> {
    const answer: unknown = await platform()
      .database()
      .collection(AUDIT_ENTRIES.collection)
      .aggregate()
      .match({ memberIds: memberId, atMs: command.gte(fromMs) })
      .group({ _id: '$what.kind', count: { $sum: 1 } })
      .end();
    const rows = v.parse(Counted, answer).data;
    const countOf = (way: AuditWay) => {
      const kinds: readonly string[] = kindsOf(way);
      return rows
        .filter(({ _id }) => kinds.includes(_id))
        .reduce((sum, { count }) => sum + count, 0);
    };
    return { saw: countOf('saw'), exported: countOf('exported'), changed: countOf('changed') };
  },

  /** What was done about a member, newest first, behind the place of an entry. */
  about(memberId: string, way: AuditWay | undefined, after: PlaceInList | null, limit: number) {
    const mine = {
      memberIds: memberId,
      ...(way !== undefined && { 'what.kind': command.in(kindsOf(way)) }),
    };
    return pageBehind(documents(), mine, { by: 'atMs', direction: 'desc', limit }, after);
  },
} as const;
