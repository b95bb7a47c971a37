import {
  isInRegister,
  type AttendanceDocument,
} from '../../../../cloudfunctions/_store/study/attendance-document';
import type { StudyDocument } from '../../../../cloudfunctions/_store/study/studies';
import { attendanceState, isIn, tookPart } from '../../../../domain/study/attendance';
import { heldSittings } from '../../../../domain/study/sitting';
import { dayOfInstant, monthOf } from '../../../../domain/time/local-day';

interface Stored {
  readonly studies: readonly StudyDocument[];
  readonly lines: readonly AttendanceDocument[];
}

/** One line of a register that asked its person something. */
export interface CountedLine {
  readonly study: StudyDocument;
  readonly line: AttendanceDocument;
  readonly isDecided: boolean;
  readonly state: ReturnType<typeof attendanceState>;
  readonly isAttended: boolean;
  readonly couldAttend: boolean;
}

/** Every line that counts for a branch in a month, one by one. */
export function countedLines(stored: Stored, branchId: string, month: string): CountedLine[] {
  const studies = stored.studies.filter(
    (study) =>
      study.branchId === branchId &&
      study.state !== 'draft' &&
      study.publishedAtMs !== null &&
      monthOf(dayOfInstant(study.lastCloseAtMs)) === month,
  );
  return studies.flatMap((study) => {
    const isCancelled = study.state === 'cancelled';
    const held = isCancelled ? heldSittings(study.sittings) : [];
    return stored.lines
      .filter((line) => line.studyId === study._id && isInRegister(line))
      .filter((line) => !isCancelled || tookPart(line, held))
      .map((line) => {
        const state = attendanceState(line, [], true);
        const isAttended = isIn(state);
        return {
          study,
          line,
          isDecided: isCancelled || study.dutyNotedAtMs !== undefined,
          state,
          isAttended,
          couldAttend:
            isAttended || (state !== 'on-duty' && line.wasOnDuty !== true && line.wasAway !== true),
        };
      });
  });
}

/** What a dashboard says of a branch and month, counted the long way. */
export function recount(stored: Stored, branchId: string, month: string) {
  const lines = countedLines(stored, branchId, month);
  const minutes = new Map<string, number>();
  for (const { line, study } of lines) {
    minutes.set(line.memberId, (minutes.get(line.memberId) ?? 0) + study.minutes);
  }
  const sorted = [...minutes.values()].sort((a, b) => a - b);
  const decided = lines.filter(({ isDecided }) => isDecided);
  return {
    people: minutes.size,
    burden: {
      medianMinutes: sorted[Math.ceil(sorted.length / 2) - 1] ?? 0,
      highestMinutes: sorted.at(-1) ?? 0,
      limitMinutes: 100,
    },
    sums: sumsOf(decided),
    cells: cellsOf(decided),
  };
}

export function sumsOf(lines: readonly CountedLine[]) {
  const could = lines.filter(({ couldAttend }) => couldAttend);
  return {
    asked: lines.length,
    attended: lines.filter(({ isAttended }) => isAttended).length,
    couldAttend: could.length,
    leftOutOnLeave: lines.filter(
      ({ couldAttend, state, line }) =>
        !couldAttend && state === 'excused' && line.wasOnDuty !== true,
    ).length,
  };
}

/** 'study crew attended/could', sorted. */
function cellsOf(lines: readonly CountedLine[]): string[] {
  const keys = new Set(lines.map(({ line }) => `${line.studyId} ${line.crewId ?? 'none'}`));
  return [...keys]
    .map((key) => {
      const own = lines.filter(({ line }) => `${line.studyId} ${line.crewId ?? 'none'}` === key);
      const { attended, couldAttend } = sumsOf(own);
      return `${key} ${attended}/${couldAttend}`;
    })
    .sort();
}
