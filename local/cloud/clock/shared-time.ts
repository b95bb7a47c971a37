/**
 * Where function instances read the time from: two 64-bit integers in shared memory, `[offset,
 * frozen]`. While `frozen` is -1 it is the machine's time plus the offset, else the frozen instant.
 * The reader for instances is in host/worker-boot.cjs.
 */
export class SharedTime {
  readonly buffer = new SharedArrayBuffer(16);
  readonly #cells = new BigInt64Array(this.buffer);

  constructor() {
    Atomics.store(this.#cells, 1, -1n);
  }

  nowMs(): number {
    const frozenAtMs = Atomics.load(this.#cells, 1);
    return frozenAtMs >= 0n ? Number(frozenAtMs) : Date.now() + this.offsetMs;
  }

  /** What is added to the machine's time while the clock runs. */
  get offsetMs(): number {
    return Number(Atomics.load(this.#cells, 0));
  }

  get frozen(): boolean {
    return Atomics.load(this.#cells, 1) >= 0n;
  }

  /** Whole milliseconds since 1970; a frozen clock stays frozen, at the new instant. */
  set(ms: number): void {
    Atomics.store(this.#cells, 0, BigInt(ms - Date.now()));
    if (this.frozen) Atomics.store(this.#cells, 1, BigInt(ms));
  }

  freeze(): void {
    Atomics.store(this.#cells, 1, BigInt(this.nowMs()));
  }

  unfreeze(): void {
    const ms = this.nowMs();
    Atomics.store(this.#cells, 1, -1n);
    this.set(ms);
  }
}
