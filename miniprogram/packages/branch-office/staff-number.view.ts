import * as v from 'valibot';
import { STAFF_NUMBER } from '../../../contract/limits';
import { StaffNumber } from '../../../contract/people/member';

/** What to do about a staff number as typed; '' when it can be one. */
export function staffNumberProblem(words: string): string {
  return v.is(StaffNumber, words)
    ? ''
    : `工号是员工卡上的数字和字母，至少 ${STAFF_NUMBER.least} 位。`;
}
