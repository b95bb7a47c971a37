import * as v from 'valibot';
import { store } from './storage';

/** How far the server's clock is ahead of this phone's, as last told: it holds over a restart. */
const KEY = 'clockAhead';
/** A difference below this is the way of the answer, not the clock; it is not worth writing. */
const NOTICEABLE_MS = 1000;

/** null: never told. undefined: not looked up since the app was started. */
let aheadMs: number | null | undefined;

/** The instant as the server has it, as far as the last answer told; phones may be minutes or days wrong. */
export function nowMs(): number {
  return Date.now() + (ahead() ?? 0);
}

/** Whether an answer has ever told this phone the time: before that its clock may say anything. */
export function isClockKnown(): boolean {
  return ahead() !== null;
}

/** Learns from an answer that says when it was given. docs/rules.md#R-84 */
export function learnServerTime(output: unknown): void {
  if (typeof output !== 'object' || output === null || !('nowMs' in output)) return;
  if (typeof output.nowMs !== 'number') return;
  const before = ahead();
  aheadMs = output.nowMs - Date.now();
  if (before === null || Math.abs(aheadMs - before) >= NOTICEABLE_MS) store(KEY, aheadMs);
}

function ahead(): number | null {
  if (aheadMs === undefined) {
    const kept = v.safeParse(v.number(), wx.getStorageSync(KEY));
    aheadMs = kept.success ? kept.output : null;
  }
  return aheadMs;
}
