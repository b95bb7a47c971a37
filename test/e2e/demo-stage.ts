import path from 'node:path';
import { schema } from '../../cloudfunctions/_store/schema';
import { instantOf, localDay } from '../../domain/time/local-day';
import { type LocalCloud, startLocalCloud } from '../../local/cloud/start-local-cloud';
import { seedWorld } from '../../local/world/seed-world';
import { LOCAL_TEMPLATES } from '../../local/world/templates';
import { mountPreview } from '../../tools/start/mount-preview';
import type { StartWorld } from '../../tools/start/refuse-other-world';
import type { Stage } from './scenario';

const ROOT = path.join(import.meta.dirname, '../..');
const DIST = path.join(ROOT, 'dist');

export const FUNCTIONS_DIR = path.join(DIST, 'cloudfunctions');

/** A Wednesday morning in March; the clock goes on from here and can be moved. */
export const DEMO_START_MS = instantOf(localDay('2026-03-11'), 10 * 60 + 12);

export interface DemoStage extends Stage {
  readonly cloud: LocalCloud;
}

/**
 * The package in `dist` with the demo organisation, in memory: absent, the built one, which is what
 * `npm start` shows.
 */
export async function startDemoStage(
  startAtMs = DEMO_START_MS,
  dist = DIST,
  functionsDir = FUNCTIONS_DIR,
): Promise<DemoStage> {
  const stage = await startStage('demo', startAtMs, dist, functionsDir);
  await seedWorld(stage.cloud, startAtMs);
  return stage;
}

/** The same with nobody in it: an environment right after it was deployed. */
export function startEmptyStage(): Promise<DemoStage> {
  return startStage('empty', DEMO_START_MS, DIST, FUNCTIONS_DIR);
}

async function startStage(
  world: StartWorld,
  startAtMs: number,
  dist: string,
  functionsDir: string,
): Promise<DemoStage> {
  const cloud = await startLocalCloud({
    schema,
    functionsDir,
    rcFile: path.join(ROOT, 'cloudbaserc.json'),
    templates: LOCAL_TEMPLATES,
    startAtMs,
    log: () => undefined,
  });
  await mountPreview(cloud, dist, world);
  return { address: cloud.address, cloud, stop: () => cloud.stop() };
}
