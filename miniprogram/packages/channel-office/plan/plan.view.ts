import type { OutputOf } from '../../../../contract/action';
import type { channelCalendar } from '../../../../contract/content/channel-editing';
import { CHANNEL_NAME } from '../../../../contract/content/channel.text';
import { DESKS } from '../../../../domain/content/channel/desks';
import { ISSUE_LIMITS, type ContentChannel } from '../../../../domain/content/channel/item';
import { dayOfInstant, minuteOfInstant, type LocalDay } from '../../../../domain/time/local-day';
import type { Placeholder, Shown } from '../../../state/shown';
import { fullDayText, pickerClock } from '../../../text/when';

export type Calendar = OutputOf<typeof channelCalendar>;

export interface PlanContent {
  readonly kind: 'content';
  readonly title: string;
  readonly note: string;
  readonly rows: readonly {
    readonly itemId: string;
    readonly title: string;
    readonly note: string;
    /** Where it stands in the issue, from 1; '' when it does not. */
    readonly place: string;
    /** It is told before shifts. */
    readonly isForShift: boolean;
  }[];
  readonly nothing: string;
}

export type PlanView = Placeholder | PlanContent;

export const opening: PlanView = { kind: 'loading' };
export const firstChannel: ContentChannel = 'party';
export const unknownCalendar: Shown<Calendar> = { kind: 'loading' };

/** What stands in the issue as it is stored, in its order, its hour, and its revision. */
export function storedPlan({ rows, lines }: Calendar, channel: ContentChannel, day: LocalDay) {
  const cell = rows.find((row) => row.channel === channel)?.days.find((each) => each.day === day);
  const atMs = cell?.publishAtMs ?? null;
  return {
    itemIds: lines
      .filter((line) => line.channel === channel && line.issueDay === day)
      .map(({ itemId }) => itemId),
    shiftItemId:
      lines.find(
        (line) => line.channel === channel && line.issueDay === day && line.isForShift === true,
      )?.itemId ?? null,
    minute: atMs === null ? DESKS[channel].issueMinute : minuteOfInstant(atMs),
    revision: cell?.revision ?? 0,
  };
}

/**
 * @param chosen in the order of the issue
 * @param shiftItemId which of them is told before shifts; null: none
 */
export function toPlanView(
  state: Shown<Calendar>,
  channel: ContentChannel,
  day: LocalDay,
  chosen: readonly string[],
  shiftItemId: string | null,
  nowMs: number,
): PlanView {
  if (state.kind !== 'known') return state;
  const today = dayOfInstant(nowMs);
  const rows = state.output.lines
    .filter(
      (line) =>
        line.channel === channel &&
        line.state === 'ready' &&
        (line.issueDay === null || line.issueDay === day),
    )
    .map((line) => {
      const place = chosen.indexOf(line.itemId);
      const meant = line.forDay === null ? '' : ` · 想刊在${fullDayText(line.forDay, today)}`;
      return {
        itemId: line.itemId,
        title: line.title,
        note: `${line.authorName}，${line.branchName}${meant}`,
        place: place === -1 ? '' : String(place + 1),
        isForShift: line.itemId === shiftItemId,
      };
    });
  return {
    kind: 'content',
    title: `${CHANNEL_NAME[channel]} ${fullDayText(day, today)}`,
    note: `点一下选上，先点的排前面，最多 ${ISSUE_LIMITS.items} 条`,
    rows,
    nothing: rows.length > 0 ? '' : '还没有定稿的。两道都审过了，就出现在这里。',
  };
}

export const clockText = pickerClock;
export const SAVED_TEXT = '排好了';
export const FULL_TEXT = `一期最多 ${ISSUE_LIMITS.items} 条，先去掉一条。`;
