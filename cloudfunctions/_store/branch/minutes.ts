import * as v from 'valibot';
import { AtMs, Count, Id } from '../../../contract/fields';
import { collection, command } from '../database';
import { documentKind } from '../document-kind';

/** Besides the newest; so that a document stays below 100 KB. docs/rules.md#R-117 */
const MOST_EARLIER = 8;

const Version = v.object({
  text: v.string(),
  decisions: v.nullable(v.string()),
  by: v.object({ memberId: Id, name: v.string() }),
  atMs: AtMs,
});
type Version = v.InferOutput<typeof Version>;

const MinutesDocument = v.object({
  /** Of the study. */
  _id: Id,
  branchId: Id,
  /** The newest first; never empty. */
  versions: v.array(Version),
  /** Counted up by every save. */
  revision: Count,
  /** Of the call that saved last: its retry is answered alike. */
  lastRequestId: v.string(),
  schemaVersion: v.literal(1),
});
export type MinutesDocument = v.InferOutput<typeof MinutesDocument>;

export const MINUTES = documentKind('minutes', MinutesDocument);
const documents = () => collection(MINUTES);

export const meetingMinutes = {
  /** null: nobody has written any. */
  ofStudy: (studyId: string) => documents().byId(studyId),

  ofStudies: (studyIds: readonly string[]) => documents().find({ _id: command.in(studyIds) }),

  /**
   * Puts a version before those that are there; null when somebody else has saved since `before`, or
   * has begun meanwhile.
   */
  async save(
    study: { readonly _id: string; readonly branchId: string },
    before: MinutesDocument | null,
    version: Version,
    lastRequestId: string,
  ): Promise<number | null> {
    const revision = (before?.revision ?? 0) + 1;
    const versions = [version, ...(before?.versions ?? []).slice(0, MOST_EARLIER)];
    if (before === null) {
      const first = { _id: study._id, branchId: study.branchId, schemaVersion: 1 as const };
      const isFirst = await documents().insertIfAbsent({
        ...first,
        versions,
        revision,
        lastRequestId,
      });
      return isFirst ? revision : null;
    }
    const query = { _id: study._id, revision: before.revision };
    const written = await documents().update(query, { versions, revision, lastRequestId });
    return written === 1 ? revision : null;
  },
} as const;
