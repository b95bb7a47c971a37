import { creditOf } from '../../../domain/branch/norms';
import type { MakeUpCredit } from '../../../domain/study/make-up';
import { dayOfInstant, monthOf } from '../../../domain/time/local-day';
import { commonOf, FOR_ALL, normsReading } from '../branch/norms';
import { fitting } from '../database';
import { readTogether } from '../together';
import { MAKE_UP_CONTENTS, type MakeUpContentDocument } from './make-up-contents';

interface ContentAndCredit {
  /** null: nobody has written any. */
  readonly content: MakeUpContentDocument | null;
  readonly credit: MakeUpCredit;
}

/**
 * What was written for the make-up of a study, and which minutes one earns that is done now; one request.
 * @param branchId of whoever makes up, on which the request hangs
 */
export async function contentAndCredit(
  studyId: string,
  branchId: string,
  nowMs: number,
): Promise<ContentAndCredit> {
  const found = await readTogether(branchId, {
    content: { from: MAKE_UP_CONTENTS.collection, pipeline: [{ $match: { _id: studyId } }] },
    commonNorms: normsReading(FOR_ALL),
  });
  if (found === null) throw new Error('a member of a branch that is not there');
  return {
    content: fitting(MAKE_UP_CONTENTS, found.content)[0] ?? null,
    credit: creditOf(commonOf(found.commonNorms, monthOf(dayOfInstant(nowMs)))),
  };
}
