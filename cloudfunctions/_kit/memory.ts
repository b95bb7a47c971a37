interface Entry<T> {
  readonly value: T;
  readonly keptAtMs: number;
}

export interface Memory<T> {
  get(key: string): T | undefined;
  keep(key: string, value: T): void;
  forget(key: string): void;
}

/**
 * What this function instance remembers for up to `ttlMs`, `most` things at once: the one kept
 * longest goes first. When the clock was set back, what seems to come from the future is forgotten.
 */
export function shortMemory<T>(options: {
  readonly ttlMs: number;
  readonly most: number;
}): Memory<T> {
  const kept = new Map<string, Entry<T>>();
  return {
    get(key) {
      const found = kept.get(key);
      if (found === undefined) return undefined;
      const ageMs = Date.now() - found.keptAtMs;
      if (ageMs >= 0 && ageMs < options.ttlMs) return found.value;
      kept.delete(key);
      return undefined;
    },
    keep(key, value) {
      kept.delete(key);
      const oldest = kept.keys().next();
      if (kept.size >= options.most && oldest.done !== true) kept.delete(oldest.value);
      kept.set(key, { value, keptAtMs: Date.now() });
    },
    forget(key) {
      kept.delete(key);
    },
  };
}
