/** Who may change what: held by a transaction from its first write until it ends. */
export class Locks {
  readonly #holders = new Map<string, { holder: string; freed: Promise<void>; free: () => void }>();

  /** False when another transaction holds one of the keys; then none is taken. */
  take(keys: readonly string[], holder: string): boolean {
    if (keys.some((key) => this.isHeldByOther(key, holder))) return false;
    for (const key of keys) {
      if (this.#holders.has(key)) continue;
      let free: () => void = () => undefined;
      const freed = new Promise<void>((resolve) => (free = resolve));
      this.#holders.set(key, { holder, freed, free });
    }
    return true;
  }

  /** Resolves when one of the keys that is held now is free; undefined when none is held. */
  whenFreed(keys: readonly string[]): Promise<void> | undefined {
    for (const key of keys) {
      const lock = this.#holders.get(key);
      if (lock !== undefined) return lock.freed;
    }
    return undefined;
  }

  isHeldByOther(key: string, holder: string): boolean {
    const lock = this.#holders.get(key);
    return lock !== undefined && lock.holder !== holder;
  }

  get isEmpty(): boolean {
    return this.#holders.size === 0;
  }

  releaseAll(holder: string): void {
    for (const [key, lock] of this.#holders) {
      if (lock.holder !== holder) continue;
      this.#holders.delete(key);
      lock.free();
    }
  }
}
