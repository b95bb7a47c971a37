import { Worker } from 'node:worker_threads';

/** What the host sends into an instance for one invocation. */
export interface Invocation {
  readonly id: string;
  /** JSON text. */
  readonly event: string;
  readonly context: object;
  /** Identity, written over the instance's environment. */
  readonly env: Record<string, string>;
}

export type Outcome =
  | { readonly kind: 'result'; readonly json: string }
  | { readonly kind: 'threw'; readonly message: string; readonly stack: string }
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'died'; readonly message: string };

export interface InstanceOptions {
  readonly bundle: string;
  readonly handler: string;
  readonly memoryMb: number;
  readonly env: Record<string, string>;
  readonly time: SharedArrayBuffer;
  readonly log: (line: string) => void;
  /** The compiled bundle, as an earlier instance of the same bundle reported it. */
  readonly codeCache: Uint8Array | undefined;
  readonly onCodeCache: (codeCache: Uint8Array) => void;
}

type Reply =
  | { id: string; result: string }
  | { id: string; error: { message: string; stack: string } };

/** How long an instance may take to load its bundle. */
const LOAD_MS = 60_000;
const BOOT_FILE = new URL('./worker-boot.cjs', import.meta.url);

/** One running copy of a function: a worker thread that takes one invocation at a time. */
export class Instance {
  /** Resolves when it has loaded its bundle, or has come to its end before. */
  readonly ready: Promise<void>;
  readonly #worker: Worker;
  #isReady = false;
  /** Why it is of no more use; undefined while it lives. */
  #end: string | undefined;
  #mustForget = false;
  #settle: ((outcome: Outcome) => void) | undefined;

  constructor(options: InstanceOptions) {
    this.#worker = new Worker(BOOT_FILE, {
      env: { ...options.env },
      // Else each would load what this process was started with (--import tsx), as long again.
      execArgv: [],
      workerData: {
        bundle: options.bundle,
        handler: options.handler,
        time: options.time,
        codeCache: options.codeCache,
      },
      resourceLimits: { maxOldGenerationSizeMb: options.memoryMb },
      stdout: true,
      stderr: true,
    });
    forwardLines(this.#worker.stdout, options.log);
    forwardLines(this.#worker.stderr, options.log);
    this.#worker.on('message', (message: Reply | { codeCache: Uint8Array | undefined }) => {
      if ('id' in message) {
        this.#finish(outcomeOf(message));
        return;
      }
      this.#isReady = true;
      if (message.codeCache !== undefined) options.onCodeCache(message.codeCache);
    });
    this.ready = new Promise((resolve) => {
      this.#worker.once('message', () => resolve());
      this.#worker.once('exit', () => resolve());
    });
    this.#worker.on('error', (error) => {
      options.log(error.stack ?? error.message);
      this.#died(error.message);
    });
    this.#worker.on('exit', (code) => this.#died(`the instance exited with code ${code}`));
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  get alive(): boolean {
    return this.#end === undefined;
  }

  /**
   * Runs one invocation. Never rejects; an instance that timed out or died is of no more use. Loading
   * the bundle has time of its own, as on the platform.
   */
  run(invocation: Invocation, timeoutMs: number): Promise<Outcome> {
    return new Promise((resolve) => {
      const timeOut = () => {
        this.#finish({ kind: 'timed-out' });
        void this.kill();
      };
      let timer = setTimeout(timeOut, LOAD_MS + timeoutMs);
      const settle = (outcome: Outcome) => {
        this.#mustForget = false;
        clearTimeout(timer);
        resolve(outcome);
      };
      this.#settle = settle;
      void this.ready.then(() => {
        if (this.#settle !== settle) return;
        clearTimeout(timer);
        timer = setTimeout(timeOut, timeoutMs);
      });
      if (this.#end !== undefined) this.#finish({ kind: 'died', message: this.#end });
      else this.#worker.postMessage({ ...invocation, forget: this.#mustForget });
    });
  }

  /** Before its next invocation it loads the bundle anew, as a new instance would. */
  forget(): void {
    this.#mustForget = true;
  }

  async kill(): Promise<void> {
    this.#died('the instance was killed');
    await this.#worker.terminate();
  }

  #died(message: string): void {
    this.#end ??= message;
    this.#finish({ kind: 'died', message });
  }

  #finish(outcome: Outcome): void {
    const settle = this.#settle;
    this.#settle = undefined;
    settle?.(outcome);
  }
}

function outcomeOf(reply: Reply): Outcome {
  return 'error' in reply
    ? { kind: 'threw', ...reply.error }
    : { kind: 'result', json: reply.result };
}

function forwardLines(stream: NodeJS.ReadableStream, log: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) log(line);
  });
  stream.on('end', () => {
    if (rest !== '') log(rest);
  });
}
