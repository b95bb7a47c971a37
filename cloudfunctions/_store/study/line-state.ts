import type { PersonSchedule } from '../../../domain/shift/person-schedule';
import {
  attendanceState,
  cameAfterMark,
  notedOf,
  tookPart,
  type AttendanceState,
  type Fit,
  type KeptBy,
} from '../../../domain/study/attendance';
import { keptFromAll } from '../../../domain/study/kept';
import { fitOf } from '../../../domain/study/sitting-fit';
import type { AttendanceDocument } from './attendance-document';
import type { StudyDocument } from './studies';
import { heldOf, isFinal } from './parts-of-study';

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
  return attendanceState(line, keptOf(line, study, schedule), isFinal(study, nowMs));
}

/**
 * What keeps the person from every sitting: as noted once the register was final, else as the schedule
 * says. docs/rules.md#R-72, docs/rules.md#R-119
 */
export function keptOf(
  line: AttendanceDocument,
  study: StudyDocument,
  schedule: PersonSchedule | null,
): KeptBy | null {
  const noted = notedOf(line);
  if (noted !== undefined) return noted;
  return schedule === null ? null : keptFromAll(schedule, study.sittings);
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
