import type { OutputOf } from '../../../../contract/action';
import type { presenterCodes, roll, RollLine } from '../../../../contract/study/register';
import type { Study } from '../../../../contract/study/study-shapes';
import { SLOT_MS } from '../../../../domain/study/check-in-code';
import type { Failure, FailureCode } from '../../../api/client';
import { slotAt, type Slot } from '../../../components/rotating-code/slot-clock';
import { countStates } from '../roll/roll-counts';
import type { Question } from '../../../state/confirmed';
import { instead, type Placeholder } from '../../../state/shown';
import { errorText, type ErrorTexts } from '../../../text/errors';
import { CODE_CHANGES_TEXT } from '../../../text/attendance';
import { ROLL_STATE_TEXT } from '../../../text/study';
import { after, momentText, nearText } from '../../../text/when';

export interface CodesHead {
  readonly topic: string;
  readonly line: string;
  /** Before check-in opens: from when the code is accepted. */
  readonly early: string;
  /** Under the code. */
  readonly hint: string;
}

export interface CountView {
  readonly inCount: number;
  readonly expected: number;
  readonly percent: number;
  readonly latest: string;
  readonly others: string;
}

export function toCodesHead(reply: OutputOf<typeof presenterCodes>, nowMs: number): CodesHead {
  const opens = momentText(reply.opensAtMs, nowMs);
  return {
    topic: reply.topic,
    line: `${momentText(reply.startAtMs, nowMs)} · ${reply.place}`,
    early: nowMs < reply.opensAtMs ? `${opens} 起才收签到` : '',
    hint: `${CODE_CHANGES_TEXT}，旧截图无效。屏幕不会熄。`,
  };
}

export type CodesView = Placeholder | ({ readonly kind: 'content' } & CodesHead);

/** How many are in of how many, who came last, and who need not come. */
export function toCountView(reply: OutputOf<typeof roll>): CountView {
  const counts = countStates(reply.lines);
  const inCount = counts.attended + counts.late;
  const expected = reply.lines.length;
  const others = [
    counts['on-duty'] > 0 ? `在岗 ${counts['on-duty']}` : '',
    counts.asleep > 0 ? `${ROLL_STATE_TEXT.asleep} ${counts.asleep}` : '',
    counts.excused > 0 ? `请假 ${counts.excused}` : '',
    counts['to-confirm'] > 0 ? `待确认 ${counts['to-confirm']}` : '',
    counts.newer > 0 ? `${ROLL_STATE_TEXT.newer} ${counts.newer}` : '',
  ];
  return {
    inCount,
    expected,
    percent: expected === 0 ? 0 : Math.round((inCount * 1000) / expected) / 10,
    latest: latestName(reply),
    others: others.filter((text) => text !== '').join(' · '),
  };
}

/** When check-in of the sitting on the screen opens and ends, as its codes were handed out. */
export interface Window {
  readonly opensAtMs: number;
  readonly closesAtMs: number;
}

/** Whether somebody else closed, moved or cancelled meanwhile what these codes are of. */
export function isOutdated(study: Study, sittingId: string, shown: Window): boolean {
  const sitting = study.sittings.find((each) => each.sittingId === sittingId);
  return (
    study.state === 'cancelled' ||
    sitting === undefined ||
    sitting.closedAtMs !== null ||
    sitting.opensAtMs !== shown.opensAtMs ||
    sitting.closesAtMs !== shown.closesAtMs
  );
}

/** So long after coming in somebody still came just now. */
const JUST_NOW_MS = 60_000;

function latestName(reply: OutputOf<typeof roll>): string {
  const present = reply.lines.filter((line) => line.state === 'attended' || line.state === 'late');
  const latest = present.reduce<RollLine | undefined>(
    (last, line) => ((line.atMs ?? 0) > (last?.atMs ?? 0) ? line : last),
    undefined,
  );
  if (latest === undefined) return '';
  const isJustNow = reply.nowMs - (latest.atMs ?? 0) < JUST_NOW_MS;
  return `${isJustNow ? '刚刚' : '最近'}：${latest.name}`;
}

/** Whether codes have to be fetched: not when those that are kept last until the sitting closes. */
export function needsMore(slots: readonly Slot[], closesAtMs: number, nowMs: number): boolean {
  const last = slots.at(-1);
  if (last === undefined || slotAt(slots, nowMs) === undefined) return true;
  return last.startAtMs + SLOT_MS < closesAtMs;
}

const POLL_MS = 4_000;
const SLOWEST_POLL_MS = 60_000;

/**
 * Milliseconds until the roll is asked for again: every 4 s while people can come in, twice as long
 * after each failure; once a minute while nobody can, because each question costs a call.
 */
export function nextPollMs(isOpen: boolean, failuresInARow: number): number {
  return isOpen ? Math.min(SLOWEST_POLL_MS, POLL_MS * 2 ** failuresInARow) : SLOWEST_POLL_MS;
}

const presenterTexts = (nowMs: number): ErrorTexts<typeof presenterCodes> => ({
  closed: (detail) =>
    `${after('这场签到已在', nearText(Number(detail['closedAtMs']), nowMs))} 截止。还有人要记的话，到点名册里登记或更正。`,
  'study-cancelled': '这次学习已取消，不再签到。',
});

/** What is over is not offered to be tried again: the roll, below, is the way on. */
export function refusedView(
  failure: Failure<FailureCode<typeof presenterCodes>>,
  nowMs: number,
): Placeholder {
  const text = errorText(failure, presenterTexts(nowMs));
  const isOver = failure.code === 'closed' || failure.code === 'study-cancelled';
  return isOver ? { kind: 'empty', text } : instead(failure, text);
}

/**
 * What ending does, before it is done: it cannot be taken back.
 * @param reply the roll as last heard; undefined before that
 */
export function closeQuestion(
  reply: OutputOf<typeof roll> | undefined,
  sittingId: string,
  nowMs: number,
): Question {
  const facts =
    reply === undefined ? '结束后不能再打开签到。' : closingFacts(reply, sittingId, nowMs);
  return {
    title: '现在结束签到？',
    content: `${facts}之后到的人，只能在点名册里写明原因补上。`,
    confirmBtn: '结束签到',
    cancelBtn: '先不',
  };
}

function closingFacts(
  { study, lines }: OutputOf<typeof roll>,
  sittingId: string,
  nowMs: number,
): string {
  const sitting = study.sittings.find((each) => each.sittingId === sittingId);
  const isEarly = sitting !== undefined && nowMs < sitting.startAtMs;
  const early = isEarly ? `${momentText(sitting.startAtMs, nowMs)} 才开始。` : '';
  const missing = countStates(lines).expected;
  if (missing === 0) return `${early}没有人还没签到。结束后不能再打开签到。`;
  const others = study.sittings.filter(
    (each) => each.sittingId !== sittingId && each.closedAtMs === null && nowMs < each.closesAtMs,
  );
  return others.length === 0
    ? `${early}结束后未签到的 ${missing} 人记缺席，不能再打开签到。`
    : `${early}结束后不能再打开签到。未签到的 ${missing} 人还可以去另外 ${others.length} 场。`;
}

export const opening: CodesView = { kind: 'loading' };
