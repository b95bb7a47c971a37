import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { schema } from '../cloudfunctions/_store/schema';
import { openDataFolder } from '../local/cloud/engine/data-folder';
import { type LocalCloud, startLocalCloud } from '../local/cloud/start-local-cloud';
import type { PreviewServer } from '../local/preview/serve';
import { seedWorld } from '../local/world/seed-world';
import { LOCAL_TEMPLATES } from '../local/world/templates';
import { buildIfChanged } from './start/build-if-changed';
import { followBuilds } from './start/follow-builds';
import { emptyDataFolder } from './start/fresh-data-folder';
import { mountPreview } from './start/mount-preview';
import { openBrowser } from './start/open-browser';
import { plainSentence } from './start/plain-sentence';
import { readyLines } from './start/ready-lines';
import { refuseOtherWorld, type StartWorld } from './start/refuse-other-world';
import { refuseUsedPort } from './start/refuse-used-port';
import { step } from './start/steps';

export interface StartOptions {
  readonly world: StartWorld;
  readonly port: number;
  readonly dataDir: string;
  /** Forget what the data folder holds. */
  readonly fresh: boolean;
  /** Show the address in the browser. */
  readonly open: boolean;
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const DIST = join(ROOT, 'dist');
const FUNCTIONS_DIR = join(DIST, 'cloudfunctions');
const APP_DIR = join(DIST, 'miniprogram');

/** Builds, starts the local cloud, with the demo organisation or empty, and the preview; ends with Ctrl-C. */
export async function start(options: StartOptions): Promise<void> {
  const running: { cloud?: LocalCloud; isStopping?: true } = {};
  const stop = (): void => {
    running.isStopping = true;
    void stopCleanly(running.cloud);
  };
  // What goes wrong with one request must not end what others work with.
  process.on('unhandledRejection', (error) => console.error(error));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    await refuseUsedPort(options.port);
    const dataDir = resolve(options.dataDir);
    if (options.fresh) emptyDataFolder(dataDir);
    const isBuilt = await buildIfChanged({ root: ROOT, dist: DIST }, async () => {
      // A folder that cannot be used is said before anything is built for nothing.
      await (await openDataFolder(dataDir)).close();
      await step('Building the mini program and the cloud functions', build);
    });
    if (!isBuilt) console.log('Nothing has changed since the last start; nothing is built.');
    const cloud = await step('Opening the local cloud', () => openCloud(dataDir, options.port));
    running.cloud = cloud;
    refuseOtherWorld(cloud, options.world, dataDir);
    if (options.world === 'demo') {
      const seed = () => seedWorld(cloud, cloud.clock.nowMs());
      await step('Looking after the demo organisation', seed);
    }
    const preview = await step('Preparing the preview', () =>
      mountPreview(cloud, DIST, options.world, true),
    );
    followRebuilds(cloud, preview);
    console.log(['', ...readyLines(cloud)].join('\n'));
    if (options.open) openBrowser(cloud.ticket());
    void cloud.host.warm();
  } catch (error) {
    // Ctrl-C in the middle of a step takes the ground from under it.
    if (running.isStopping) return;
    console.error(plainSentence(error, options.port));
    await running.cloud?.stop();
    process.exit(1);
  }
}

async function build(): Promise<void> {
  const { buildAll } = await import('./start/build-all');
  await buildAll(DIST);
}

function openCloud(dataDir: string, port: number): Promise<LocalCloud> {
  return startLocalCloud({
    dataDir,
    port,
    schema,
    functionsDir: FUNCTIONS_DIR,
    rcFile: join(ROOT, 'cloudbaserc.json'),
    templates: LOCAL_TEMPLATES,
  });
}

/** `npm run dev` in another terminal builds; what it built is taken up. */
function followRebuilds(cloud: LocalCloud, preview: PreviewServer): void {
  const report = (error: unknown): void => console.error(error);
  followBuilds({
    functionsDir: FUNCTIONS_DIR,
    onFunction: (name) => void cloud.host.reload(name).catch(report),
    appDir: APP_DIR,
    onApp: () => void preview.refresh().catch(report),
  });
}

async function stopCleanly(cloud: LocalCloud | undefined): Promise<void> {
  console.log('\nStopping …');
  await cloud?.stop();
  process.exit(0);
}
