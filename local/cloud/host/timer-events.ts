import type { TimerRun, TriggerOfFunction } from '../clock/timer-schedule';
import type { FunctionHost } from './function-host';
import { TIMER_CALLER } from './identity';

/** The timer triggers of all functions that are hosted. */
export function triggersOf(host: FunctionHost): TriggerOfFunction[] {
  return host.functions.flatMap(({ name: fn, triggers }) =>
    triggers.map((trigger) => ({ fn, ...trigger })),
  );
}

/** Invokes a function as its timer does; a failure goes to the log, as nobody waits for it. */
export async function invokeTimer(
  host: FunctionHost,
  { fn, trigger, atMs }: TimerRun,
  log: (line: string) => void,
): Promise<void> {
  const event = {
    Type: 'Timer',
    TriggerName: trigger,
    Time: new Date(atMs).toISOString(),
    Message: '',
  };
  await host.invoke(fn, JSON.stringify(event), TIMER_CALLER).catch((error: unknown) => {
    log(`[${fn}] timer ${trigger} failed: ${String(error)}`);
  });
}
