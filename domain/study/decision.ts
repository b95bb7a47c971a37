/**
 * When a person decided what they say of a study: what their phone says, but never later than it was
 * heard, so that a clock that is ahead wins over nothing that is said afterwards. Milliseconds, by the
 * server's clock.
 * @param saidAtMs by the phone's corrected clock; undefined: the phone does not know the time
 * docs/rules.md#R-83
 */
export function decisionAtMs(saidAtMs: number | undefined, heardAtMs: number): number {
  return Math.min(saidAtMs ?? heardAtMs, heardAtMs);
}
