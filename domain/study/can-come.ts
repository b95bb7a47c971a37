import type { PersonSchedule } from '../shift/person-schedule';
import type { Piece } from '../shift/piece';
import { timelineOf } from '../shift/timeline';
import { intersects, type Interval } from '../time/interval';
import { MS_PER_MINUTE } from '../time/local-day';
import { fitOfPieces } from './sitting-fit';

/**
 * Why somebody cannot come to a sitting; `away`: on leave, or on loan outside the organisation;
 * `elsewhere`: at a sitting of another study.
 */
export type Hindrance = 'on-duty' | 'after-night' | 'asleep' | 'away' | 'elsewhere';

/** Which side of a sitting the handover of a shift takes part of it. */
export type ShiftBeside = 'after-shift' | 'before-shift';

export interface Chance {
  /** null: awake and off duty from the start to the end. */
  readonly hindrance: Hindrance | null;
  /** Whether they sleep until shortly before it, or from shortly after it. */
  readonly isNearSleep: boolean;
  /** Straight from a shift, or straight into one; of both the former. docs/rules.md#R-93 */
  readonly shiftBeside: ShiftBeside | null;
}

/** Sleep that ends less than this before a sitting, or begins less than this after it, is near. docs/rules.md#R-93 */
export const NEAR_SLEEP_MS = 60 * MS_PER_MINUTE;

/** A person's time around an interval, far enough to say whether its sittings lie near their sleep. */
export function piecesAround(schedule: PersonSchedule, { startAtMs, endAtMs }: Interval) {
  return timelineOf(schedule, {
    startAtMs: startAtMs - NEAR_SLEEP_MS,
    endAtMs: endAtMs + NEAR_SLEEP_MS,
  });
}

/**
 * Whether somebody can come to a sitting [startAtMs, endAtMs), by their time around it and the other
 * sittings they go to. Whose rota is not known can come: nothing speaks against it.
 * docs/rules.md#R-92, docs/rules.md#R-148
 */
export function chanceOf(
  pieces: readonly Piece[],
  sitting: Interval,
  sits: readonly Interval[] = [],
): Chance {
  const during = within(pieces, sitting);
  const fit = fitOfPieces(during);
  const isFree = fit === 'free' || fit === 'unknown';
  if (!isFree) return hindered(fit);
  if (during.some(isAway)) return hindered('away');
  if (sits.some((other) => intersects(other, sitting))) return hindered('elsewhere');
  const { startAtMs, endAtMs } = sitting;
  const beside = [
    ...within(pieces, { startAtMs: startAtMs - NEAR_SLEEP_MS, endAtMs: startAtMs }),
    ...within(pieces, { startAtMs: endAtMs, endAtMs: endAtMs + NEAR_SLEEP_MS }),
  ];
  return {
    hindrance: null,
    isNearSleep: beside.some(isSleep),
    shiftBeside: shiftBesideIn(during),
  };
}

/** Whether they can come without hurry: neither near their sleep nor straight from a shift or into one. */
export function isAtEase({ hindrance, isNearSleep, shiftBeside }: Chance): boolean {
  return hindrance === null && !isNearSleep && shiftBeside === null;
}

function hindered(hindrance: Hindrance): Chance {
  return { hindrance, isNearSleep: false, shiftBeside: null };
}

function shiftBesideIn(during: readonly Piece[]): ShiftBeside | null {
  if (during.some(({ reason }) => reason.code === 'handover-after')) return 'after-shift';
  return during.some(({ reason }) => reason.code === 'handover-before') ? 'before-shift' : null;
}

function isAway({ reason, source }: Piece): boolean {
  const isElsewhere = source.kind === 'unknown' && source.reason === 'on-loan-elsewhere';
  return reason.code === 'leave' || isElsewhere;
}

function isSleep({ state }: Piece): boolean {
  return state === 'asleep' || state === 'resting-after-night';
}

function within(pieces: readonly Piece[], { startAtMs, endAtMs }: Interval): readonly Piece[] {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((pieces[middle]?.endAtMs ?? Infinity) <= startAtMs) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while ((pieces[end]?.startAtMs ?? Infinity) < endAtMs) end += 1;
  return pieces.slice(low, end);
}
