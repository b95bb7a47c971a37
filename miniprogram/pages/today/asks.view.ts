import type { MessageToAnswer } from '../../../contract/notice/today';
import type { ShiftOfDay } from '../../../contract/roster/shift';
import type { MyStudy } from '../../../contract/study/study-shapes';
import { addDays, dayOfInstant, instantOf } from '../../../domain/time/local-day';
import { bestFitting } from '../../../domain/study/sitting-of-member';
import { fitBadge, type Badge } from '../../text/fit';
import { shiftSense } from '../../text/shift-sense';
import { STUDY_KIND_TEXT } from '../../../contract/study/study-kinds.text';
import { bareTopic } from '../../text/study';
import { limitText, momentText, nearText, spanText } from '../../text/when';
import { sittingThatMatters, type MySitting } from '../studies/my-sitting';

/** One thing asked of the person: what, by when in their days, and what follows from doing nothing. */
export interface Ask {
  readonly key: string;
  /** '' unless it is a study that asks. */
  readonly studyId: string;
  readonly sittingId: string;
  readonly kindText: string;
  readonly badge: Badge | null;
  readonly topic: string;
  readonly where: string;
  /** The deadline, and what is to be done by then. */
  readonly due: string;
  readonly dueAct: string;
  readonly otherwise: string;
  /** Where there is more to see of it. */
  readonly page: string;
  readonly act: 'check-in' | 'come' | 'open';
  readonly actText: string;
  /** '' when there is no second way. */
  readonly otherText: string;
  readonly dueAtMs: number;
}

/** Everything that is asked now, most urgent first: open check-ins, then answers by their limit. */
export function asksOf(
  studies: readonly MyStudy[],
  messages: readonly MessageToAnswer[],
  days: readonly ShiftOfDay[],
  nowMs: number,
): readonly Ask[] {
  return [
    ...studies.map((study) => checkInAsk(study, nowMs) ?? replyAsk(study, days, nowMs)),
    ...messages.map((message) => messageAsk(message, nowMs)),
  ]
    .filter((ask) => ask !== undefined)
    .sort((a, b) => rank(a) - rank(b) || a.dueAtMs - b.dueAtMs);
}

/** The sitting that concerns the person, until it closes. */
export function sittingOf(study: MyStudy, nowMs: number): MySitting | undefined {
  const sitting = sittingThatMatters(study, nowMs);
  return sitting !== undefined && nowMs < sitting.closesAtMs ? sitting : undefined;
}

function checkInAsk(study: MyStudy, nowMs: number): Ask | undefined {
  if (study.isCancelled || study.state !== 'expected') return undefined;
  const sitting = study.sittings.find(
    (candidate) => isOpen(candidate, nowMs) && isAskedTo(study, candidate, nowMs),
  );
  if (sitting === undefined) return undefined;
  const isLate = nowMs >= sitting.lateAfterAtMs;
  const dueAtMs = isLate ? sitting.closesAtMs : sitting.lateAfterAtMs;
  return {
    ...partOf(study, sitting, nowMs),
    badge: isLate ? { text: '已开始', tone: 'warn' } : { text: '正在签到', tone: 'ok' },
    due: `${nearText(dueAtMs, nowMs)} 前`,
    dueAct: isLate ? '签到，记为迟到' : '签到算准时',
    otherwise: withoutCheckIn(study, sitting, nowMs),
    act: 'check-in',
    actText: '签到',
    otherText: '',
    dueAtMs,
  };
}

/** Nobody is called out of bed while another sitting is ahead that meets them awake. */
function isAskedTo(study: MyStudy, { sittingId, fit }: MySitting, nowMs: number): boolean {
  if (study.chosenSittingId !== null) return sittingId === study.chosenSittingId;
  if (fit === 'asleep' || fit === 'after-night') {
    return sittingOf(study, nowMs)?.sittingId === sittingId;
  }
  return fit !== 'on-duty';
}

function withoutCheckIn({ sittings }: MyStudy, open: MySitting, nowMs: number): string {
  const another = bestFitting(
    sittings.filter(
      (sitting) => sitting !== open && sitting.startAtMs > nowMs && sitting.fit !== 'on-duty',
    ),
  );
  return another === undefined
    ? '没签到先记为未参加，有原因可请书记更正。'
    : `没赶上这场，还可以去${momentText(another.startAtMs, nowMs)} 的那场。`;
}

function replyAsk(study: MyStudy, days: readonly ShiftOfDay[], nowMs: number): Ask | undefined {
  const isAnswered =
    study.chosenSittingId !== null ||
    study.state !== 'expected' ||
    study.leave?.standing === 'waiting';
  if (study.isCancelled || isAnswered) return undefined;
  const sitting = sittingOf(study, nowMs);
  if (sitting === undefined || sitting.startAtMs <= nowMs || sitting.fit === 'on-duty') {
    return undefined;
  }
  const sense = shiftSense(days, sitting.startAtMs);
  const hasOthers = study.sittings.some(
    ({ sittingId, startAtMs }) => sittingId !== sitting.sittingId && startAtMs > nowMs,
  );
  return {
    ...partOf(study, sitting, nowMs),
    badge: fitBadge(sitting),
    due: limitText(sitting.startAtMs, nowMs),
    dueAct: '回复',
    otherwise: `${sense === '' ? '' : `${sense}。`}不回复按不来安排，到时也可以来签到。`,
    act: 'come',
    actText: '我参加',
    otherText: hasOthers ? '换一场' : '来不了',
    dueAtMs: sitting.startAtMs,
  };
}

function messageAsk(message: MessageToAnswer, nowMs: number): Ask | undefined {
  const { messageId, title, body, page, untilAtMs, afterwards, otherwise, act = '答复' } = message;
  const isPast = untilAtMs <= nowMs;
  if (isPast && !afterwards) return undefined;
  return {
    key: messageId,
    studyId: '',
    sittingId: '',
    kindText: `请你${act}`,
    badge: null,
    topic: title,
    where: body ?? '',
    due: isPast ? (afterwards ?? '') : limitText(untilAtMs, nowMs),
    dueAct: isPast ? '' : act,
    otherwise,
    page,
    act: 'open',
    actText: `去${act}`,
    otherText: '',
    // Behind what can still be done in time today. docs/rules.md#R-331
    dueAtMs: isPast ? instantOf(addDays(dayOfInstant(nowMs), 1), 0) : untilAtMs,
  };
}

function partOf(study: MyStudy, sitting: MySitting, nowMs: number) {
  return {
    key: study.studyId,
    page: `packages/study/detail/detail?studyId=${study.studyId}`,
    studyId: study.studyId,
    sittingId: sitting.sittingId,
    kindText: STUDY_KIND_TEXT[study.kind],
    topic: bareTopic(study),
    where: `${spanText(sitting.startAtMs, sitting.endAtMs, nowMs)} · ${sitting.place}`,
  };
}

function isOpen({ opensAtMs, closesAtMs }: MySitting, nowMs: number): boolean {
  return opensAtMs <= nowMs && nowMs < closesAtMs;
}

function rank({ act }: Ask): number {
  return act === 'check-in' ? 0 : 1;
}
