import type { MyStudy } from '../../../contract/study/study-shapes';
import type { OutputOf } from '../../../contract/action';
import type { myStudies } from '../../../contract/study/mine';
import { dayOfInstant, monthOf, MS_PER_DAY } from '../../../domain/time/local-day';
import { asAnswered, type KeptReplies } from './as-answered';
import { isToCome, openSitting, sittingThatMatters, type MySitting } from './my-sitting';
import { myBadge } from '../../text/badges';
import { chipOf, fitBadge, type Badge, type Chip } from '../../text/fit';
import type { Kept } from '../../api/outbox';
import type { Shown, Placeholder } from '../../state/shown';
import { offlineText } from '../../text/offline';
import { STUDY_KIND_TEXT } from '../../../contract/study/study-kinds.text';
import { isLeaveOpen, leaveOpenText, notGrantedText } from '../../text/my-leave';
import { bareTopic } from '../../text/study';
import { EARLIER_MONTH_TEXT, lengthText, momentText, monthText, spanText } from '../../text/when';

export interface StudyCard {
  readonly studyId: string;
  readonly kind: string;
  readonly topic: string;
  readonly badge: Badge;
  readonly when: string;
  readonly place: string;
  /** How the sitting meets my day; null once it no longer matters. */
  readonly fit: Badge | null;
  readonly chip: Chip | null;
  readonly note: string;
  /** The sitting whose check-in is open for me right now; '' when there is none. */
  readonly openSittingId: string;
}

/** Cards of what is open, in the order in which they come; what can be entered now stands first. */
export function openCards(reply: OutputOf<typeof myStudies>): readonly StudyCard[] {
  return [...reply.studies]
    .sort((a, b) => urgency(a, reply.nowMs) - urgency(b, reply.nowMs))
    .map((mine) => toCard(mine, reply.nowMs));
}

/** Cards of a month that is over, newest first; what can be made up stands above, among what is open. */
export function pastCards(reply: OutputOf<typeof myStudies>): readonly StudyCard[] {
  return reply.studies
    .filter((mine) => makeUpBadge(mine, reply.nowMs) === undefined)
    .sort((a, b) => lastEndAtMs(b) - lastEndAtMs(a))
    .map((mine) => ({
      ...toCard(mine, reply.nowMs),
      fit: null,
      note: pastNote(mine, reply.nowMs),
    }));
}

/** The newest month there can be past studies of. */
export function currentMonth(nowMs: number): string {
  return monthOf(dayOfInstant(nowMs));
}

export interface OpenContent {
  readonly kind: 'content';
  readonly cards: readonly StudyCard[];
  readonly offline: string;
}

export function toOpenView(
  state: Shown<OutputOf<typeof myStudies>>,
  replies: KeptReplies,
  kept: Kept,
  nowMs: number,
): Placeholder | OpenContent {
  if (state.kind !== 'known') return state;
  const studies = state.output.studies.map((mine) => asAnswered(mine, replies, nowMs));
  return {
    kind: 'content',
    cards: openCards({ studies, nowMs }),
    offline: offlineText(state.asOfAtMs, nowMs, kept),
  };
}

export interface PastContent {
  readonly kind: 'content';
  readonly cards: readonly StudyCard[];
}

/** The month's list under its picker; a guest has been told already what to do. */
export function toPastView(
  state: Shown<OutputOf<typeof myStudies>>,
  month: string,
  nowMs: number,
): Placeholder | PastContent {
  if (state.kind !== 'known') return state;
  const cards = pastCards({ ...state.output, nowMs });
  return cards.length > 0
    ? { kind: 'content', cards }
    : {
        kind: 'empty',
        text: `${monthText(month, dayOfInstant(nowMs))}没有结束的学习。`,
        action: EARLIER_MONTH_TEXT,
      };
}

function toCard(mine: MyStudy, nowMs: number): StudyCard {
  const sitting = sittingThatMatters(mine, nowMs);
  const open = openSitting(mine, nowMs);
  const isAhead = sitting !== undefined && nowMs < sitting.closesAtMs;
  const asksFit = isAhead && !mine.isCancelled && isToCome(mine);
  return {
    studyId: mine.studyId,
    kind: `${STUDY_KIND_TEXT[mine.kind]} · 约 ${lengthText(mine.minutes)}`,
    topic: bareTopic(mine),
    badge: makeUpBadge(mine, nowMs) ?? myBadge(mine, nowMs),
    when: sitting === undefined ? '' : spanText(sitting.startAtMs, sitting.endAtMs, nowMs),
    place: sitting?.place ?? '',
    fit: asksFit ? fitBadge(sitting, mine.sittings.length > 1) : null,
    chip: chipOf(sitting?.shift ?? null),
    note: openNote(mine, sitting, nowMs),
    openSittingId: open !== undefined && isCalledTo(mine, open) ? open.sittingId : '',
  };
}

/** While it can be made up; the last day says so. */
function makeUpBadge({ makeUp }: MyStudy, nowMs: number): Badge | undefined {
  if (makeUp?.doneAtMs !== null || makeUp.untilAtMs <= nowMs) return undefined;
  const days = Math.ceil((makeUp.untilAtMs - nowMs) / MS_PER_DAY);
  return { text: `补学 ${days} 天内`, tone: 'warn' };
}

/** Who asked for leave, stands on duty or chose another sitting may come, but is not asked to. */
function isCalledTo(mine: MyStudy, { fit, sittingId }: MySitting): boolean {
  if (mine.state !== 'expected') return false;
  return mine.chosenSittingId === null ? fit !== 'on-duty' : sittingId === mine.chosenSittingId;
}

function openNote(mine: MyStudy, sitting: MySitting | undefined, nowMs: number): string {
  if (mine.isCancelled || mine.makeUp !== undefined) return pastNote(mine, nowMs);
  if (sitting === undefined || !isToCome(mine)) return pastNote(mine, nowMs);
  const notGranted = notGrantedText(mine.leave, mine.state);
  if (notGranted !== '') return notGranted;
  if (isLeaveOpen(mine, nowMs)) return leaveOpenText(mine.state);
  if (mine.chosenSittingId === sitting.sittingId) return '你选了这场';
  return mine.sittings.length > 1 ? `共 ${mine.sittings.length} 场，任选一场` : '';
}

function pastNote(mine: MyStudy, nowMs: number): string {
  if (mine.isCancelled) return mine.cancelReason === null ? '' : `原因：${mine.cancelReason}`;
  const notGranted = notGrantedText(mine.leave, mine.state);
  if (notGranted !== '') return notGranted;
  if (mine.state === 'excused') return mine.excuseReason ?? '';
  return mine.atMs === null ? '' : `${momentText(mine.atMs, nowMs)} 签到`;
}

/** What is open now comes before everything, what I am in or what was cancelled comes last. */
function urgency(mine: MyStudy, nowMs: number): number {
  if (openSitting(mine, nowMs) !== undefined) return 0;
  const startAtMs = sittingThatMatters(mine, nowMs)?.startAtMs ?? 0;
  const isDone = mine.isCancelled || !isToCome(mine);
  return isDone ? Number.MAX_SAFE_INTEGER / 2 + startAtMs : startAtMs;
}

function lastEndAtMs(mine: MyStudy): number {
  return Math.max(0, ...mine.sittings.map((sitting) => sitting.endAtMs));
}

export const unknownStudies: Shown<OutputOf<typeof myStudies>> = { kind: 'loading' };
export const opening: Placeholder | OpenContent = { kind: 'loading' };
export const openingPast: Placeholder | PastContent = { kind: 'loading' };
