import type { AttendanceState } from '../study/attendance';
import { sumAttendance } from '../study/attendance-rates';

/** How many lines of one register, of people asked in one crew, say the same. */
export interface CountedLines {
  readonly studyId: string;
  readonly crewId: string | null;
  readonly state: AttendanceState;
  /** On duty during every sitting, whatever the register says. */
  readonly isOnDutyThroughout: boolean;
  readonly count: number;
}

/** Of registers that are final: what the rates of docs/rules.md#R-41 are made of, summed over people. */
export interface Sums {
  readonly asked: number;
  readonly attended: number;
  readonly couldAttend: number;
  /** Of those who are left out of `couldAttend`: asked for leave; all others were on duty. */
  readonly leftOutOnLeave: number;
}

export interface CrewSums {
  readonly crewId: string | null;
  readonly attended: number;
  readonly couldAttend: number;
}

export const NO_SUMS: Sums = { asked: 0, attended: 0, couldAttend: 0, leftOutOnLeave: 0 };

/** Over lines of any registers. */
export function sumsOf(lines: readonly CountedLines[]): Sums {
  return addSums(lines.map(sumsOfOne));
}

/** fair.attended = raw.attended ≤ couldAttend ≤ asked holds for the sum as for each part. */
export function addSums(parts: readonly Sums[]): Sums {
  return parts.reduce(
    (sum, part) => ({
      asked: sum.asked + part.asked,
      attended: sum.attended + part.attended,
      couldAttend: sum.couldAttend + part.couldAttend,
      leftOutOnLeave: sum.leftOutOnLeave + part.leftOutOnLeave,
    }),
    NO_SUMS,
  );
}

/** By the crew in which people were asked, each crew once, in the order of `lines`. docs/rules.md#R-121 */
export function crewSumsOf(lines: readonly CountedLines[]): readonly CrewSums[] {
  const crewIds = [...new Set(lines.map(({ crewId }) => crewId))];
  return crewIds.map((crewId) => {
    const { attended, couldAttend } = sumsOf(lines.filter((line) => line.crewId === crewId));
    return { crewId, attended, couldAttend };
  });
}

function sumsOfOne({ state, isOnDutyThroughout, count }: CountedLines): Sums {
  const study = { state, isOnDutyThroughout, minutes: 0, isCancelled: false, isFinal: true };
  const { raw, fair } = sumAttendance([study]);
  const leftOut = raw.asked - fair.couldAttend;
  return {
    asked: raw.asked * count,
    attended: raw.attended * count,
    couldAttend: fair.couldAttend * count,
    leftOutOnLeave: state === 'excused' && !isOnDutyThroughout ? leftOut * count : 0,
  };
}
