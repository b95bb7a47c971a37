import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataFolderError } from '../engine/data-folder-error';
import { writeFileDurably } from '../files/durable-write';
import { SharedTime } from './shared-time';
import type { TimerRun, TimerSchedule } from './timer-schedule';

export interface ClockOptions {
  /** Where the offset is kept; absent: forgotten at the end. */
  readonly dataDir?: string;
  /** Where to start when nothing is kept; absent: the machine's time. */
  readonly startAtMs?: number;
  /** The clock stands still between moves: for tests that compare instants. */
  readonly frozen?: boolean;
}

/** Longest wait that setTimeout can be given. */
const MAX_TIMEOUT_MS = 2 ** 31 - 1;
const STATE_FILE = 'clock.json';

/** The time of the cloud: functions, timers, links and credits all go by it. */
export class CloudClock {
  readonly #time = new SharedTime();
  readonly #dataDir: string | undefined;
  #schedule: TimerSchedule | undefined;
  #runTimer: (run: TimerRun) => Promise<void> = async () => undefined;
  /** Up to where timers have been run. */
  #ranUntilMs = 0;
  #alarm: NodeJS.Timeout | undefined;
  #work: Promise<unknown> = Promise.resolve();

  constructor(options: ClockOptions = {}) {
    this.#dataDir = options.dataDir;
    const keptOffsetMs = options.dataDir === undefined ? undefined : readOffset(options.dataDir);
    if (options.frozen === true) this.#time.freeze();
    if (keptOffsetMs !== undefined) this.#time.set(Date.now() + keptOffsetMs);
    else if (options.startAtMs !== undefined) this.#time.set(options.startAtMs);
    this.#ranUntilMs = this.nowMs();
  }

  /** For function instances; see SharedTime. */
  get shared(): SharedArrayBuffer {
    return this.#time.buffer;
  }

  /** Now, integer ms since 1970. */
  nowMs(): number {
    return this.#time.nowMs();
  }

  get frozen(): boolean {
    return this.#time.frozen;
  }

  freeze(): void {
    this.#time.freeze();
    clearTimeout(this.#alarm);
  }

  unfreeze(): void {
    this.#time.unfreeze();
    this.#arm();
  }

  /** From now on timers run: at their time, and when the clock is moved past it. */
  startTimers(schedule: TimerSchedule, runTimer: (run: TimerRun) => Promise<void>): void {
    this.#schedule = schedule;
    this.#runTimer = runTimer;
    this.#ranUntilMs = this.nowMs();
    this.#arm();
  }

  /**
   * Moves the clock. Forward: timers that fall due on the way are run in order, each with the
   * clock at its own instant (see TimerSchedule.due for how many), then the clock stands at `ms`.
   * Backward: nothing runs. Resolves when the timers have finished; a failing one does not stop it.
   * Rejects when the disk is full: then a restart does not know of the move.
   */
  set(ms: number): Promise<void> {
    return this.#inTurn(async () => {
      await this.#runDueUntil(ms);
      this.#time.set(ms);
      this.#ranUntilMs = ms;
      this.#arm();
      this.#keep();
    });
  }

  advance(ms: number): Promise<void> {
    return this.set(this.nowMs() + ms);
  }

  /** Moves the clock without running any timer: for resets between tests. */
  jump(ms: number): void {
    this.#time.set(ms);
    this.#ranUntilMs = ms;
    this.#arm();
    this.#keep();
  }

  /** Runs what has fallen due by now; resolves when it has finished. */
  runDue(): Promise<void> {
    return this.#inTurn(async () => {
      for (const run of this.#dueUntil(this.nowMs())) await this.#runTimer(run);
      this.#arm();
    });
  }

  async stop(): Promise<void> {
    this.#schedule = undefined;
    clearTimeout(this.#alarm);
    await this.#work;
  }

  async #runDueUntil(ms: number): Promise<void> {
    for (const run of this.#dueUntil(ms)) {
      this.#time.set(Math.max(run.atMs, this.nowMs()));
      await this.#runTimer(run);
    }
  }

  #dueUntil(ms: number): TimerRun[] {
    const runs = this.#schedule?.due(this.#ranUntilMs, ms) ?? [];
    this.#ranUntilMs = Math.max(this.#ranUntilMs, ms);
    return runs;
  }

  #inTurn(step: () => Promise<void>): Promise<void> {
    const turn = this.#work.then(step);
    this.#work = turn.catch(() => undefined);
    return turn;
  }

  /** Wakes up when the next timer falls due by the ticking of the clock. */
  #arm(): void {
    clearTimeout(this.#alarm);
    const nextMs = this.frozen ? undefined : this.#schedule?.nextAfter(this.#ranUntilMs);
    if (nextMs === undefined) return;
    const waitMs = Math.min(Math.max(nextMs - this.nowMs(), 0), MAX_TIMEOUT_MS);
    this.#alarm = setTimeout(() => void this.runDue(), waitMs);
    this.#alarm.unref();
  }

  #keep(): void {
    if (this.#dataDir === undefined) return;
    mkdirSync(this.#dataDir, { recursive: true });
    const state = JSON.stringify({ offsetMs: this.#time.offsetMs });
    writeFileDurably(join(this.#dataDir, STATE_FILE), Buffer.from(state));
  }
}

/** @throws DataFolderError when the file is there and says nothing usable */
function readOffset(dataDir: string): number | undefined {
  const file = join(dataDir, STATE_FILE);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const { offsetMs } = JSON.parse(text) as { offsetMs: unknown };
    if (Number.isSafeInteger(offsetMs)) return offsetMs as number;
  } catch {
    // Reported below together with every other unusable content.
  }
  throw new DataFolderError(
    `The data folder ${dataDir} is damaged (${STATE_FILE} names no offset). Restore a copy, or start with a fresh folder.`,
  );
}
