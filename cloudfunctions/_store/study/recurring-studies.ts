import * as v from 'valibot';
import { AtMs, Count, Id, Month } from '../../../contract/fields';
import { MOST_RECURRING } from '../../../contract/limits';
import { Audience } from '../../../contract/people/audience';
import { StudyKind } from '../../../contract/study/study-shapes';
import { collection, command } from '../database';
import { NEVER_MS } from '../delivery/delivery-document';
import { documentKind } from '../document-kind';
import { untilNotOvertaken } from '../retry';

const RecurringStudy = v.object({
  recurringId: Id,
  topic: v.string(),
  why: v.nullable(v.string()),
  kind: StudyKind,
  minutes: Count,
  audience: Audience,
  place: v.string(),
  /** Of each month; minutes of the day. */
  firstDate: Count,
  days: Count,
  startMinute: Count,
  endMinute: Count,
  createdBy: v.object({ memberId: Id, name: v.string() }),
  /** Whose draft comes next, and when it is made. */
  nextMonth: Month,
  nextDraftAtMs: AtMs,
});
export type RecurringStudy = v.InferOutput<typeof RecurringStudy>;

/** What a branch holds every month: one document, so that its limit is kept by the write itself. */
export const RecurringStudiesDocument = v.object({
  /** The branch. */
  _id: Id,
  recurring: v.pipe(v.array(RecurringStudy), v.maxLength(MOST_RECURRING)),
  /** The first of nextDraftAtMs, for the index; NEVER_MS: none. */
  nextAtMs: v.number(),
  /** Counted up by every change. */
  version: Count,
  schemaVersion: v.literal(1),
});
export type RecurringStudiesDocument = v.InferOutput<typeof RecurringStudiesDocument>;

export const RECURRING_STUDIES = documentKind('recurring_studies', RecurringStudiesDocument);
const documents = () => collection(RECURRING_STUDIES);

export const recurringStudies = {
  /** In the order in which they were begun; one request. */
  async ofBranch(branchId: string): Promise<readonly RecurringStudy[]> {
    return (await documents().byId(branchId))?.recurring ?? [];
  },

  /** Those with a draft to make by now, at most `limit`. */
  due: (nowMs: number, limit: number) =>
    documents().find(
      { nextAtMs: command.lte(nowMs) },
      { orderBy: { nextAtMs: 'asc', _id: 'asc' }, limit },
    ),

  /**
   * Replaces what a branch holds by what `change` makes of it, unless that is null; whether it was
   * changed. Of changes at the same time each sees the one before.
   */
  change(
    branchId: string,
    change: (recurring: readonly RecurringStudy[]) => readonly RecurringStudy[] | null,
  ): Promise<boolean> {
    return untilNotOvertaken(`recurring studies of ${branchId}`, async () => {
      const before = await documents().byId(branchId);
      const recurring = change(before?.recurring ?? []);
      if (recurring === null) return false;
      const nextAtMs = Math.min(NEVER_MS, ...recurring.map((one) => one.nextDraftAtMs));
      const fields = { recurring: [...recurring], nextAtMs };
      const isWritten =
        before === null
          ? await documents().insertIfAbsent({
              _id: branchId,
              ...fields,
              version: 0,
              schemaVersion: 1,
            })
          : (await documents().update(
              { _id: branchId, version: before.version },
              { ...fields, version: command.inc(1) },
            )) === 1;
      return isWritten ? true : undefined;
    });
  },
} as const;
