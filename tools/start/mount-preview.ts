import { join } from 'node:path';
import type { LocalCloud } from '../../local/cloud/start-local-cloud';
import { addDeskRoutes } from '../../local/preview/desk-routes';
import { type PreviewServer, startPreview } from '../../local/preview/serve';
import { demoPhones } from '../../local/world/demo-phones';
import { demoTour } from '../../local/world/demo-tour';
import { emptyPhones } from '../../local/world/empty-phones';
import { keptWorld } from '../../local/world/kept-world';
import type { StartWorld } from './refuse-other-world';

/**
 * Puts the phones and the desktop page on the port of the cloud. `dist` holds the built package, and
 * what browsers run of it if it `isBundled`.
 */
export async function mountPreview(
  cloud: LocalCloud,
  dist: string,
  world: StartWorld,
  isBundled = false,
): Promise<PreviewServer> {
  const phones = world === 'demo' ? demoPhones() : [];
  const preview = await startPreview({
    cloud,
    appDir: join(dist, 'miniprogram'),
    outDir: join(dist, 'preview'),
    isBundled,
    people: async () => phones,
  });
  await addDeskRoutes(
    cloud,
    world === 'demo'
      ? {
          people: async () => phones,
          tour: async () => demoTour(keptWorld(cloud), cloud.clock.nowMs()),
        }
      : { people: async () => emptyPhones(keptWorld(cloud)), tour: async () => null },
  );
  return preview;
}
