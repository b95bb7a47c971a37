import type { InputOf } from '../../../../contract/action';
import type {
  answerLeave,
  correct,
  markByHand,
  RollLine,
} from '../../../../contract/study/register';
import type { Study } from '../../../../contract/study/study-shapes';
import type { LeaveVerdict } from '../../../../domain/study/leave';
import { clockOf, momentText } from '../../../text/when';
import { ROLL_STATE_TEXT } from '../../../text/study';
import { arrivalAfterMark, stateWhileOpen } from './entries.view';
import { leaveChoices, leaveNote, presetFor } from './leave.view';

export type MarkState = InputOf<typeof markByHand>['state'];
export type CorrectState = InputOf<typeof correct>['to'];

type Seen = NonNullable<InputOf<typeof markByHand>['seen']>;

/** What can be chosen on the sheet: a state, or an answer to leave. */
export type EntryState = CorrectState | LeaveVerdict;

export interface StateChoice {
  readonly state: EntryState;
  readonly text: string;
}

/** One sheet for both: an entry while the register is open, a correction beside it afterwards. */
export interface EntrySheet {
  readonly kind: 'mark' | 'correct';
  readonly memberId: string;
  /** What the officer sees of the person while they decide; absent where this version has no word for it. */
  readonly seen?: Seen;
  readonly title: string;
  readonly note: string;
  readonly action: string;
  readonly hint: string;
  readonly preset: string;
  /** An offline scan that waits to be confirmed: the usual reason depends on the answer. */
  readonly isClaim: boolean;
  /** Which leave is answered, and how it stood. */
  readonly leave?: Pick<InputOf<typeof answerLeave>, 'askedAtMs' | 'seen'>;
  readonly state: EntryState;
  readonly states: readonly StateChoice[];
  readonly sittingId: string;
  readonly sittings: readonly { readonly sittingId: string; readonly text: string }[];
}

/** Before anybody was tapped. */
export const noSheet: EntrySheet = {
  kind: 'mark',
  memberId: '',
  title: '',
  note: '',
  action: '',
  hint: '',
  preset: '',
  isClaim: false,
  state: 'attended',
  states: [],
  sittingId: '',
  sittings: [],
};

const MARKS: readonly MarkState[] = ['attended', 'late', 'excused', 'absent'];
const CORRECTIONS: readonly CorrectState[] = [
  'attended',
  'late',
  'made-up',
  'excused',
  'on-duty',
  'asleep',
  'absent',
];

const OPEN_TEXT: Partial<Record<CorrectState, string>> = { absent: '未到' };

/** The sheet for one person; `sittings` are those that have opened, the one in question first. */
export function toEntrySheet(
  line: RollLine,
  isFinal: boolean,
  sittings: Study['sittings'],
  nowMs: number,
): EntrySheet {
  const states = isFinal ? CORRECTIONS : MARKS;
  const first = states.find((state) => state !== line.state) ?? 'attended';
  const isClaim = (isFinal ? line.state : stateWhileOpen(line)) === 'to-confirm';
  return {
    kind: isFinal ? 'correct' : 'mark',
    memberId: line.memberId,
    ...(line.state !== 'newer' && { seen: line.state }),
    title: `${isFinal ? '更正' : isClaim ? '确认' : '登记'} ${line.name}`,
    note: noteOf(line, isFinal, nowMs),
    action: isFinal ? '更正' : '登记',
    hint: isFinal ? '例如：当时在场，手机没电' : '例如：交接班晚到，14:18 进场',
    preset: isClaim ? claimReason(first) : '',
    isClaim,
    state: first,
    states: choices(states, isFinal),
    sittingId: sittings[0]?.sittingId ?? '',
    sittings: sittings.map(({ sittingId, startAtMs, place }) => ({
      sittingId,
      text: `${momentText(startAtMs, nowMs)} ${place}`,
    })),
  };
}

/**
 * Of somebody who has asked for leave: it is answered, and once a sitting has opened the person can be
 * entered as well.
 */
export function toLeaveSheet(
  line: RollLine,
  study: Study,
  sittings: Study['sittings'],
  nowMs: number,
): EntrySheet {
  const sheet = toEntrySheet(line, false, sittings, nowMs);
  const { leave, way } = line;
  if (leave === undefined || leave.standing === 'newer' || way !== null) return sheet;
  const answers = leaveChoices(leave, study, nowMs);
  const hasOpened = sittings.some(({ opensAtMs }) => opensAtMs <= nowMs);
  const marks = sheet.states.filter(({ state }) => hasOpened && state !== 'excused');
  const states = [...answers, ...marks];
  const [first] = states;
  if (first === undefined) return sheet;
  return {
    ...sheet,
    title: `${leave.standing === 'waiting' ? '答复' : '改答复'} ${line.name}`,
    note: leaveNote(leave, nowMs),
    action: '答复',
    hint: '例如：这次要表决，人数正好够，请尽量来',
    leave: { askedAtMs: leave.askedAtMs, seen: leave.standing },
    states,
    state: first.state,
    preset: presetFor(first.state),
  };
}

export function withState(sheet: EntrySheet, state: EntryState): EntrySheet {
  if (sheet.leave !== undefined) {
    const action = isVerdict(state) ? '答复' : '登记';
    return { ...sheet, state, action, preset: presetFor(state) };
  }
  return { ...sheet, state, preset: sheet.isClaim ? claimReason(state) : sheet.preset };
}

export const isVerdict = (state: EntryState): state is LeaveVerdict =>
  state === 'granted' || state === 'declined';

function claimReason(state: EntryState): string {
  return state === 'absent' ? '已核对，当时不在场' : '已核对，当时在场';
}

export function withSitting(sheet: EntrySheet, sittingId: string): EntrySheet {
  return { ...sheet, sittingId };
}

/** Whether a state can be marked by hand while the register is open. */
export function isMark(state: EntryState): state is MarkState {
  return MARKS.some((mark) => mark === state);
}

function choices(states: readonly CorrectState[], isFinal: boolean): readonly StateChoice[] {
  return states.map((state) => ({
    state,
    text: (isFinal ? undefined : OPEN_TEXT[state]) ?? ROLL_STATE_TEXT[state],
  }));
}

function noteOf(line: RollLine, isFinal: boolean, nowMs: number): string {
  if (isFinal)
    return `原来是${standing(line, nowMs)}。更正记在旁边，带你的名字和时间，原记录不动。`;
  const arrival = arrivalAfterMark(line);
  if (arrival !== undefined) {
    return `${clockOf(arrival.atMs)} 本人签到，之前登记为${ROLL_STATE_TEXT[line.state]}。当时在场就登记“已到”，不在就登记“未到”。`;
  }
  if (line.state === 'to-confirm' && line.claimedAtMs !== null) {
    return `${clockOf(line.claimedAtMs)} 离线扫的码${codeText(line)}。当时在场就登记“已到”，不在就登记“未到”。`;
  }
  const stands = line.state === 'expected' ? '' : `现在是${standing(line, nowMs)}。`;
  return `${stands}会记下你的名字和时间。`;
}

/** What stands of a person, and who entered it last: whoever decides anew has seen it. */
function standing(line: RollLine, nowMs: number): string {
  const { state, name, markedBy, atMs } = line;
  const marked = markedBy === null || atMs === null ? undefined : { byName: markedBy, atMs };
  const last = line.corrections.at(-1) ?? marked;
  if (last === undefined) return ROLL_STATE_TEXT[state];
  const did = last.byName === name ? '签到' : '登记';
  return `${ROLL_STATE_TEXT[state]}（${momentText(last.atMs, nowMs)} ${last.byName}${did}）`;
}

/** What is shown after it. */
export interface Refusal {
  readonly sheet: EntrySheet;
  readonly isOpen: boolean;
  readonly problem: string;
}

/**
 * The sheet after a refusal that something newer caused. `newest`: as it stands now; undefined: nothing
 * can be entered there any more; null: it could not be read.
 */
export function afterRefusal(
  sheet: EntrySheet,
  newest: EntrySheet | null | undefined,
  text: string,
): Refusal {
  if (newest === null) return { sheet, isOpen: true, problem: NOT_READ };
  if (newest === undefined) return { sheet, isOpen: false, problem: GONE };
  return { sheet: newest, isOpen: true, problem: text };
}

const NOT_READ = '刚有新的登记，现在的还没取到，没有登记上。有网时再点一次，写的原因还在。';
const GONE = '刚有新的登记，这里不能再登记了。看名单里现在的样子。';

function codeText({ code }: RollLine): string {
  if (code === undefined) return '';
  const shown = `，是屏幕上 ${clockOf(code.shownAtMs)} 的那个`;
  return code.others === 0 ? shown : `${shown}，另有 ${code.others} 人扫的也是它，可能是同一张照片`;
}
