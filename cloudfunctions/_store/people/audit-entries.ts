import * as v from 'valibot';
import { AtMs, Count, Id } from '../../../contract/fields';
import { Role } from '../../../contract/roles';
import { collection, command } from '../database';
import { documentKind } from '../document-kind';

/** Of one document, so that it stays far below 100 KB. */
const MOST_PEOPLE = 1000;

const What = v.variant('kind', [
  v.object({ kind: v.literal('saw-record-book'), year: Count }),
  v.object({ kind: v.literal('exported-record-book'), year: Count }),
  v.object({ kind: v.literal('exported-register'), studyId: Id, topic: v.string() }),
  v.object({ kind: v.literal('imported-roster'), importId: Id }),
]);

export const AuditEntryDocument = v.object({
  /** `<what was done>_<chunk>` */
  _id: v.string(),
  atMs: AtMs,
  branchId: Id,
  /** As they were then. */
  by: v.object({ memberId: Id, name: v.string(), roles: v.array(Role) }),
  what: What,
  /** About whom. */
  memberIds: v.pipe(v.array(Id), v.maxLength(MOST_PEOPLE)),
  /** About how many in all. */
  count: Count,
  schemaVersion: v.literal(1),
});
export type AuditEntryDocument = v.InferOutput<typeof AuditEntryDocument>;

export const AUDIT_ENTRIES = documentKind('audit_entries', AuditEntryDocument);
const documents = () => collection(AUDIT_ENTRIES);

type Entry = Omit<AuditEntryDocument, '_id' | 'count' | 'schemaVersion'>;

export const auditEntries = {
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

  /** What was done about a member, newest first, behind the place of an entry. */
  about(
    memberId: string,
    after: { readonly atMs: number; readonly entryId: string } | null,
    limit: number,
  ) {
    const mine = { memberIds: memberId };
    const query =
      after === null
        ? mine
        : command.anyOf(
            { ...mine, atMs: command.lt(after.atMs) },
            { ...mine, atMs: after.atMs, _id: command.lt(after.entryId) },
          );
    return documents().page(query, { orderBy: { atMs: 'desc', _id: 'desc' }, limit });
  },

  /** Forgets what is older; how many entries. */
  forgetBefore: (atMs: number) => documents().remove({ atMs: command.lt(atMs) }),
} as const;
