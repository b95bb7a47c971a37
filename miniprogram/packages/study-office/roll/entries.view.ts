import type { RollLine } from '../../../../contract/study/register';
import type { AttendanceState } from '../../../../contract/study/study-shapes';
import { ROLL_STATE_TEXT } from '../../../text/study';
import { clockOf, momentText } from '../../../text/when';

type Entry = RollLine['corrections'][number];

/**
 * When the person came after an officer had marked them missing, and none has decided since: the
 * mark stands, and the last entry says that they came.
 */
export function arrivalAfterMark({ corrections }: RollLine): Entry | undefined {
  const last = corrections.at(-1);
  return last !== undefined && isArrivalBesideMark(last) ? last : undefined;
}

/** What an officer reads a line as while the register is open: who came after a mark waits for them. */
export function stateWhileOpen(line: RollLine): AttendanceState {
  return arrivalAfterMark(line) === undefined ? line.state : 'to-confirm';
}

/** Both that stand beside each other: when the person came, and who marked them as what, when and why. */
export function arrivalNote(line: RollLine, arrival: Entry): string {
  const entered = { reason: line.reason, byName: line.markedBy ?? '', atMs: line.atMs ?? 0 };
  const mark = line.corrections.at(-2) ?? entered;
  const by = `${mark.byName} ${clockOf(mark.atMs)}`;
  const why = mark.reason === null || mark.reason === '' ? '' : `：${mark.reason}`;
  return `${clockOf(arrival.atMs)} 本人签到 · 登记为${ROLL_STATE_TEXT[line.state]}${why}（${by}）`;
}

/** One entry beside the record: when, who, what it changed and why. */
export function entryText(entry: Entry, name: string, nowMs: number): string {
  const { from, to, byName, atMs } = entry;
  const who = `${momentText(atMs, nowMs)} ${byName}`;
  if (isArrivalBesideMark(entry)) return `${who}：本人签到，之前的登记没有改`;
  const what = from === to ? '仍登记为' : `${ROLL_STATE_TEXT[from]}改为`;
  const why = entry.reason ?? (byName === name ? '本人后来签到' : '扫了成员码');
  // Why somebody is on leave is not told to everybody who reads the roll.
  return `${who}：${what}${ROLL_STATE_TEXT[to]}${why === '' ? '' : `，${why}`}`;
}

const isArrivalBesideMark = ({ from, to, reason }: Entry): boolean =>
  reason === null && from === to;
