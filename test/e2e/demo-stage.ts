import path from 'node:path';
import { schema } from '../../cloudfunctions/_store/schema';
import { instantOf, localDay } from '../../domain/time/local-day';
import { type LocalCloud, startLocalCloud } from '../../local/cloud/start-local-cloud';
import { seedWorld } from '../../local/world/seed-world';
import { LOCAL_TEMPLATES } from '../../local/world/templates';
import { mountPreview } from '../../tools/start/mount-preview';
import type { Stage } from './scenario';

const ROOT = path.join(import.meta.dirname, '../..');

/** A Wednesday morning in March; the clock goes on from here and can be moved. */
export const DEMO_START_MS = instantOf(localDay('2026-03-11'), 10 * 60 + 12);

export interface DemoStage extends Stage {
  readonly cloud: LocalCloud;
}

/** The built package with the demo organisation, in memory: what `npm start` shows. */
export async function startDemoStage(startAtMs = DEMO_START_MS): Promise<DemoStage> {
  const cloud = await startLocalCloud({
    schema,
    functionsDir: path.join(ROOT, 'dist/cloudfunctions'),
    rcFile: path.join(ROOT, 'cloudbaserc.json'),
    templates: LOCAL_TEMPLATES,
    startAtMs,
    log: () => undefined,
  });
  await seedWorld(cloud, startAtMs);
  await mountPreview(cloud, path.join(ROOT, 'dist'));
  return { url: cloud.url, cloud, stop: () => cloud.stop() };
}
