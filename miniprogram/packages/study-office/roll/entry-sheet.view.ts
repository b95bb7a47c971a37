import type { InputOf } from '../../../../contract/action';
import type { correct, markByHand, RollLine } from '../../../../contract/study/register';
import type { Study } from '../../../../contract/study/study-shapes';
import { clockOf, momentText } from '../../../text/when';
import { ROLL_STATE_TEXT } from '../../../text/study';
import { arrivalAfterMark, stateWhileOpen } from './entries.view';

export type MarkState = InputOf<typeof markByHand>['state'];
export type CorrectState = InputOf<typeof correct>['to'];

type Seen = NonNullable<InputOf<typeof markByHand>['seen']>;

export interface StateChoice {
  readonly state: CorrectState;
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
  readonly state: CorrectState;
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
    note: noteOf(line, isFinal),
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

export function withState(sheet: EntrySheet, state: CorrectState): EntrySheet {
  return { ...sheet, state, preset: sheet.isClaim ? claimReason(state) : sheet.preset };
}

function claimReason(state: CorrectState): string {
  return state === 'absent' ? '已核对，当时不在场' : '已核对，当时在场';
}

export function withSitting(sheet: EntrySheet, sittingId: string): EntrySheet {
  return { ...sheet, sittingId };
}

/** Whether a state can be marked by hand while the register is open. */
export function isMark(state: CorrectState): state is MarkState {
  return MARKS.some((mark) => mark === state);
}

function choices(states: readonly CorrectState[], isFinal: boolean): readonly StateChoice[] {
  return states.map((state) => ({
    state,
    text: (isFinal ? undefined : OPEN_TEXT[state]) ?? ROLL_STATE_TEXT[state],
  }));
}

function noteOf(line: RollLine, isFinal: boolean): string {
  if (isFinal)
    return `原来是${ROLL_STATE_TEXT[line.state]}。更正记在旁边，带你的名字和时间，原记录不动。`;
  const arrival = arrivalAfterMark(line);
  if (arrival !== undefined) {
    return `${clockOf(arrival.atMs)} 本人签到，之前登记为${ROLL_STATE_TEXT[line.state]}。当时在场就登记“已到”，不在就登记“未到”。`;
  }
  if (line.state === 'to-confirm' && line.claimedAtMs !== null) {
    return `${clockOf(line.claimedAtMs)} 离线扫的码${codeText(line)}。当时在场就登记“已到”，不在就登记“未到”。`;
  }
  return '会记下你的名字和时间。';
}

function codeText({ code }: RollLine): string {
  if (code === undefined) return '';
  const shown = `，是屏幕上 ${clockOf(code.shownAtMs)} 的那个`;
  return code.others === 0 ? shown : `${shown}，另有 ${code.others} 人扫的也是它，可能是同一张照片`;
}
