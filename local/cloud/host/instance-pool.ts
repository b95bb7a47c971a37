import { Instance, type InstanceOptions, type Invocation, type Outcome } from './instance';

export interface PoolOptions extends Omit<InstanceOptions, 'codeCache' | 'onCodeCache'> {
  readonly maxInstances: number;
  readonly timeoutMs: number;
}

/** The instances of one function: grown on demand up to a maximum, beyond which callers queue. */
export class InstancePool {
  readonly #options: PoolOptions;
  readonly #idle: Instance[] = [];
  readonly #waiting: { take: (instance: Instance) => void; refuse: (error: Error) => void }[] = [];
  readonly #all = new Set<Instance>();
  /** Instances that outlived a reload: finished, never used again. */
  readonly #retired = new WeakSet<Instance>();
  #codeCache: Uint8Array | undefined;
  #stopped = false;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  /** How many instances run now. */
  get size(): number {
    return this.#all.size;
  }

  /** Takes an instance, hands it to `use`, and gives it back whatever happens. */
  async withInstance<T>(use: (instance: Instance) => Promise<T>): Promise<T> {
    const instance = await this.#acquire();
    try {
      return await use(instance);
    } finally {
      this.#release(instance);
    }
  }

  run(instance: Instance, invocation: Invocation): Promise<Outcome> {
    return instance.run(invocation, this.#options.timeoutMs);
  }

  /** From now on only new instances answer; those at work finish first. */
  async reload(): Promise<void> {
    this.#codeCache = undefined;
    for (const instance of this.#all) this.#retired.add(instance);
    await Promise.all(this.#idle.splice(0).map((instance) => this.#discard(instance)));
  }

  /**
   * Instances remember nothing of earlier calls any more, which is cheaper than new ones. Those at
   * work are killed: what they would still do belongs to what shall be forgotten.
   */
  async forget(): Promise<void> {
    const busy = [...this.#all].filter((instance) => !this.#idle.includes(instance));
    for (const instance of this.#idle) instance.forget();
    await Promise.all(busy.map((instance) => instance.kill()));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    for (const { refuse } of this.#waiting.splice(0)) refuse(new Error('the local cloud stopped'));
    await Promise.all([...this.#all].map((instance) => this.#discard(instance)));
  }

  #acquire(): Promise<Instance> {
    if (this.#stopped) return Promise.reject(new Error('the local cloud stopped'));
    for (let idle = this.#idle.pop(); idle !== undefined; idle = this.#idle.pop()) {
      if (idle.alive) return Promise.resolve(idle);
      this.#all.delete(idle);
    }
    if (this.#all.size < this.#options.maxInstances) return Promise.resolve(this.#start());
    return new Promise((take, refuse) => this.#waiting.push({ take, refuse }));
  }

  #release(instance: Instance): void {
    if (this.#stopped) return;
    if (!instance.alive || this.#retired.has(instance)) {
      void this.#discard(instance);
      this.#waiting.shift()?.take(this.#start());
      return;
    }
    const next = this.#waiting.shift();
    if (next === undefined) this.#idle.push(instance);
    else next.take(instance);
  }

  #start(): Instance {
    const instance = new Instance({
      ...this.#options,
      codeCache: this.#codeCache,
      onCodeCache: (codeCache) => (this.#codeCache = codeCache),
    });
    this.#all.add(instance);
    return instance;
  }

  async #discard(instance: Instance): Promise<void> {
    this.#all.delete(instance);
    await instance.kill();
  }
}
