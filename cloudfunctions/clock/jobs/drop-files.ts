import { deleteFiles } from '../../_kit/files';
import { exports } from '../../_store/people/exports';
import type { Job } from '../job';

/** The most that storage deletes in one request. */
const MOST_AT_ONCE = 50;

/** Deletes files that were made for somebody when their day is over. How many. docs/rules.md#R-130 */
export const dropFiles: Job = async ({ nowMs }) => {
  const over = await exports.over(nowMs(), MOST_AT_ONCE);
  if (over.length === 0) return 0;
  // The file first: of a run that was cut off the rest is found again.
  await deleteFiles(over.map(({ fileId }) => fileId));
  await exports.remove(over.map(({ _id }) => _id));
  return over.length;
};
