import * as v from 'valibot';
import { AtMs, Count, Id, Month } from '../../../contract/fields';
import { collection, command } from '../database';
import { NEVER_MS } from '../delivery/delivery-document';
import { documentKind } from '../document-kind';
import { StoredTerms } from './sheet-document';

/** The assessment of a branch in a month: which list it goes by, its terms, and when the clock looks next. */
export const AssessmentDocument = v.object({
  /** `<branchId>_<month>` */
  _id: v.string(),
  branchId: Id,
  month: Month,
  standardId: v.string(),
  openedAtMs: AtMs,
  terms: StoredTerms,
  /** Once its sheets are there; how many are assessed, and how many are set apart. */
  sheets: v.nullable(v.object({ assessed: Count, setApart: Count })),
  /** Once all are settled. */
  finalAtMs: v.nullable(AtMs),
  nextAtMs: v.number(),
  schemaVersion: v.literal(1),
});
export type AssessmentDocument = v.InferOutput<typeof AssessmentDocument>;

export const ASSESSMENTS = documentKind('assessments', AssessmentDocument);
const documents = () => collection(ASSESSMENTS);

/** Of one branch and month. */
export const assessmentId = (branchId: string, month: string): string => `${branchId}_${month}`;

export const assessments = {
  of: (branchId: string, month: string) => documents().byId(assessmentId(branchId, month)),

  /** The newest two of a branch up to `month`, the newest first; of all months where it is undefined. */
  newestOf: (branchId: string, month: string | undefined) =>
    documents().find(
      { branchId, ...(month !== undefined && { month: command.lte(month) }) },
      { orderBy: { month: 'desc' }, limit: 2 },
    ),

  /** One month of every branch of which it is opened. */
  ofAll: (month: string) => documents().all({ month }),

  open: (assessment: AssessmentDocument) => documents().insertIfAbsent(assessment),

  /** What the clock has to look at now, the longest waiting first. */
  due: (nowMs: number, limit: number) =>
    documents().page(
      { nextAtMs: command.lte(nowMs) },
      { orderBy: { nextAtMs: 'asc', _id: 'asc' }, limit },
    ),

  /** A register of the month was written to: what is counted is counted again, unless it is final. */
  async countAgain(branchId: string, month: string, nowMs: number): Promise<void> {
    await documents().update(
      { _id: assessmentId(branchId, month), finalAtMs: null, sheets: command.neq(null) },
      { nextAtMs: nowMs },
    );
  },

  /** After the clock has looked: unless something was said of it meanwhile, which stays to be looked at. */
  async looked(
    { _id, nextAtMs }: AssessmentDocument,
    changes: Partial<Pick<AssessmentDocument, 'sheets' | 'finalAtMs'>>,
    next: number | null,
  ): Promise<void> {
    const fields = { ...changes, nextAtMs: next ?? NEVER_MS };
    if (
      (await documents().update({ _id, nextAtMs }, fields)) === 0 &&
      changes.sheets !== undefined
    ) {
      await documents().update({ _id }, changes);
    }
  },
} as const;
