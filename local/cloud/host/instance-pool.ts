import { codeCacheOf } from './code-cache';
import { Instance, type InstanceOptions, type Invocation, type Outcome } from './instance';

export interface PoolOptions extends Omit<InstanceOptions, 'codeCache' | 'onCodeCache'> {
  /** Started as soon as they are wanted; more of them would only take the processor from each other. */
  readonly coreInstances: number;
  readonly maxInstances: number;
  readonly timeoutMs: number;
}

/** After this long without one instance coming free, those at work are taken to wait, not to compute. */
const STUCK_AFTER_MS = 250;

/**
 * The instances of one function. Callers queue for the first few, which are as many as the machine
 * has use for; while these are stuck (they wait for WeChat, for each other or for a test), more are
 * started, one after the other up to a maximum.
 */
export class InstancePool {
  readonly #options: PoolOptions;
  readonly #idle: Instance[] = [];
  readonly #waiting: { take: (instance: Instance) => void; refuse: (error: Error) => void }[] = [];
  readonly #all = new Set<Instance>();
  /** Instances that outlived a reload: finished, never used again. */
  readonly #retired = new WeakSet<Instance>();
  #stuck: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  /** How many instances run now. */
  get size(): number {
    return this.#all.size;
  }

  /** Starts one of the first instances, if there is one left to start; resolves when it can work. */
  async warm(): Promise<void> {
    if (this.#stopped || this.#all.size >= this.#options.coreInstances) return;
    const instance = this.#start();
    await instance.ready;
    this.#release(instance);
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
    clearTimeout(this.#stuck);
    for (const { refuse } of this.#waiting.splice(0)) refuse(new Error('the local cloud stopped'));
    await Promise.all([...this.#all].map((instance) => this.#discard(instance)));
  }

  #acquire(): Promise<Instance> {
    if (this.#stopped) return Promise.reject(new Error('the local cloud stopped'));
    for (let idle = this.#idle.pop(); idle !== undefined; idle = this.#idle.pop()) {
      if (idle.alive) return Promise.resolve(idle);
      this.#all.delete(idle);
    }
    if (this.#all.size < this.#options.coreInstances) return Promise.resolve(this.#start());
    return new Promise((take, refuse) => {
      this.#waiting.push({ take, refuse });
      if (this.#waiting.length === 1) this.#watch();
    });
  }

  /** From the last time that one who waits got an instance, counts the time in which none does. */
  #watch(): void {
    clearTimeout(this.#stuck);
    if (this.#waiting.length === 0 || this.#all.size >= this.#options.maxInstances) return;
    this.#stuck = setTimeout(() => {
      const isStuck = [...this.#all].every(({ isReady }) => isReady);
      if (isStuck) this.#waiting.shift()?.take(this.#start());
      this.#watch();
    }, STUCK_AFTER_MS);
  }

  #release(instance: Instance): void {
    if (this.#stopped) return;
    if (!instance.alive || this.#retired.has(instance)) {
      void this.#discard(instance);
      this.#waiting.shift()?.take(this.#start());
      this.#watch();
      return;
    }
    const next = this.#waiting.shift();
    if (next === undefined) this.#idle.push(instance);
    else next.take(instance);
    this.#watch();
  }

  #start(): Instance {
    const instance = new Instance({
      ...this.#options,
      ...codeCacheOf(this.#options.bundle),
    });
    this.#all.add(instance);
    return instance;
  }

  async #discard(instance: Instance): Promise<void> {
    this.#all.delete(instance);
    await instance.kill();
  }
}
