/** How far the server's clock is ahead of this phone's; phones may be minutes or days wrong. */
let aheadMs = 0;

/** The instant as the server has it, as far as the last answer told. */
export function nowMs(): number {
  return Date.now() + aheadMs;
}

/** Learns from an answer that says when it was given. */
export function learnServerTime(output: unknown): void {
  if (typeof output !== 'object' || output === null || !('nowMs' in output)) return;
  if (typeof output.nowMs === 'number') aheadMs = output.nowMs - Date.now();
}
