import type { Gone, MyStudy } from '../../../../contract/study/study-shapes';
import type { WaitsFor } from '../../../api/outbox';
import { isLeaveOpen, leaveOpenText, notGrantedText } from '../../../text/my-leave';
import { SENT_TEXT } from '../../../text/offline';
import { momentText } from '../../../text/when';

export interface MyLine {
  readonly icon: 'check' | 'clock' | 'info';
  readonly title: string;
  readonly note: string;
}

/** How I stand to the study, and what I can do about it; null when it is cancelled for me. */
export function toMyLine(mine: MyStudy, nowMs: number, waitsFor?: WaitsFor): MyLine | null {
  if (mine.isCancelled) return null;
  const line =
    waitsFor !== undefined && isScan(mine) ? scanLine(mine, nowMs) : myLineOf(mine, nowMs);
  if (waitsFor === undefined) return line;
  return { ...line, title: `${line.title}（${SENT_TEXT[waitsFor]}）` };
}

/** Of a study that asked me until I left its branch; null where none did. docs/rules.md#R-362 */
export function goneLine(gone: Gone | undefined): MyLine | null {
  if (gone === undefined) return null;
  const [title, note] =
    gone === 'moved'
      ? ['你已到别的支部', '这次学习不再请你参加，不算缺席。以前参加过的记录不变。']
      : ['当时你已离开支部', '这次学习没有请你参加，不算缺席。'];
  return { icon: 'info', title, note };
}

const isScan = ({ state }: MyStudy): boolean => state === 'to-confirm';

/** Of a scan that waits in the phone: what it counts for is not known yet. */
function scanLine({ atMs }: MyStudy, nowMs: number): MyLine {
  const at = atMs === null ? '' : `${momentText(atMs, nowMs)} `;
  return { icon: 'clock', title: '已扫码', note: `${at}扫的码在手机里，不用再扫。` };
}

function myLineOf(mine: MyStudy, nowMs: number): MyLine {
  const at = mine.atMs === null ? '' : momentText(mine.atMs, nowMs);
  switch (mine.state) {
    case 'attended':
      return { icon: 'check', title: '已签到', note: at };
    case 'late':
      return { icon: 'check', title: '已签到，算迟到', note: at };
    case 'made-up':
      return { icon: 'check', title: '已补学', note: at };
    case 'to-confirm':
      return { icon: 'clock', title: '等书记确认', note: `${at} 你到了的时间已送到，确认后算数。` };
    case 'excused':
      return excuseLine(mine, nowMs);
    case 'on-duty':
      return onDutyLine(mine, nowMs);
    case 'asleep':
      return asleepLine(mine, nowMs);
    case 'absent':
      return absentLine(mine);
    case 'expected':
      return leaveLine(mine) ?? expectedLine(mine, nowMs);
    case 'newer':
      return { icon: 'info', title: '升级后查看', note: at };
  }
}

function excuseLine(mine: MyStudy, nowMs: number): MyLine {
  const { leave, excuseReason } = mine;
  const why = excuseReason === null ? '' : `原因：${excuseReason}`;
  if (isLeaveOpen(mine, nowMs)) {
    const note = [why, leaveOpenText(mine.state)].filter((part) => part !== '').join('。');
    return { icon: 'clock', title: '请假已提出，等答复', note };
  }
  if (mine.isAway === true) {
    const note = '班表里登记的，自动认定，不用请假，不算缺席。';
    return hasAhead(mine, nowMs)
      ? { icon: 'info', title: '你休假或借调在外', note: `${note}能来也可以签到。` }
      : { icon: 'info', title: '当时你休假或借调在外', note };
  }
  const answer = leave?.standing === 'granted' ? leave.answer : null;
  if (answer === null) return { icon: 'info', title: '已请假', note: why };
  return {
    icon: 'info',
    title: '已请假，批了',
    note: `${why}。${answer.byName}：${answer.reason}`,
  };
}

function absentLine({ leave, state }: MyStudy): MyLine {
  const notGranted = notGrantedText(leave, state);
  const note = '当时在场的话，请书记在点名册里更正。';
  return notGranted === ''
    ? { icon: 'info', title: '没有签到记录', note }
    : { icon: 'info', title: '请假没有批，也没有签到', note: `${notGranted}。${note}` };
}

/** Leave that does not excuse, while the person can still come. docs/rules.md#R-105 */
function leaveLine({ leave, state }: MyStudy): MyLine | undefined {
  if (leave === undefined) return undefined;
  const { standing, answer } = leave;
  if (standing === 'declined' && answer !== null) {
    const note = `${answer.byName}：${answer.reason}。能来就选一场，实在来不了找${answer.byName}说。`;
    return { icon: 'info', title: '请假没有批', note };
  }
  return standing === 'waiting'
    ? { icon: 'clock', title: '又请了假，等答复', note: leaveOpenText(state) }
    : undefined;
}

function onDutyLine(mine: MyStudy, nowMs: number): MyLine {
  return hasAhead(mine, nowMs)
    ? { icon: 'info', title: '你在岗，不用请假', note: '自动认定，不算缺席。能来也可以签到。' }
    : { icon: 'info', title: '当时你在岗', note: '自动认定，不算缺席。' };
}

/** Sleep as the rota has it, in one sitting or the other also duty. docs/rules.md#R-119 */
function asleepLine(mine: MyStudy, nowMs: number): MyLine {
  const [which, all] = mine.sittings.length > 1 ? ['几场', '都'] : ['这场', ''];
  const why = `按班表，${which}${all}在你睡觉或当班的时候，自动认定，不算缺席。`;
  return hasAhead(mine, nowMs)
    ? { icon: 'info', title: '该你睡觉，不用请假', note: `${why}能来也可以签到。` }
    : { icon: 'info', title: '当时该你睡觉', note: why };
}

function expectedLine(mine: MyStudy, nowMs: number): MyLine {
  const chosen = mine.sittings.find((sitting) => sitting.sittingId === mine.chosenSittingId);
  if (chosen === undefined) return unansweredLine(mine);
  const replied = mine.repliedAtMs === null ? '' : `${momentText(mine.repliedAtMs, nowMs)} 回复。`;
  return {
    icon: 'check',
    title: `已选${momentText(chosen.startAtMs, nowMs)} 这场`,
    note: `${replied}来不了可以请假。`,
  };
}

function unansweredLine(mine: MyStudy): MyLine {
  const rest = '也可以到时直接来签到。来不了请先请假。';
  return mine.sittings.length > 1
    ? { icon: 'info', title: '还没选场次', note: `在上面选一场，${rest}` }
    : { icon: 'info', title: '还没回复', note: `能来就点上面那一场，${rest}` };
}

export function hasAhead(mine: MyStudy, nowMs: number): boolean {
  return mine.sittings.some((sitting) => nowMs < sitting.closesAtMs);
}
