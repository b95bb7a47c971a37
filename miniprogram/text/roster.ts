import type { Change, Swap } from '../../contract/roster/roster-shapes';
import type { ShownShiftKind } from '../../contract/roster/shift';
import type { RotationPresetId } from '../../domain/shift/rotation-presets';
import { addDays, type LocalDay } from '../../domain/time/local-day';
import { shiftHours, shiftName } from './shift';
import { fullDayText } from './when';

/** A shift of a day as the roster actions answer it. */
export interface SlotLike {
  readonly label: string;
  readonly kind: ShownShiftKind;
  readonly startMinute: number;
  readonly durationMinutes: number;
}

export const CHANGE_TEXT: Readonly<Record<Change['kind'], string>> = {
  swap: '换班',
  leave: '请假',
  training: '培训',
  'on-loan': '借调',
  'changed-hours': '改上班时间',
  newer: '其他变动',
};

/** The one character that stands beside a date. */
export const CHANGE_MARK: Readonly<Record<Change['kind'], string>> = {
  swap: '换',
  leave: '假',
  training: '训',
  'on-loan': '借',
  'changed-hours': '改',
  newer: '变',
};

export const LEAVE_TEXT: Readonly<Record<'annual' | 'sick' | 'personal' | 'other', string>> = {
  annual: '年休假',
  sick: '病假',
  personal: '事假',
  other: '其他假',
};

export const SWAP_STATE_TEXT: Readonly<Record<Swap['state'], string>> = {
  proposed: '等答复',
  agreed: '已换',
  declined: '没换成',
  withdrawn: '已撤回',
  newer: '升级后查看',
};

/** '刘洋想和你换班', to one of the two. */
export function swapTitle(
  { state, proposerName, partnerName }: Pick<Swap, 'state' | 'proposerName' | 'partnerName'>,
  isProposer: boolean,
): string {
  const other = isProposer ? partnerName : proposerName;
  if (state === 'agreed') return `你和${other}换班`;
  return isProposer ? `你想和${other}换班` : `${other}想和你换班`;
}

export const PRESET_TEXT: Readonly<Record<RotationPresetId, string>> = {
  'five-crews-four-shifts': '五值四倒',
  'five-crews-three-shifts-study': '五值三倒带学习班',
  'four-crews-three-shifts': '四值三倒',
  'five-crews-three-shifts': '五值三倒',
  'four-crews-two-shifts': '四值两倒',
  'three-crews-two-shifts': '三值两倒',
  'panama-days': '二二三倒（白班）',
  'panama-nights': '二二三倒（夜班）',
  dupont: '四周大倒',
  'day-workers': '长白班',
};

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** '五', '十二': 1 to 99 as people write small numbers. */
export function numberText(value: number): string {
  const tens = Math.floor(value / 10);
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十`;
  return `${ten}${DIGITS[value % 10] ?? ''}`;
}

const isWorked = ({ durationMinutes }: SlotLike): boolean => durationMinutes > 0;

/** '早班 08:00–14:00', '休息'; of several shifts both. */
export function slotsText(slots: readonly SlotLike[]): string {
  if (slots.length === 0) return '不上班';
  return slots
    .map((slot) => (isWorked(slot) ? `${shiftName(slot)} ${slotHours(slot)}` : shiftName(slot)))
    .join('，');
}

/** '上早班', '休息': what somebody does on a day. */
export function workText(slots: readonly SlotLike[]): string {
  return slots.some(isWorked) ? `上${slotNames(slots)}` : '休息';
}

/** What somebody changes to: '早班 08:00–14:00', '休息'. */
export const restOrSlots = (slots: readonly SlotLike[]): string =>
  slots.length === 0 ? '休息' : slotsText(slots);

/** '你换成早班 08:00–14:00，周航上中班'; '' where that was not kept. */
export function takeText(swap: Swap, day: LocalDay, isProposer: boolean): string {
  const take = swap.takes.find((each) => each.day === day);
  if (take === undefined) return '';
  const [mine, theirs] = isProposer ? [take.proposer, take.partner] : [take.partner, take.proposer];
  const other = isProposer ? swap.partnerName : swap.proposerName;
  return `你换成${restOrSlots(mine)}，${other}${workText(theirs)}`;
}

/** '08:00–14:00'. */
export function slotHours({ startMinute, durationMinutes }: SlotLike): string {
  return shiftHours(startMinute, startMinute + durationMinutes);
}

/** '早班', '休息'; of several shifts both. */
export function slotNames(slots: readonly SlotLike[]): string {
  return slots.length === 0 ? '不上班' : slots.map(shiftName).join('、');
}

/** '周二 3月24日', or '周二 3月24日到周四 3月26日' for [fromDay, toDay). */
export function daysText(fromDay: LocalDay, toDay: LocalDay, today: LocalDay): string {
  const last = addDays(toDay, -1);
  const first = fullDayText(fromDay, today);
  return last <= fromDay ? first : `${first}到${fullDayText(last, today)}`;
}
