import { collection, command } from '../database';
import { derivedId } from '../derived-id';
import { untilNotOvertaken } from '../retry';
import { LECTURES, type LectureDocument } from './lecture-document';

const documents = () => collection(LECTURES);

/** One of a member in a contest, however often they write it. */
export const lectureIdOf = (contestId: string, memberId: string): string =>
  derivedId('lecture', contestId, memberId);

export type LectureChanges = Partial<
  Omit<LectureDocument, '_id' | 'contestId' | 'memberId' | 'revision' | 'schemaVersion'>
>;

export type LectureVerdict<Code> =
  | { readonly kind: 'changed'; readonly lecture: LectureDocument }
  | { readonly kind: 'refused'; readonly code: Code; readonly lecture: LectureDocument }
  | { readonly kind: 'missing' };

/** What members have entered. docs/rules.md#R-301 */
export const lectures = {
  byId: (lectureId: string) => documents().byId(lectureId),

  /** All of a contest, those that were withdrawn too. */
  ofContest: (contestId: string) => documents().all({ contestId }),

  countStanding: (contestId: string) => documents().count({ contestId, withdrawnAtMs: null }),

  /** False when there is one. */
  insertIfAbsent: (lecture: LectureDocument) => documents().insertIfAbsent(lecture),

  /**
   * Writes what `decide` makes of what is stored, again until nobody has written in between; or gives
   * the code of its refusal.
   */
  change<Code extends string>(
    lectureId: string,
    decide: (lecture: LectureDocument) => LectureChanges | Code,
  ): Promise<LectureVerdict<Code>> {
    return untilNotOvertaken<LectureVerdict<Code>>('a lecture', async () => {
      const before = await documents().byId(lectureId);
      if (before === null) return { kind: 'missing' };
      const changes = decide(before);
      if (typeof changes === 'string') return { kind: 'refused', code: changes, lecture: before };
      const lecture = await documents().updateAndRead(
        { _id: lectureId, revision: before.revision },
        { ...changes, revision: command.inc(1) },
      );
      return lecture === null ? undefined : { kind: 'changed', lecture };
    });
  },
} as const;
