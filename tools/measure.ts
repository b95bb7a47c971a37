/**
 * Milliseconds of processor time that one call takes: the best of several rounds, each long enough
 * to be measured. Processor time and the best round, because other work of the machine is no part of it.
 */
export function msPerCall(call: () => unknown, roundMs = 200, rounds = 5): number {
  let best = Infinity;
  for (let round = 0; round < rounds; round += 1) {
    let calls = 0;
    let usedMs = 0;
    const before = process.cpuUsage();
    while (usedMs < roundMs) {
      call();
      calls += 1;
      const { user, system } = process.cpuUsage(before);
      usedMs = (user + system) / 1000;
    }
    best = Math.min(best, usedMs / calls);
  }
  return best;
}

/** Throws when the two sides of a comparison do not say the same: a speed of a wrong answer is none. */
export function expectEqual(what: string, ours: unknown, theirs: unknown): void {
  if (JSON.stringify(ours) !== JSON.stringify(theirs)) throw new Error(`${what}: results differ`);
}
