import type { OutputOf } from '../../../contract/action';
import { DAYS_ON_TODAY } from '../../../contract/limits';
import type { ShownShiftKind, ShiftOfDay } from '../../../contract/roster/shift';
import type { today } from '../../../contract/today';
import type { MyStudy } from '../../../contract/study/study-shapes';
import {
  addDays,
  dayOfInstant,
  instantOf,
  weekdayOf,
  type LocalDay,
} from '../../../domain/time/local-day';
import type { Kept } from '../../api/outbox';
import type { Shown, Placeholder } from '../../state/shown';
import { offlineText } from '../../text/offline';
import { shiftCharacter, shiftHours, shiftName } from '../../text/shift';
import { isWithin, justAfter, quietText } from '../../text/shift-sense';
import { myStateText, studyTitle } from '../../text/study';
import { fullDayText, momentText, WEEKDAYS } from '../../text/when';
import { asAnswered, type KeptReplies } from '../studies/as-answered';
import { asksOf, sittingOf, type Ask } from './asks.view';

export interface StripDay {
  readonly day: LocalDay;
  /** Over the first week only. */
  readonly weekday: string;
  readonly date: string;
  readonly kind: ShownShiftKind | '';
  readonly character: string;
  readonly isToday: boolean;
  /** '' when there is nothing to open. */
  readonly studyId: string;
  readonly label: string;
}

export interface ComingRow {
  readonly studyId: string;
  readonly kind: ShownShiftKind | '';
  readonly character: string;
  readonly title: string;
  readonly note: string;
}

export interface TodayContent {
  readonly kind: 'content';
  readonly title: string;
  readonly shiftLine: string;
  readonly quiet: string;
  readonly days: readonly StripDay[];
  readonly hasDots: boolean;
  readonly asks: readonly Ask[];
  readonly asksNote: string;
  readonly coming: readonly ComingRow[];
  readonly offline: string;
}

export interface Welcome {
  readonly kind: 'welcome';
  readonly days: readonly StripDay[];
}

export type TodayView = Exclude<Placeholder, { kind: 'guest' | 'empty' }> | Welcome | TodayContent;

export const opening: TodayView = { kind: 'loading' };

export type Today = OutputOf<typeof today>;

export const unknownToday: Shown<Today> = { kind: 'loading' };

const MAX_ASKS = 3;
const MAX_COMING = 5;

/**
 * @param replies that wait in the phone: what was answered already is not asked again
 * @param handedIn pages of which the same is true
 */
export function toView(
  state: Shown<Today>,
  replies: KeptReplies,
  kept: Kept,
  nowMs: number,
  handedIn: ReadonlySet<string> = new Set(),
): TodayView {
  if (state.kind === 'guest') return { kind: 'welcome', days: sampleStrip(nowMs) };
  if (state.kind !== 'known') return state;
  const { crewName, days, quiet, toAnswer } = state.output;
  const today = dayOfInstant(nowMs);
  const studies = state.output.studies.map((study) => asAnswered(study, replies, nowMs));
  const messages = (toAnswer ?? []).filter(({ page }) => !handedIn.has(page));
  const asks = asksOf(studies, messages, days, nowMs);
  const strip = stripOf(days, studies, today, nowMs);
  return {
    kind: 'content',
    title: fullDayText(today, today),
    shiftLine: shiftLine(crewName, days, nowMs),
    quiet: quiet !== null && quiet.untilAtMs > nowMs ? quietText(quiet, nowMs) : '',
    days: strip,
    hasDots: strip.some(({ studyId }) => studyId !== ''),
    asks: asks.slice(0, MAX_ASKS),
    asksNote: asksNote(asks.length),
    coming: comingOf(studies, days, nowMs),
    offline: offlineText(state.asOfAtMs, nowMs, kept),
  };
}

/** '二值 · 后夜班 02:00–08:00，已下班': the shift that runs, else what the day is. docs/rules.md#R-86 */
function shiftLine(crewName: string | null, days: readonly ShiftOfDay[], nowMs: number): string {
  const shift =
    days.find((each) => isWithin(each, nowMs)) ??
    days.find(({ day }) => day === dayOfInstant(nowMs));
  const parts = [crewName ?? '', shift === undefined ? '' : dutyText(shift, nowMs)];
  return parts.filter((part) => part !== '').join(' · ') || '还没有你的班表';
}

function dutyText(shift: ShiftOfDay, nowMs: number): string {
  const { day, startMinute, endMinute } = shift;
  if (startMinute === null || endMinute === null) {
    return `今天${shiftName(shift)}`;
  }
  const hours = `${shiftName(shift)} ${shiftHours(startMinute, endMinute)}`;
  if (nowMs < instantOf(day, startMinute)) return hours;
  return nowMs < instantOf(day, endMinute) ? `${hours}，在岗` : `${hours}，已下班`;
}

function stripOf(
  shifts: readonly ShiftOfDay[],
  studies: readonly MyStudy[],
  today: LocalDay,
  nowMs: number,
): readonly StripDay[] {
  return Array.from({ length: DAYS_ON_TODAY }, (_, index) => {
    const day = addDays(today, index);
    const shift = shifts.find((candidate) => candidate.day === day);
    const study = studies.find((candidate) => isOn(candidate, day, nowMs));
    return stripDay(day, index, shift, study?.studyId ?? '');
  });
}

function stripDay(
  day: LocalDay,
  index: number,
  shift: ShiftOfDay | undefined,
  studyId: string,
): StripDay {
  const name = shift === undefined ? '没有班表' : shiftName(shift);
  return {
    day,
    weekday: index === 0 ? '今' : index < 7 ? (WEEKDAYS[weekdayOf(day) - 1] ?? '') : '',
    date: String(Number(day.slice(8))),
    kind: shift?.kind ?? '',
    character: shift === undefined ? '–' : shiftCharacter(shift),
    isToday: index === 0,
    studyId,
    label: `${fullDayText(day, day)}，${name}${studyId === '' ? '' : '，有学习'}`,
  };
}

function isOn(study: MyStudy, day: LocalDay, nowMs: number): boolean {
  if (study.isCancelled || study.state === 'excused') return false;
  const sitting = sittingOf(study, nowMs);
  return sitting !== undefined && dayOfInstant(sitting.startAtMs) === day;
}

/** The name of the list to which it leads, and how many are not shown here. */
function asksNote(count: number): string {
  const left = count - MAX_ASKS;
  return left > 0 ? `等我办的，还有 ${left} 件` : '等我办的';
}

function comingOf(
  studies: readonly MyStudy[],
  days: readonly ShiftOfDay[],
  nowMs: number,
): readonly ComingRow[] {
  return studies
    .map((study) => ({ study, sitting: sittingOf(study, nowMs) }))
    .flatMap(({ study, sitting }) => (sitting === undefined ? [] : [{ study, sitting }]))
    .sort((a, b) => a.sitting.startAtMs - b.sitting.startAtMs)
    .slice(0, MAX_COMING)
    .map(({ study, sitting }) => ({
      studyId: study.studyId,
      kind: sitting.shift?.kind ?? '',
      character: sitting.shift === null ? '–' : shiftCharacter(sitting.shift),
      title: studyTitle(study),
      note: `${momentText(sitting.startAtMs, nowMs)} · ${comingNote(study, sitting, days)}`,
    }));
}

function comingNote(
  study: MyStudy,
  sitting: NonNullable<ReturnType<typeof sittingOf>>,
  days: readonly ShiftOfDay[],
): string {
  if (study.isCancelled) return '已取消';
  if (study.leave?.standing === 'waiting') return '请假等答复';
  if (study.state === 'excused') return `你${myStateText(study)}`;
  if (study.state === 'attended' || study.state === 'late') return '已签到';
  if (study.state === 'to-confirm') return '已扫码，待确认';
  if (sitting.fit === 'on-duty') return '你在岗，不算缺席';
  if (study.state === 'asleep') return '你在睡觉，不算缺席';
  if (study.chosenSittingId !== null) return `${sitting.place} · 你会来`;
  const sense = justAfter(days, sitting.startAtMs);
  return sense === '' ? sitting.place : sense;
}

/** What a guest is shown of the strip: the five-crew pattern, from today on. */
function sampleStrip(nowMs: number): readonly StripDay[] {
  const pattern = [
    { label: 'back-night', kind: 'night' },
    { label: 'rest', kind: 'rest' },
    { label: 'front-night', kind: 'evening' },
    { label: 'middle', kind: 'evening' },
    { label: 'early', kind: 'day' },
  ] as const;
  const today = dayOfInstant(nowMs);
  return Array.from({ length: DAYS_ON_TODAY }, (_, index) => {
    const slot = pattern[index % pattern.length] ?? pattern[0];
    const shift = { ...slot, startMinute: null, endMinute: null, override: null };
    const day = addDays(today, index);
    return stripDay(day, index, { ...shift, day }, '');
  });
}
