import { platformCaller, platformNowMs } from '../_kit/platform';
import { templates } from '../_kit/templates';
import { miniProgramState } from '../_kit/wechat';
import { runClock, type RunReport } from './run';

/** Every minute, by the platform's timer and nobody else. */
export async function main(): Promise<RunReport> {
  const { source } = platformCaller();
  if (source !== 'wx_trigger') throw new Error(`the clock is not called by "${source}"`);
  // Settings that cannot be used end the run before anything is taken: what was taken goes out once or never.
  templates();
  miniProgramState();
  return runClock(platformNowMs);
}
