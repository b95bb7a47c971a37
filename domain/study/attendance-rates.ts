import { isIn, type AttendanceState } from './attendance';

export interface AskedStudy {
  readonly state: AttendanceState;
  readonly minutes: number;
  readonly isCancelled: boolean;
  /** The register is final. */
  readonly isFinal: boolean;
  /** On duty during every sitting, whatever the register says. */
  readonly isOnDutyThroughout: boolean;
  /** On loan elsewhere or on long leave during every sitting. docs/rules.md#R-98 */
  readonly isAwayThroughout: boolean;
}

export interface AttendanceSums {
  /** Of everything that was asked, took place and is over. */
  readonly raw: { readonly attended: number; readonly asked: number };
  /** Of that, what could be attended: 到会率（公平）. */
  readonly fair: { readonly attended: number; readonly couldAttend: number };
  /** The burden figure: minutes asked, attended or not. */
  readonly minutesAsked: number;
}

/**
 * Sums over the studies a person was asked to; nobody is asked before they join or after they leave.
 * Both rates are of what is over; fair leaves out duty, or being away, during every sitting besides,
 * unless the person came all the same. So fair.attended = raw.attended ≤ fair.couldAttend ≤ raw.asked, and fair is never
 * below raw. docs/rules.md#R-41, docs/rules.md#R-42
 */
export function sumAttendance(studies: readonly AskedStudy[]): AttendanceSums {
  const asked = studies.filter((study) => !study.isCancelled);
  const over = asked.filter((study) => study.isFinal);
  const could = over.filter(couldAttend);
  return {
    raw: { attended: countIn(over), asked: over.length },
    fair: { attended: countIn(could), couldAttend: could.length },
    minutesAsked: asked.reduce((sum, study) => sum + study.minutes, 0),
  };
}

function couldAttend(study: AskedStudy): boolean {
  const { state, isOnDutyThroughout, isAwayThroughout } = study;
  return isIn(state) || (state !== 'on-duty' && !isOnDutyThroughout && !isAwayThroughout);
}

function countIn(studies: readonly AskedStudy[]): number {
  return studies.filter((study) => isIn(study.state)).length;
}
