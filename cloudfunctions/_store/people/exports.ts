import * as v from 'valibot';
import { AtMs, Count, Id } from '../../../contract/fields';
import { collection, command } from '../database';
import { documentKind } from '../document-kind';

export const ExportDocument = v.object({
  /** Chosen by the phone. */
  _id: Id,
  branchId: Id,
  /** For whom it was made, and who alone fetches it. */
  byMemberId: Id,
  fileId: v.string(),
  fileName: v.string(),
  bytes: Count,
  createdAtMs: AtMs,
  /** Its file is deleted after it. docs/rules.md#R-130 */
  endsAtMs: AtMs,
  schemaVersion: v.literal(1),
});
export type ExportDocument = v.InferOutput<typeof ExportDocument>;

export const EXPORTS = documentKind('exports', ExportDocument);
const documents = () => collection(EXPORTS);

export const exports = {
  byId: (exportId: string) => documents().byId(exportId),

  /** Over what has its id: the same file, made again. */
  put: (made: ExportDocument) => documents().put(made),

  /** Those whose day is over, the oldest first. */
  over: (nowMs: number, most: number) =>
    documents().find(
      { endsAtMs: command.lte(nowMs) },
      { orderBy: { endsAtMs: 'asc' }, limit: most },
    ),

  async remove(exportIds: readonly string[]): Promise<void> {
    await documents().remove({ _id: command.in(exportIds) });
  },
} as const;
