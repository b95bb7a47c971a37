import { MS_PER_MINUTE } from '../time/local-day';

/** Sittings of one study. docs/rules.md#R-33 */
export const MAX_SITTINGS = 12;

/** Check-in opens so long before the start, and counts as late so long after it, unless said otherwise. docs/rules.md#R-33 */
export const OPENS_BEFORE_MINUTES = 15;
export const LATE_AFTER_MINUTES = 15;

/** The five instants of a sitting; docs/rules.md#R-33 says in which order they stand. */
export interface SittingTimes {
  readonly opensAtMs: number;
  readonly startAtMs: number;
  /** From this instant on a check-in is late. */
  readonly lateAfterAtMs: number;
  readonly endAtMs: number;
  readonly closesAtMs: number;
}

export interface Sitting extends SittingTimes {
  readonly sittingId: string;
  /** Closed by hand before closesAtMs. */
  readonly closedAtMs: number | null;
}

/** With the usual time for checking in, until the end. */
export function usualSitting(startAtMs: number, endAtMs: number): SittingTimes {
  return {
    startAtMs,
    endAtMs,
    opensAtMs: startAtMs - OPENS_BEFORE_MINUTES * MS_PER_MINUTE,
    lateAfterAtMs: Math.min(startAtMs + LATE_AFTER_MINUTES * MS_PER_MINUTE, endAtMs),
    closesAtMs: endAtMs,
  };
}

type Closing = Pick<Sitting, 'startAtMs' | 'closesAtMs' | 'closedAtMs'>;

export type SittingPhase = 'not-open-yet' | 'open' | 'closed';

/** When the sitting takes no more check-ins: the closing by hand, if it came before the planned one. */
export function closingAtMs(sitting: Pick<Closing, 'closedAtMs' | 'closesAtMs'>): number {
  return Math.min(sitting.closedAtMs ?? sitting.closesAtMs, sitting.closesAtMs);
}

/** Open in [opensAtMs, closing). A sitting that was closed by hand before it opened is closed. */
export function phaseOf(sitting: Sitting, nowMs: number): SittingPhase {
  if (nowMs >= closingAtMs(sitting)) return 'closed';
  return nowMs >= sitting.opensAtMs ? 'open' : 'not-open-yet';
}

/**
 * Of a cancelled study, the sittings that had begun before: they were held, and what was entered in
 * them stays. Cancelling closes what is not closed yet, so that a sitting that closed before its start
 * never began; of a study in which nothing was closed so, nothing is known to have been held. docs/rules.md#R-70
 */
export function heldSittings<S extends Closing>(sittings: readonly S[]): readonly S[] {
  if (sittings.every(({ closedAtMs }) => closedAtMs === null)) return [];
  return sittings.filter((sitting) => closingAtMs(sitting) > sitting.startAtMs);
}

/** From this instant on the register of the study is final: its last sitting has closed. docs/rules.md#R-40 */
export function finalAtMs(sittings: readonly Sitting[]): number {
  return Math.max(...sittings.map(closingAtMs));
}

export function firstStartAtMs(sittings: readonly SittingTimes[]): number {
  return Math.min(...sittings.map((sitting) => sitting.startAtMs));
}

/** Leave can be asked until the last sitting that one could still come to has begun. docs/rules.md#R-38 */
export function lastStartAtMs(sittings: readonly SittingTimes[]): number {
  return Math.max(...sittings.map((sitting) => sitting.startAtMs));
}
