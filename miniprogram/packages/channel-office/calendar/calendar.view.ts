import type { OutputOf } from '../../../../contract/action';
import type { channelCalendar } from '../../../../contract/content/channel-editing';
import type { ShownChannel } from '../../../../contract/content/channel-shapes';
import { CHANNEL_NAME } from '../../../../contract/content/channel.text';
import type { ContentChannel } from '../../../../domain/content/channel/item';
import { addDays, dayOfInstant, weekdayOf, type LocalDay } from '../../../../domain/time/local-day';
import type { Placeholder, Shown } from '../../../state/shown';
import type { Badge } from '../../../text/fit';
import { clockOf, fullDayText, WEEKDAYS } from '../../../text/when';
import { CELL_TEXT, cellBadge } from '../cell-words.view';
import { toDeskRow, type DeskRow } from '../desk-words.view';

export type Calendar = OutputOf<typeof channelCalendar>;

interface Cell {
  readonly key: string;
  readonly mark: string;
  readonly tone: string;
  readonly label: string;
}

interface PlanRow {
  readonly day: LocalDay;
  readonly text: string;
  readonly note: string;
  readonly badge: Badge;
  readonly canPlan: boolean;
}

interface DutyRow {
  readonly day: LocalDay;
  readonly text: string;
  readonly name: string;
  readonly isMine: boolean;
}

export interface CalendarContent {
  readonly kind: 'content';
  readonly title: string;
  readonly heads: readonly {
    readonly day: string;
    readonly date: string;
    readonly isToday: boolean;
  }[];
  readonly rows: readonly {
    readonly channel: ShownChannel;
    readonly name: string;
    readonly cells: readonly Cell[];
  }[];
  readonly legend: readonly {
    readonly mark: string;
    readonly tone: string;
    readonly text: string;
  }[];
  readonly gap: string;
  readonly pills: readonly {
    readonly value: ShownChannel;
    readonly text: string;
    readonly isOn: boolean;
  }[];
  readonly days: readonly PlanRow[];
  /** Who is on duty, from today on. */
  readonly duties: readonly DutyRow[];
  readonly lines: readonly DeskRow[];
  readonly mayPlan: boolean;
}

export type CalendarView = Placeholder | CalendarContent;

export const opening: CalendarView = { kind: 'loading' };
export const firstChannel: ContentChannel = 'party';
export const unknownCalendar: Shown<Calendar> = { kind: 'loading' };

export function toCalendarView(
  state: Shown<Calendar>,
  channel: ContentChannel,
  nowMs: number,
): CalendarView {
  if (state.kind !== 'known') return state;
  const { fromDay, lines, mayPlan } = state.output;
  // Of a channel that only a newer version knows nothing can be planned here.
  const rows = state.output.rows.filter((row) => row.channel !== 'newer');
  const today = dayOfInstant(nowMs);
  const days = Array.from({ length: 7 }, (_, count) => addDays(fromDay, count));
  const mine = rows.find((row) => row.channel === channel)?.days ?? [];
  return {
    kind: 'content',
    title: rangeText(fromDay, addDays(fromDay, 6)),
    heads: days.map((day) => ({
      day: day === today ? '今' : (WEEKDAYS[weekdayOf(day) - 1] ?? ''),
      date: String(Number(day.slice(8))),
      isToday: day === today,
    })),
    rows: rows.map((row) => ({
      channel: row.channel,
      name: CHANNEL_NAME[row.channel].slice(0, 2),
      cells: row.days.map(({ day, state: cell }) => ({
        key: day,
        mark: CELL_TEXT[cell].mark,
        tone: cell,
        label: `${CHANNEL_NAME[row.channel]} ${fullDayText(day, today)} ${CELL_TEXT[cell].text}`,
      })),
    })),
    legend: (['out', 'planned', 'checking', 'drafted', 'gap'] as const).map((cell) => ({
      mark: CELL_TEXT[cell].mark,
      tone: cell,
      text: CELL_TEXT[cell].text,
    })),
    gap: gapText(rows, today),
    pills: rows.map((row) => ({
      value: row.channel,
      text: CHANNEL_NAME[row.channel],
      isOn: row.channel === channel,
    })),
    days: mine
      .filter(({ day }) => day >= today)
      .map(({ day, state: cell, publishAtMs }) => ({
        day,
        text: fullDayText(day, today),
        note: publishAtMs !== null && cell === 'planned' ? `${clockOf(publishAtMs)} 刊出` : '',
        badge: cellBadge(cell),
        canPlan: mayPlan && cell !== 'out',
      })),
    duties: mine
      .filter(({ day }) => day >= today)
      .flatMap(({ day, duty }) =>
        duty === undefined
          ? []
          : [
              {
                day,
                text: fullDayText(day, today),
                name: duty.name ?? '没有人能值班',
                isMine: duty.isMine,
              },
            ],
      ),
    lines: lines
      .filter(({ state: step }) => step !== 'published')
      .map((line) => toDeskRow(line, nowMs)),
    mayPlan,
  };
}

/** '3月23日–29日'. */
function rangeText(from: LocalDay, to: LocalDay): string {
  const monthOf = (day: LocalDay) => Number(day.slice(5, 7));
  const dateOf = (day: LocalDay) => Number(day.slice(8));
  const end = monthOf(from) === monthOf(to) ? `${dateOf(to)}日` : `${monthOf(to)}月${dateOf(to)}日`;
  return `${monthOf(from)}月${dateOf(from)}日–${end}`;
}

function gapText(rows: Calendar['rows'], today: LocalDay): string {
  const gaps = rows.flatMap(({ channel, days }) =>
    days
      .filter(({ state }) => state === 'gap')
      .map(({ day }) => `${fullDayText(day, today)} ${CHANNEL_NAME[channel]}`),
  );
  return gaps.length === 0 ? '' : `${gaps.join('、')}还空着。在审的过了两道，就能排进去。`;
}
