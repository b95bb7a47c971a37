import { Cron } from 'croner';

/** One run of a timer trigger that is due. */
export interface TimerRun {
  readonly fn: string;
  readonly trigger: string;
  readonly atMs: number;
}

interface Timer {
  readonly fn: string;
  readonly trigger: string;
  readonly cron: Cron;
}

export interface TriggerOfFunction {
  readonly fn: string;
  readonly name: string;
  /** Seven fields, second to year, in Asia/Shanghai; day and weekday are joined by OR. */
  readonly cron: string;
}

const HOUR_MS = 3_600_000;
const MOST_RUNS_PER_JUMP = 48;

/** When the timer triggers of all functions are due. */
export class TimerSchedule {
  readonly #timers: readonly Timer[];

  /** @throws on a cron pattern that the platform would refuse. */
  constructor(triggers: readonly TriggerOfFunction[]) {
    this.#timers = triggers.map(({ fn, name, cron }) => ({
      fn,
      trigger: name,
      cron: new Cron(cron, { mode: '7-part', timezone: 'Asia/Shanghai', sloppyRanges: true }),
    }));
  }

  /**
   * Runs due in (fromMs, toMs], in order of time. A long jump does not run what ordinary time
   * would have run: per trigger only the last run of each hour, or of each 48th part of the jump
   * when that is longer. Functions catch up on what was due since their last run anyway, because
   * the platform promises no punctual timers.
   */
  due(fromMs: number, toMs: number): TimerRun[] {
    if (toMs <= fromMs) return [];
    const stepMs = Math.max(HOUR_MS, Math.ceil((toMs - fromMs) / MOST_RUNS_PER_JUMP));
    const runs: TimerRun[] = [];
    for (const { fn, trigger, cron } of this.#timers) {
      for (let startMs = fromMs; startMs < toMs; startMs += stepMs) {
        const atMs = lastRunIn(cron, startMs, Math.min(startMs + stepMs, toMs));
        if (atMs !== undefined) runs.push({ fn, trigger, atMs });
      }
    }
    return runs.sort((left, right) => left.atMs - right.atMs);
  }

  /** The first instant after `afterMs` at which anything is due; undefined when nothing ever is. */
  nextAfter(afterMs: number): number | undefined {
    const instants = this.#timers
      .map(({ cron }) => cron.nextRun(new Date(afterMs))?.getTime())
      .filter((atMs) => atMs !== undefined);
    return instants.length === 0 ? undefined : Math.min(...instants);
  }
}

/** The last run in (afterMs, untilMs]. */
function lastRunIn(cron: Cron, afterMs: number, untilMs: number): number | undefined {
  // Runs before the reference are asked for; the one at `untilMs` itself belongs to the window.
  const atMs = cron.previousRuns(1, new Date(untilMs + 1))[0]?.getTime();
  return atMs !== undefined && atMs > afterMs ? atMs : undefined;
}
