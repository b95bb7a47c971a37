import * as v from 'valibot';
import { AtMs, Count, Id } from '../../../contract/fields';
import { GRADES } from '../../../domain/star/assessment/grades';
import { collection, command } from '../database';
import { documentKind } from '../document-kind';
import { untilNotOvertaken } from '../retry';

/** Of one person in a year; who enters another grade more often has to ask why. */
export const MOST_GRADES = 20;

const Given = v.object({
  gradeId: Id,
  grade: v.picklist(GRADES),
  reason: v.nullable(v.string()),
  by: v.object({ memberId: Id, name: v.string() }),
  atMs: AtMs,
});
export type StoredGrade = v.InferOutput<typeof Given>;

/** The grades of one person in the yearly review; the last one counts, all are kept. docs/rules.md#R-198 */
export const YearlyReviewDocument = v.object({
  /** `<year>_<memberId>` */
  _id: v.string(),
  year: Count,
  memberId: Id,
  branchId: Id,
  given: v.pipe(v.array(Given), v.maxLength(MOST_GRADES)),
  revision: Count,
  schemaVersion: v.literal(1),
});
export type YearlyReviewDocument = v.InferOutput<typeof YearlyReviewDocument>;

export const YEARLY_REVIEWS = documentKind('yearly_reviews', YearlyReviewDocument);
const documents = () => collection(YEARLY_REVIEWS);
const idOf = (year: number, memberId: string) => `${year}_${memberId}`;

export const yearlyReviews = {
  of: (year: number, memberId: string) => documents().byId(idOf(year, memberId)),

  /** Of these people, by id. */
  ofAll: (year: number, memberIds: readonly string[]) =>
    documents().all({ _id: command.in(memberIds.map((memberId) => idOf(year, memberId))) }),

  /**
   * Enters one more by what is stored now, unless `decide` gives the code of a refusal; what is stored
   * then, or the code.
   */
  give<Code extends string>(
    { year, memberId, branchId }: Pick<YearlyReviewDocument, 'year' | 'memberId' | 'branchId'>,
    decide: (given: readonly StoredGrade[]) => StoredGrade | Code,
  ): Promise<StoredGrade | Code> {
    return untilNotOvertaken<StoredGrade | Code>('a review', async () => {
      const before = await yearlyReviews.of(year, memberId);
      const decided = decide(before?.given ?? []);
      if (typeof decided === 'string') return decided;
      const _id = idOf(year, memberId);
      if (before === null) {
        const first = { year, memberId, branchId, given: [decided], revision: 0 };
        const isWritten = await documents().insertIfAbsent({ _id, ...first, schemaVersion: 1 });
        return isWritten ? decided : undefined;
      }
      const written = await documents().update(
        { _id, revision: before.revision },
        { branchId, given: command.push([decided]), revision: command.inc(1) },
      );
      return written === 1 ? decided : undefined;
    });
  },
} as const;
