import type { AttendanceState, KeptBy } from '../study/attendance';
import type { StudyKind } from '../study/study-kinds';
import { leftOutBy, sumAttendance } from '../study/attendance-rates';
import { burdenOf, type AskedMinutes, type Burden } from './burden';
import { outcomeOf, type Outcome } from './outcome';

/** How many lines of one register, of people asked in one crew, say the same. */
export interface CountedLines {
  readonly studyId: string;
  readonly crewId: string | null;
  readonly state: AttendanceState;
  /** What kept them from every sitting, whatever the register says. docs/rules.md#R-119 */
  readonly keptBy: KeptBy | null;
  readonly count: number;
}

/** Of registers that are final: what the rates of docs/rules.md#R-41 are made of, summed over people. */
export interface Sums {
  readonly asked: number;
  readonly attended: number;
  readonly couldAttend: number;
  /** Of those who are left out of `couldAttend`: away; and asleep. All others were on duty. */
  readonly leftOutOnLeave: number;
  readonly leftOutAsleep: number;
}

/** A study of the month, as it is named beside its figures. */
export interface FiguredStudy {
  readonly studyId: string;
  readonly topic: string;
  readonly kind: StudyKind;
  readonly minutes: number;
  readonly startAtMs: number;
  /** Its register is final and duty in it is noted. docs/rules.md#R-120 */
  readonly isDecided: boolean;
}

/** What the dashboard shows of one branch and month. docs/rules.md#R-120 */
export interface MonthFigures {
  /** Who was asked anything, over or not. */
  readonly people: number;
  readonly burden: Burden;
  /** Of decided studies. */
  readonly sums: Sums;
  readonly studies: readonly (Omit<FiguredStudy, 'isDecided'> & {
    readonly sums: Sums;
    readonly cells: readonly CrewSums[];
  })[];
}

export interface CrewSums {
  readonly crewId: string | null;
  readonly attended: number;
  readonly couldAttend: number;
}

export const NO_SUMS: Sums = {
  asked: 0,
  attended: 0,
  couldAttend: 0,
  leftOutOnLeave: 0,
  leftOutAsleep: 0,
};

/**
 * @param studies of the month, in the order in which they are shown
 * @param lines of registers that are decided; those of other studies are left aside
 * @param asked how many people were asked how many minutes in the month
 */
export function monthFiguresOf(
  studies: readonly FiguredStudy[],
  lines: readonly CountedLines[],
  asked: readonly AskedMinutes[],
): MonthFigures {
  const decided = studies
    .filter(({ isDecided }) => isDecided)
    .map(({ studyId, topic, kind, minutes, startAtMs }) => {
      const own = lines.filter((line) => line.studyId === studyId);
      const figures = { sums: sumsOf(own), cells: crewSumsOf(own) };
      return { studyId, topic, kind, minutes, startAtMs, ...figures };
    });
  return {
    people: asked.reduce((sum, { people }) => sum + people, 0),
    burden: burdenOf(asked),
    sums: addSums(decided.map(({ sums }) => sums)),
    studies: decided,
  };
}

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
      leftOutAsleep: sum.leftOutAsleep + part.leftOutAsleep,
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

/** How many of these lines stand for people who were there, and for who made up. docs/rules.md#R-103 */
export function presenceOf(lines: readonly CountedLines[]) {
  const countOf = (wanted: Outcome) =>
    lines
      .filter(({ state }) => outcomeOf(state) === wanted)
      .reduce((sum, { count }) => sum + count, 0);
  return {
    asked: lines.reduce((sum, { count }) => sum + count, 0),
    attended: countOf('came'),
    madeUp: countOf('made-up'),
  };
}

function sumsOfOne({ state, keptBy, count }: CountedLines): Sums {
  const study = { state, keptBy, minutes: 0, isCancelled: false, isFinal: true };
  const { raw, fair } = sumAttendance([study]);
  const leftOut = leftOutBy(study);
  return {
    asked: raw.asked * count,
    attended: raw.attended * count,
    couldAttend: fair.couldAttend * count,
    leftOutOnLeave: leftOut === 'away' ? count : 0,
    leftOutAsleep: leftOut === 'asleep' ? count : 0,
  };
}
