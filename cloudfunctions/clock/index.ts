import { platformCaller, platformNowMs } from '../_kit/platform';
import { runClock } from './run';

/** Every minute, by the platform's timer and nobody else. */
export async function main(): Promise<{ readonly taken: number }> {
  const { source } = platformCaller();
  if (source !== 'wx_trigger') throw new Error(`the clock is not called by "${source}"`);
  return { taken: await runClock(platformNowMs) };
}
