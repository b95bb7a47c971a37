import type { PersonSchedule } from '../../../domain/shift/person-schedule';
import {
  attendanceState,
  cameAfterMark,
  tookPart,
  type AttendanceState,
  type Fit,
} from '../../../domain/study/attendance';
import { isAwayThroughout } from '../../../domain/study/away';
import { fitOf } from '../../../domain/study/sitting-fit';
import type { AttendanceDocument } from '../../_store/study/attendance-document';
import type { StudyDocument } from '../../_store/study/studies';
import { heldOf, isFinal } from '../shown-study';

/** Fits of all sittings, in their order; null: nothing is known of the person any more. */
export function fitsOf(study: StudyDocument, schedule: PersonSchedule | null): readonly Fit[] {
  return study.sittings.map((sitting) =>
    schedule === null ? 'unknown' : fitOf(schedule, sitting),
  );
}

export function stateOf(
  line: AttendanceDocument,
  study: StudyDocument,
  schedule: PersonSchedule | null,
  nowMs: number,
): AttendanceState {
  const asKnown = { ...line, wasAway: isAwayAll(line, study, schedule) };
  return attendanceState(asKnown, fitsOf(study, schedule), isFinal(study, nowMs));
}

/** As noted once the register was final, else as the schedule says. docs/rules.md#R-98 */
export function isAwayAll(
  { wasAway, wasOnDuty }: Pick<AttendanceDocument, 'wasAway' | 'wasOnDuty'>,
  study: StudyDocument,
  schedule: PersonSchedule | null,
): boolean {
  // Both are noted together; of who was not away there is only the note of duty.
  if (wasOnDuty !== undefined) return wasAway === true;
  return schedule !== null && isAwayThroughout(schedule, study.sittings);
}

/** As stateOf, for the person themselves: whether they came is open until an officer has looked. */
export function ownStateOf(
  line: AttendanceDocument,
  study: StudyDocument,
  schedule: PersonSchedule | null,
  nowMs: number,
): AttendanceState {
  const isOpen = !isFinal(study, nowMs) && cameAfterMark(line);
  return isOpen ? 'to-confirm' : stateOf(line, study, schedule, nowMs);
}

/** Whether nothing is left of the study for the person of the line. docs/rules.md#R-70 */
export function isCalledOff(line: AttendanceDocument, study: StudyDocument): boolean {
  return study.state === 'cancelled' && !tookPart(line, heldOf(study));
}
