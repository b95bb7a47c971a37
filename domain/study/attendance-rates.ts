import { isIn, type AttendanceState, type KeptBy } from './attendance';

export interface AskedStudy {
  readonly state: AttendanceState;
  readonly minutes: number;
  readonly isCancelled: boolean;
  /** The register is final. */
  readonly isFinal: boolean;
  /** What kept the person from every sitting, whatever the register says. docs/rules.md#R-119 */
  readonly keptBy: KeptBy | null;
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
 * Both rates are of what is over; fair leaves out besides what the person was kept from throughout,
 * unless they came all the same. So fair.attended = raw.attended ≤ fair.couldAttend ≤ raw.asked, and
 * fair is never below raw. docs/rules.md#R-41, docs/rules.md#R-42
 */
export function sumAttendance(studies: readonly AskedStudy[]): AttendanceSums {
  const asked = studies.filter((study) => !study.isCancelled);
  const over = asked.filter((study) => study.isFinal);
  const could = over.filter((study) => leftOutBy(study) === null);
  return {
    raw: { attended: countIn(over), asked: over.length },
    fair: { attended: countIn(could), couldAttend: could.length },
    minutesAsked: asked.reduce((sum, study) => sum + study.minutes, 0),
  };
}

/** What takes somebody out of the fair rate of a study; null: they are in it. What was entered outweighs. docs/rules.md#R-41 */
export function leftOutBy({ state, keptBy }: Pick<AskedStudy, 'state' | 'keptBy'>): KeptBy | null {
  if (isIn(state)) return null;
  return state === 'on-duty' || state === 'asleep' ? state : keptBy;
}

function countIn(studies: readonly AskedStudy[]): number {
  return studies.filter((study) => isIn(study.state)).length;
}
