import { settings } from './settings';

/** Messages to every phone of this origin; the desktop page sends them when its clock is moved. */
export const CLOCK_CHANNEL = 'preview-clock';

const RealDate = Date;

/** The cloud's present: ahead of the browser's by an offset, or standing still. */
let cloudTime: { offsetMs: number } | { stillAtMs: number } = { offsetMs: 0 };

/** This phone's present, ms since the epoch. */
export function now(): number {
  const cloudNowMs =
    'stillAtMs' in cloudTime ? cloudTime.stillAtMs : RealDate.now() + cloudTime.offsetMs;
  return cloudNowMs + settings.clockSkewMs;
}

/** The browser's own present, which no switch of the preview moves. */
export function realNow(): number {
  return RealDate.now();
}

export interface CloudTime {
  readonly nowMs: number;
  /** The cloud's clock moves only when it is told to. */
  readonly frozen: boolean;
}

/** The local cloud's present as it answered just now. */
export function setCloudTime({ nowMs, frozen }: CloudTime): void {
  cloudTime = frozen ? { stillAtMs: nowMs } : { offsetMs: nowMs - RealDate.now() };
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
