import {
  isInRegister,
  type AttendanceDocument,
} from '../../../../cloudfunctions/_store/study/attendance-document';
import type { NoteDocument } from '../../../../cloudfunctions/_store/note/note-document';
import type { StudyDocument } from '../../../../cloudfunctions/_store/study/studies';
import { isIn, stateAsNoted, tookPart } from '../../../../domain/study/attendance';
import { heldSittings } from '../../../../domain/study/sitting';
import { dayOfInstant, monthBeside, monthOf } from '../../../../domain/time/local-day';

interface Stored {
  readonly studies: readonly StudyDocument[];
  readonly lines: readonly AttendanceDocument[];
}

/** One line of a register that asked its person something. */
export interface CountedLine {
  readonly study: StudyDocument;
  readonly line: AttendanceDocument;
  readonly isDecided: boolean;
  readonly state: ReturnType<typeof stateAsNoted>;
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
        const state = stateAsNoted(line);
        const isAttended = isIn(state);
        return {
          study,
          line,
          isDecided: isCancelled || study.dutyNotedAtMs !== undefined,
          state,
          isAttended,
          couldAttend: isAttended || whyLeftOut(line, state) === 'nothing',
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

/** Make-ups of a month; of the present one also those of earlier months that can still be done. */
export function recountMakeUps(stored: Stored, branchId: string, month: string, nowMs: number) {
  const today = dayOfInstant(nowMs);
  const before = [monthBeside(month, -1), monthBeside(monthBeside(month, -1), -1)];
  const own = countedLines(stored, branchId, month);
  const earlier = before
    .flatMap((each) => countedLines(stored, branchId, each))
    .filter(({ line: { makeUp } }) => makeUp?.doneAtMs === undefined)
    .filter(({ line: { makeUp } }) => (makeUp?.untilAtMs ?? 0) > nowMs);
  const lines = [...own, ...(month === monthOf(today) ? earlier : [])].map(({ line }) => line);
  const undone = lines.filter(({ makeUp, isIn: isInNow }) => {
    return makeUp !== undefined && makeUp.doneAtMs === undefined && !isInNow;
  });
  const open = undone.filter(({ makeUp }) => (makeUp?.untilAtMs ?? 0) > nowMs);
  const ends = open.map(({ makeUp }) => makeUp?.untilAtMs ?? 0);
  return {
    people: new Set(undone.map(({ memberId }) => memberId)).size,
    open: open.length,
    over: undone.length - open.length,
    done: lines.filter(({ makeUp }) => makeUp?.doneAtMs !== undefined).length,
    nextUntilAtMs: ends.length === 0 ? null : Math.min(...ends),
  };
}

/** 'type state count', sorted. */
export function recountNotes(
  stored: readonly NoteDocument[],
  branchId: string,
  month: string,
): string[] {
  const counts = new Map<string, number>();
  for (const note of stored) {
    const isOfMonth = monthOf(dayOfInstant(note.firstAtMs)) === month;
    if (note.branchId !== branchId || note.state === 'taken-back' || !isOfMonth) continue;
    const key = `${note.type} ${note.state}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => `${key} ${count}`).sort();
}

export function sumsOf(lines: readonly CountedLine[]) {
  const could = lines.filter(({ couldAttend }) => couldAttend);
  const leftOut = lines
    .filter(({ couldAttend }) => !couldAttend)
    .map(({ line, state }) => whyLeftOut(line, state));
  return {
    asked: lines.length,
    attended: lines.filter(({ isAttended }) => isAttended).length,
    couldAttend: could.length,
    leftOutOnLeave: leftOut.filter((why) => why === 'away').length,
    leftOutAsleep: leftOut.filter((why) => why === 'sleep').length,
  };
}

/** By what was entered, and else by the first of the notes of the line that says so. */
function whyLeftOut(line: AttendanceDocument, state: CountedLine['state']) {
  if (state === 'on-duty') return 'duty';
  if (state === 'asleep') return 'sleep';
  if (line.wasOnDuty === true) return 'duty';
  if (line.wasAsleep === true) return 'sleep';
  return line.wasAway === true ? 'away' : 'nothing';
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
