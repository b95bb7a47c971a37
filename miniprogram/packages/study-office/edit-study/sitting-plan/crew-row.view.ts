import type { CrewAtSitting, ShownHindrance } from '../../../../../contract/study/planning';
import { dayOfInstant, instantOf, MS_PER_MINUTE } from '../../../../../domain/time/local-day';
import { chipOf, type Chip } from '../../../../text/fit';

/** The hours of a chart, minutes of the sitting's day. */
export interface ChartWindow {
  readonly fromMinute: number;
  readonly toMinute: number;
}

export interface Tick {
  readonly text: string;
  readonly left: string;
}

interface Bar {
  readonly tone: 'duty' | 'office' | 'sleep' | 'meeting';
  readonly text: string;
  readonly left: string;
  readonly width: string;
}

export interface CrewRow {
  readonly key: string;
  readonly name: string;
  readonly chip: Chip | null;
  readonly bars: readonly Bar[];
  readonly sitting: { readonly left: string; readonly width: string };
  readonly comes: boolean;
  /** Whether the crew comes, in one character; a number where some of it cannot. */
  readonly mark: string;
  /** '一值，后夜班，正在睡觉，来不了'. */
  readonly words: string;
}

/** How a crew comes whose shift is right before the sitting, or right after it. */
const BESIDE_TEXT: Record<NonNullable<CrewAtSitting['shiftBeside']>, string> = {
  'after-shift': '下班就来',
  'before-shift': '开完就上岗',
  newer: '',
};

type Times = { readonly startAtMs: number; readonly endAtMs: number };

const USUAL: ChartWindow = { fromMinute: 8 * 60, toMinute: 22 * 60 };
const TICK_MINUTES = 4 * 60;
/** A bar that is shorter than this share of the chart has no room for its word. */
const ROOM_FOR_WORDS = 0.17;

/** From eight to ten in the evening, wider by whole hours where the sitting needs it. */
export function windowOf({ startAtMs, endAtMs }: Times): ChartWindow {
  const midnightMs = instantOf(dayOfInstant(startAtMs), 0);
  const minute = (atMs: number) => (atMs - midnightMs) / MS_PER_MINUTE;
  return {
    fromMinute: Math.min(USUAL.fromMinute, Math.floor(minute(startAtMs) / 60) * 60),
    toMinute: Math.max(USUAL.toMinute, Math.ceil(minute(endAtMs) / 60) * 60),
  };
}

export function ticksOf(window: ChartWindow): readonly Tick[] {
  const first = Math.ceil(window.fromMinute / TICK_MINUTES) * TICK_MINUTES;
  const ticks: Tick[] = [];
  for (let minute = first; minute < window.toMinute; minute += TICK_MINUTES) {
    ticks.push({ text: String((minute / 60) % 24), left: share(minute, window) });
  }
  return ticks;
}

export function toCrewRow(crew: CrewAtSitting, times: Times, window: ChartWindow): CrewRow {
  const midnightMs = instantOf(dayOfInstant(times.startAtMs), 0);
  const [start, end] = [times.startAtMs, times.endAtMs].map(
    (atMs) => (atMs - midnightMs) / MS_PER_MINUTE,
  ) as [number, number];
  const name = crew.crewName ?? '没有值';
  const chip = chipOf(crew.shift);
  const comes = crew.hindrance === null;
  return {
    key: crew.crewId ?? '',
    name,
    chip,
    bars: crew.stretches.flatMap((stretch) => barOf(stretch, window)),
    sitting: { left: share(start, window), width: length(end - start, window) },
    comes,
    mark: markOf(crew),
    words: [name, chip?.label ?? '', besideOf(crew), wordsOf(crew)]
      .filter((part) => part !== '')
      .join('，'),
  };
}

/** Of a crew that can come. */
export function besideOf({ hindrance, shiftBeside }: CrewAtSitting): string {
  return hindrance === null && shiftBeside !== null ? BESIDE_TEXT[shiftBeside] : '';
}

const MARK: Record<ShownHindrance, string> = {
  'on-duty': '岗',
  'after-night': '睡',
  asleep: '睡',
  away: '假',
  elsewhere: '会',
  newer: '否',
};

function markOf({ hindrance, canCome, people }: CrewAtSitting): string {
  if (hindrance !== null) return canCome === 0 ? MARK[hindrance] : `${canCome}/${people}`;
  return canCome === people ? '✓' : `${canCome}/${people}`;
}

const HINDRANCE_TEXT: Record<ShownHindrance, string> = {
  'on-duty': '在岗',
  'after-night': '下夜班后休息',
  asleep: '在睡觉',
  away: '不在',
  elsewhere: '那时有别的学习',
  newer: '来不了',
};

function wordsOf({ hindrance, canCome, people }: CrewAtSitting): string {
  const who = `${people} 人里 ${canCome} 人能来`;
  return hindrance === null ? who : `${HINDRANCE_TEXT[hindrance]}，${who}`;
}

const BAR = {
  'on-duty': { tone: 'duty', text: '在岗' },
  'office-hours': { tone: 'office', text: '上班' },
  asleep: { tone: 'sleep', text: '睡觉' },
  meeting: { tone: 'meeting', text: '学习' },
} as const;

function barOf(
  { startMinute, endMinute, state }: CrewAtSitting['stretches'][number],
  window: ChartWindow,
): readonly Bar[] {
  if (state === 'newer') return [];
  const { tone, text } = BAR[state];
  const minutes = endMinute - startMinute;
  const hasRoom = minutes / (window.toMinute - window.fromMinute) >= ROOM_FOR_WORDS;
  return [
    {
      tone,
      text: hasRoom ? text : '',
      left: share(startMinute, window),
      width: length(minutes, window),
    },
  ];
}

function share(minute: number, window: ChartWindow): string {
  return length(minute - window.fromMinute, window);
}

function length(minutes: number, { fromMinute, toMinute }: ChartWindow): string {
  return `${Math.round((minutes / (toMinute - fromMinute)) * 10000) / 100}%`;
}
