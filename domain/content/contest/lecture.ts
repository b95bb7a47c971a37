import type { Interval } from '../../time/interval';
import { MS_PER_DAY } from '../../time/local-day';
import type { ContestStanding } from './contest';

/** docs/rules.md#R-300, docs/rules.md#R-301 */
export const LECTURE_LIMITS = {
  criteria: 8,
  /** Of one criterion. */
  points: 100,
  awards: 5,
  /** Of one award. */
  places: 10,
  judges: { least: 3, most: 9 },
  minutes: { least: 3, most: 90 },
  /** How long lectures are taken in, and then how long they are judged. */
  longestDays: 30,
  daysAhead: 60,
  /** Standing in one contest: each judge marks every one. */
  entries: 60,
} as const;

export const LECTURE_STATES = [
  'draft',
  'coming',
  'entering',
  'judging',
  'judged',
  'called-off',
] as const;
export type LectureState = (typeof LECTURE_STATES)[number];

/** Instants; lectures are taken in [startAtMs, endAtMs) and judged until judgeByMs. */
export interface LectureStanding extends ContestStanding {
  readonly judgeByMs: number;
  /** When the last mark was in; null: it is not. */
  readonly judgedAtMs: number | null;
}

/** How a contest of lectures stands: at its deadline it is judged with what is in. docs/rules.md#R-302 */
export function lectureStateAt(
  { step, startAtMs, endAtMs, judgeByMs, judgedAtMs }: LectureStanding,
  nowMs: number,
): LectureState {
  if (step === 'draft') return 'draft';
  if (step !== 'published') return 'called-off';
  if (nowMs < startAtMs) return 'coming';
  if (nowMs < endAtMs) return 'entering';
  return judgedAtMs === null && nowMs < judgeByMs ? 'judging' : 'judged';
}

/** Whether lectures are taken in and then judged, each for at most thirty days, beginning within sixty. docs/rules.md#R-300 */
export function isLecturePeriod(
  { startAtMs, endAtMs, judgeByMs }: Interval & { readonly judgeByMs: number },
  nowMs: number,
): boolean {
  const { longestDays, daysAhead } = LECTURE_LIMITS;
  return (
    startAtMs < endAtMs &&
    endAtMs < judgeByMs &&
    endAtMs - startAtMs <= longestDays * MS_PER_DAY &&
    judgeByMs - endAtMs <= longestDays * MS_PER_DAY &&
    startAtMs <= nowMs + daysAhead * MS_PER_DAY
  );
}

export interface Judging {
  readonly judgeId: string;
}

interface JudgedLecture {
  readonly lectureId: string;
  /** Whose marks are in. */
  readonly marks: readonly Judging[];
  /** Who said that they have a stake. */
  readonly aside: readonly Judging[];
}

/** Whether somebody is among those. */
export const isAmong = (judgings: readonly Judging[], memberId: string): boolean =>
  judgings.some(({ judgeId }) => judgeId === memberId);

/** What a judge still has to mark: every lecture in which they have no stake. docs/rules.md#R-302 */
export const toMarkOf = (
  judgeId: string,
  lectures: readonly JudgedLecture[],
): readonly JudgedLecture[] =>
  lectures.filter(({ marks, aside }) => !isAmong(marks, judgeId) && !isAmong(aside, judgeId));

/** Whether nothing is awaited any more of those who still judge. docs/rules.md#R-302 */
export const isAllMarked = (
  judgeIds: readonly string[],
  lectures: readonly JudgedLecture[],
): boolean => judgeIds.every((judgeId) => toMarkOf(judgeId, lectures).length === 0);
