import { settings } from './settings';

/** Messages to every phone of this origin; the desktop page sends them when its clock is moved. */
export const CLOCK_CHANNEL = 'preview-clock';

const RealDate = Date;
/** How far the cloud's clock is ahead of the browser's. */
let cloudAheadMs = 0;

/** This phone's present, ms since the epoch. */
export function now(): number {
  return RealDate.now() + cloudAheadMs + settings.clockSkewMs;
}

export interface CloudTime {
  readonly nowMs: number;
}

/**
 * The local cloud's present as it answered just now. The phone's clock goes on from there even when
 * the cloud's stands still, because gestures are timed by it.
 */
export function setCloudTime({ nowMs }: CloudTime): void {
  cloudAheadMs = nowMs - RealDate.now();
}

/**
 * Replaces `Date` of this window: it follows the cloud's movable clock plus this phone's skew.
 * Timers stay real. Must run before the code of the mini program.
 */
export async function followCloudClock(): Promise<void> {
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as object,
    apply: () => new RealDate(now()).toString(),
    get: (target, name, receiver) =>
      name === 'now' ? now : (Reflect.get(target, name, receiver) as unknown),
  });
  await askCloudTime();
  new BroadcastChannel(CLOCK_CHANNEL).onmessage = () => void askCloudTime();
}

async function askCloudTime(): Promise<void> {
  const response = await fetch('/preview/clock');
  if (!response.ok) throw new Error(`the cloud's clock answers ${response.status}`);
  setCloudTime((await response.json()) as CloudTime);
}
