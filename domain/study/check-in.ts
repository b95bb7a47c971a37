import { MS_PER_HOUR, MS_PER_MINUTE } from '../time/local-day';
import { CODES_AT_ONCE, isFresh, SLOT_MS, slotStartAtMs } from './check-in-code';
import { closingAtMs, phaseOf, type Sitting } from './sitting';

/** A phone's clock and the server's may differ by this much in the claim of an offline scan. docs/rules.md#R-37 */
export const CLAIM_TOLERANCE_MS = 2 * MS_PER_MINUTE;
/** An offline scan can be handed in until this long after its sitting has closed. */
export const CLAIM_UPLOAD_MS = 24 * MS_PER_HOUR;
/** From so many wrong typed codes in one sitting on, only scanning works. docs/rules.md#R-36 */
export const MAX_WRONG_TYPED = 5;

/** Of sittings that were published before their number was kept. docs/rules.md#R-36 */
export const LEAST_DIGITS = 6;
const MOST_DIGITS = 10;
/** How likely a sitting may be to let in a guess, when everybody guesses as often as they can. */
const LIKELY_GUESS = 1 / 1000;

/**
 * How many digits are typed in a branch of so many people: the fewest, in steps of two, with which
 * all of them guessing together come in less than once in 1,000 sittings. docs/rules.md#R-36
 */
export function digitCountFor(people: number): number {
  const guesses = people * MAX_WRONG_TYPED * CODES_AT_ONCE;
  let digits = LEAST_DIGITS;
  while (digits < MOST_DIGITS && guesses / 10 ** digits >= LIKELY_GUESS) digits += 2;
  return digits;
}

type EntryRefusal =
  | { readonly kind: 'refused'; readonly code: 'study-cancelled' }
  | { readonly kind: 'refused'; readonly code: 'not-open-yet'; readonly opensAtMs: number }
  | { readonly kind: 'refused'; readonly code: 'closed'; readonly closedAtMs: number };

export type Entry = { readonly kind: 'enter'; readonly state: 'attended' | 'late' } | EntryRefusal;

export type ScanDecision =
  | Entry
  | { readonly kind: 'claim'; readonly slotAtMs: number; readonly claimedAtMs: number }
  | { readonly kind: 'refused'; readonly code: 'code-stale' };

/** Whether somebody can come in at this instant, by the server's clock, and as what. docs/rules.md#R-35 */
export function decideEntry(isCancelled: boolean, sitting: Sitting, nowMs: number): Entry {
  if (isCancelled) return { kind: 'refused', code: 'study-cancelled' };
  switch (phaseOf(sitting, nowMs)) {
    case 'not-open-yet':
      return { kind: 'refused', code: 'not-open-yet', opensAtMs: sitting.opensAtMs };
    case 'closed':
      return { kind: 'refused', code: 'closed', closedAtMs: closingAtMs(sitting) };
    case 'open':
      return { kind: 'enter', state: nowMs >= sitting.lateAfterAtMs ? 'late' : 'attended' };
  }
}

export interface Scan {
  /** Of a code that is genuine. */
  readonly slot: number;
  /** Given for a scan that waited in the phone for a network. */
  readonly claimedAtMs: number | undefined;
}

/**
 * What a scan of a genuine code is worth. While the code is fresh, the server's time decides and a
 * claim is not looked at. An older one counts only as a claim: the code was shown while the sitting
 * was open, the phone says a time within its slot or two minutes beside it, and it is handed in
 * within 24 h of closing. docs/rules.md#R-37
 */
export function decideScan(
  isCancelled: boolean,
  sitting: Sitting,
  scan: Scan,
  nowMs: number,
): ScanDecision {
  const entry = decideEntry(isCancelled, sitting, nowMs);
  if (entry.kind === 'enter' && isFresh(scan.slot, nowMs)) return entry;
  if (entry.kind === 'refused' && entry.code !== 'closed') return entry;
  const slotAtMs = slotStartAtMs(scan.slot);
  if (scan.claimedAtMs !== undefined && isClaimGood(sitting, slotAtMs, scan.claimedAtMs, nowMs)) {
    return { kind: 'claim', slotAtMs, claimedAtMs: scan.claimedAtMs };
  }
  return entry.kind === 'refused' ? entry : { kind: 'refused', code: 'code-stale' };
}

function isClaimGood(
  sitting: Sitting,
  slotAtMs: number,
  claimedAtMs: number,
  nowMs: number,
): boolean {
  return (
    slotAtMs + SLOT_MS > sitting.opensAtMs &&
    slotAtMs < closingAtMs(sitting) &&
    // The presenter's phone holds codes of the next minutes: one of the future was not shown yet.
    slotAtMs <= nowMs &&
    slotAtMs - CLAIM_TOLERANCE_MS <= claimedAtMs &&
    claimedAtMs < slotAtMs + SLOT_MS + CLAIM_TOLERANCE_MS &&
    nowMs < closingAtMs(sitting) + CLAIM_UPLOAD_MS
  );
}
