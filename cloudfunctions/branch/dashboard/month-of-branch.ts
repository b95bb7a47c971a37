import { monthInterval } from '../../../domain/time/month-interval';
import { monthStudiesIn, studiesReading, type MonthStudy } from '../../_store/branch/month-studies';
import { placesIn, placesReadings, type Places } from '../../_store/branch/places';
import { readTogether } from '../../_store/together';

export interface MonthOfBranch {
  readonly places: Places;
  /** In the order of their days. */
  readonly studies: readonly MonthStudy[];
}

/** Studies of one month of a branch, and the names of its crews: one request; null without the branch. */
export async function monthOfBranch(
  branchId: string,
  month: string,
): Promise<MonthOfBranch | null> {
  const found = await readTogether(branchId, {
    ...placesReadings(branchId),
    studies: studiesReading(branchId, monthInterval(month)),
  });
  if (found === null) return null;
  return { places: placesIn(found), studies: monthStudiesIn(found.studies) };
}
