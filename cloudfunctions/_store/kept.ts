import * as v from 'valibot';
import { collection } from './database';

/** How many lines of the register speak of a member. */
export function countAttendancesOf(memberId: string): Promise<number> {
  return collection('attendances', v.object({ _id: v.string() })).count({ memberId });
}
