import { MS_PER_HOUR } from '../time/local-day';
import { isIn, markedState, type KeptBy, type RegisterLine } from './attendance';
import { decisionAtMs } from './decision';
import { isOnLeave } from './leave';
import type { StudyKind } from './study-kinds';

/** Why a make-up is open. docs/rules.md#R-99 */
export const MAKE_UP_CAUSES = ['on-duty', 'excused', 'asleep', 'away', 'by-officer'] as const;
export type MakeUpCause = (typeof MAKE_UP_CAUSES)[number];

/** What cannot be read up on: an officer may open it for a person all the same. docs/rules.md#R-99 */
const NOT_BY_ITSELF: readonly StudyKind[] = [
  'branch-committee',
  'democratic-life',
  'secretary-meeting',
  'work-meeting',
  'workers-congress',
  'fire-drill',
  'culture-and-sports',
  'lecture-contest',
  'knowledge-contest',
];

/** Which minutes a make-up earns: those of the study, or of its material. docs/rules.md#R-103 */
export const MAKE_UP_CREDITS = ['study', 'material'] as const;
export type MakeUpCredit = (typeof MAKE_UP_CREDITS)[number];
export const DEFAULT_CREDIT: MakeUpCredit = 'study';

/** Of an answer given in time without a network. docs/rules.md#R-104 */
const HAND_IN_MS = 24 * MS_PER_HOUR;

/**
 * Why a make-up opens by itself for the person of a final line, or undefined: they were in, could
 * have come, or the kind of study is none to make up. `keptBy`: from every sitting. docs/rules.md#R-99
 */
export function causeOfMakeUp(
  kind: StudyKind,
  line: RegisterLine,
  keptBy: KeptBy | null,
): Exclude<MakeUpCause, 'by-officer'> | undefined {
  const marked = markedState(line);
  if (NOT_BY_ITSELF.includes(kind) || isIn(marked)) return undefined;
  if (marked === 'excused' || marked === 'on-duty' || marked === 'asleep') return marked;
  // Somebody has seen that they were missing, or has still to say whether they were there.
  if (marked !== undefined) return undefined;
  if (keptBy === 'away') return 'away';
  return isOnLeave(line.reply) ? 'excused' : (keptBy ?? undefined);
}

/**
 * Whether what somebody did for a make-up was done before its end: by the phone's corrected clock,
 * where it came within 24 h of the end, else when it was heard. docs/rules.md#R-104
 */
export function isInTerm(
  untilAtMs: number,
  saidAtMs: number | undefined,
  heardAtMs: number,
): boolean {
  const heardSoon = heardAtMs < untilAtMs + HAND_IN_MS;
  return decisionAtMs(heardSoon ? saidAtMs : undefined, heardAtMs) < untilAtMs;
}

/** Minutes that a make-up earns. docs/rules.md#R-103 */
export function creditedMinutes(
  credit: MakeUpCredit,
  studyMinutes: number,
  materialMinutes: number,
): number {
  return credit === 'study' ? studyMinutes : materialMinutes;
}
