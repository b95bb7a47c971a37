import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { schema } from '../cloudfunctions/_store/schema';
import { type LocalCloud, startLocalCloud } from '../local/cloud/start-local-cloud';
import { seedWorld } from '../local/world/seed-world';
import { buildMiniprogram } from './build/build-miniprogram';
import { buildFunctions } from './build-functions';
import { emptyDataFolder } from './start/fresh-data-folder';
import { mountPreview } from './start/mount-preview';
import { openBrowser } from './start/open-browser';
import { plainSentence } from './start/plain-sentence';
import { refuseUsedPort } from './start/refuse-used-port';
import { step } from './start/steps';

export interface StartOptions {
  readonly port: number;
  readonly dataDir: string;
  /** Forget what the data folder holds. */
  readonly fresh: boolean;
  /** Show the address in the browser. */
  readonly open: boolean;
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Builds, starts the local cloud with the demo organisation and the preview; ends with Ctrl-C. */
export async function start(options: StartOptions): Promise<void> {
  const running: { cloud?: LocalCloud } = {};
  const stop = (): void => {
    void stopCleanly(running.cloud);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    await refuseUsedPort(options.port);
    const dataDir = resolve(options.dataDir);
    if (options.fresh) emptyDataFolder(dataDir);
    await build();
    const cloud = await step('Opening the local cloud', () => openCloud(dataDir, options.port));
    running.cloud = cloud;
    await step('Looking after the demo organisation', () => seedWorld(cloud, cloud.clock.nowMs()));
    await step('Preparing the preview', () => mountPreview(cloud, join(ROOT, 'dist')));
    console.log(`\n清风 is ready: ${cloud.url}/\nCtrl-C stops it.`);
    if (options.open) openBrowser(`${cloud.url}/`);
  } catch (error) {
    console.error(plainSentence(error, options.port));
    await running.cloud?.stop();
    process.exit(1);
  }
}

async function build(): Promise<void> {
  await step('Building the mini program and the cloud functions', async () => {
    await Promise.all([
      buildMiniprogram({ outDir: join(ROOT, 'dist', 'miniprogram'), minify: true }),
      buildFunctions({ outDir: join(ROOT, 'dist', 'cloudfunctions') }),
    ]);
  });
}

function openCloud(dataDir: string, port: number): Promise<LocalCloud> {
  return startLocalCloud({
    dataDir,
    port,
    schema,
    functionsDir: join(ROOT, 'dist', 'cloudfunctions'),
    rcFile: join(ROOT, 'cloudbaserc.json'),
  });
}

async function stopCleanly(cloud: LocalCloud | undefined): Promise<void> {
  console.log('\nStopping …');
  await cloud?.stop();
  process.exit(0);
}
