import type { OutputOf } from '../../../../contract/action';
import type { roll, RollLine } from '../../../../contract/study/register';
import type { Study } from '../../../../contract/study/study-shapes';
import { heldSittings } from '../../../../domain/study/sitting';
import { WAY_TEXT } from '../../../text/attendance';
import { chipOf, shiftHoursText, type Badge, type Chip } from '../../../text/fit';
import { lastDayText } from '../../../text/make-up-errors';
import { ROLL_STATE_TEXT } from '../../../text/study';
import { clockOf, momentText } from '../../../text/when';
import { isLeaveWaiting, leaveText } from './leave.view';
import { arrivalAfterMark, arrivalNote, entryText, stateWhileOpen } from './entries.view';

export type RollReply = OutputOf<typeof roll>;

export interface Person {
  readonly memberId: string;
  readonly initial: string;
  readonly name: string;
  readonly note: string;
  readonly chip: Chip | null;
  readonly badge: Badge | null;
  /** What the tick of the row says; '' where there is none. */
  readonly tick: string;
  /** The word on the row's button; '' where the whole row opens the sheet all the same. */
  readonly act: string;
  readonly canOpen: boolean;
  /** Whether there is a reason of leave that can be opened. */
  readonly hasReason: boolean;
  readonly corrections: readonly string[];
}

/** How the register is looked at: by whom, and of which sitting ('' for all of them). */
interface Looked {
  readonly canCorrect: boolean;
  readonly sittingId: string;
  /** Who looks; '' where that is not known. */
  readonly memberId: string;
}

/** One line of the register: who, what is known of them, and what can be done about it. */
export function toPerson(line: RollLine, reply: RollReply, looked: Looked): Person {
  const { canCorrect, sittingId } = looked;
  const isOwn = line.memberId === looked.memberId;
  const canOpen = !isOwn && (isMarkable(reply) || (canCorrect && isKept(reply.study)));
  const note = noteOf(line, reply, sittingId);
  return {
    canOpen,
    memberId: line.memberId,
    initial: line.name.slice(0, 1),
    name: line.name,
    note: isOwn ? [note, ownText(line, reply)].filter(isSaid).join(' · ') : note,
    hasReason: line.hasReason === true,
    chip: chipOf(line.shift),
    badge: badgeOf(line),
    tick: line.state === 'attended' || line.state === 'made-up' ? ROLL_STATE_TEXT[line.state] : '',
    act: canOpen ? actOf(line, reply, canCorrect) : '',
    corrections: line.corrections.map((entry) => entryText(entry, line.name, reply.nowMs)),
  };
}

/** Whether entries stand for anything: not of what never took place. */
export const isKept = (study: Study): boolean => study.state === 'published' || wasHeld(study);

/** Whether entries are made in the register; afterwards they are corrected beside it. */
export const isMarkable = ({ study, isFinal }: RollReply): boolean =>
  study.state === 'published' && !isFinal;

/** Whether a cancelled study was held in part, so that its register can still be corrected. */
export function wasHeld({ state, sittings }: Study): boolean {
  return state === 'cancelled' && heldSittings(sittings).length > 0;
}

/** Who keeps the roster also answers leave; whoever else marks enters the person as any other. */
function actOf(line: RollLine, reply: RollReply, canAnswer: boolean): string {
  const state = reply.isFinal ? line.state : stateWhileOpen(line);
  if (state === 'to-confirm') return '确认';
  if (canAnswer && isMarkable(reply) && isLeaveWaiting(line)) return '答复';
  const isMissing = state === 'expected' || state === 'absent';
  if (!isMissing) return '';
  return isMarkable(reply) ? '登记' : '更正';
}

/** Nobody enters, corrects or answers themselves: who does it; '' where nothing is to be done. */
function ownText(line: RollLine, reply: RollReply): string {
  if (isMarkable(reply) && line.leave?.standing === 'waiting' && line.way === null) {
    return '你自己的，由另一位书记或组织委员答复，没有就请党委工作部';
  }
  const state = reply.isFinal ? line.state : stateWhileOpen(line);
  if (!['to-confirm', 'expected', 'absent'].includes(state)) return '';
  if (isMarkable(reply)) return '你自己的，签到或请另一位负责人登记';
  return isKept(reply.study) ? '你自己的，要更正请另一位书记或组织委员' : '';
}

function badgeOf(line: RollLine): Badge | null {
  if (line.state === 'late') return { text: '迟到', tone: 'warn' };
  return null;
}

function noteOf(line: RollLine, reply: RollReply, sittingId: string): string {
  const arrival = reply.isFinal ? undefined : arrivalAfterMark(line);
  if (arrival !== undefined) return arrivalNote(line, arrival);
  const parts = isPresent(line) ? presentParts(line, reply) : awayParts(line, reply, sittingId);
  return parts.filter(isSaid).join(' · ');
}

const isSaid = (part: string): boolean => part !== '';

function presentParts(line: RollLine, reply: RollReply): readonly string[] {
  return [cameText(line, reply.nowMs), line.reason ?? '', whichText(line, reply)];
}

/** An offline scan was made at a time that only the phone knows, and came in later. */
function cameText({ atMs, claimedAtMs, way, code }: RollLine, nowMs: number): string {
  const wayText = way === null ? '' : WAY_TEXT[way];
  if (atMs === null) return wayText;
  if (claimedAtMs === null) return `${clockOf(atMs)} ${wayText}`;
  const alike = code === undefined || code.others === 0 ? '' : `，同一个码 ${code.others + 1} 人`;
  return `手机时间 ${clockOf(claimedAtMs)} ${wayText}，${momentText(atMs, nowMs)} 送到${alike}`;
}

/** Which of several sittings they were in or mean to come to. */
function whichText({ sittingId }: RollLine, { study, nowMs }: RollReply): string {
  const sitting = study.sittings.find((each) => each.sittingId === sittingId);
  if (study.sittings.length === 1 || sitting === undefined) return '';
  return `${momentText(sitting.startAtMs, nowMs)} 那场`;
}

function awayParts(line: RollLine, reply: RollReply, sittingId: string): readonly string[] {
  const shift = line.shift === null ? '' : shiftHoursText(line.shift);
  return [
    line.crewName ?? '',
    line.reason ?? (line.shift?.override === 'leave' ? '班表里休假' : shift),
    leaveText(line),
    comingText(line, reply, sittingId),
    makeUpText(line, reply.nowMs),
  ];
}

function makeUpText({ makeUp }: RollLine, nowMs: number): string {
  if (makeUp === undefined) return '';
  const { doneAtMs, untilAtMs } = makeUp;
  if (doneAtMs !== null) return `${momentText(doneAtMs, nowMs)} 已补学`;
  return `补学 ${lastDayText(untilAtMs, nowMs)} ${untilAtMs > nowMs ? '前' : '截止了'}`;
}

/** What who is not in has said of coming. */
function comingText(line: RollLine, reply: RollReply, sittingId: string): string {
  if (line.state !== 'expected' || line.sittingId === null) return '';
  return line.sittingId === sittingId ? '说了要来' : `选了${whichText(line, reply)}`;
}

function isPresent({ state, atMs }: RollLine): boolean {
  if (state === 'newer') return atMs !== null;
  return state === 'attended' || state === 'late' || state === 'to-confirm';
}
