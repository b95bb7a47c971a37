import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { schema as productSchema } from '../../cloudfunctions/_store/schema';
import { buildFunctions, functionNames } from '../../tools/build-functions';
import type { CollectionSchema } from '../../local/cloud/engine/schema';
import type {
  LocalCloud,
  startLocalCloud as StartLocalCloud,
} from '../../local/cloud/start-local-cloud';
import type { MessageTemplate } from '../../local/cloud/wechat/template-fields';

/** As the environment of jest keeps it, where it is jest that runs: test/jest-environment.mjs. */
declare global {
  var startLocalCloud: typeof StartLocalCloud | undefined;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FUNCTIONS_DIR = join(ROOT, 'dist', 'cloudfunctions');
/** What function bundles are made of. */
const SOURCE_FOLDERS = ['cloudfunctions', 'contract', 'domain'];

/** A Wednesday morning: 2025-03-05 09:00 in Shanghai. */
export const TEST_START_MS = Date.UTC(2025, 2, 5, 1, 0);

export interface TestCloudOptions {
  /** Functions that the test calls; absent: all of the product. */
  readonly functions?: readonly string[];
  /** Where the clock stands; it moves only when told. Absent: TEST_START_MS. */
  readonly startAtMs?: number;
  /** Absent: in memory. A cloud with a data folder cannot be reset. */
  readonly dataDir?: string;
  /** Absent: the product's. */
  readonly schema?: readonly CollectionSchema[];
  readonly templates?: readonly MessageTemplate[];
  /** Absent: as in production, half a minute of real time. */
  readonly transactionLifetimeMs?: number;
  /** Bundles of the test itself instead of the product's functions. */
  readonly functionsDir?: string;
  readonly rcFile?: string;
}

export interface TestCloud extends LocalCloud {
  /** What functions wrote to their log and what the cloud warned of, oldest first. */
  readonly lines: string[];
}

/**
 * A cloud for one test file, in memory unless a folder is named: start it in beforeAll, `reset()` it
 * in beforeEach, `stop()` it in afterAll. Bundles that are older than their sources are built first.
 */
export async function startTestCloud(options: TestCloudOptions = {}): Promise<TestCloud> {
  const { functionsDir = FUNCTIONS_DIR, schema = productSchema, functions } = options;
  if (functionsDir === FUNCTIONS_DIR) await buildStaleFunctions(functions ?? functionNames());
  const lines: string[] = [];
  const startAtMs = options.startAtMs ?? TEST_START_MS;
  const start =
    globalThis.startLocalCloud ??
    (await import('../../local/cloud/start-local-cloud')).startLocalCloud;
  const cloud = await start({
    schema,
    functionsDir,
    rcFile: options.rcFile ?? join(ROOT, 'cloudbaserc.json'),
    startAtMs,
    frozen: true,
    maxInstances: 4,
    log: (line) => void lines.push(line),
    ...(functions === undefined ? {} : { functions }),
    ...(options.templates === undefined ? {} : { templates: options.templates }),
    ...(options.transactionLifetimeMs === undefined
      ? {}
      : { transactionLifetimeMs: options.transactionLifetimeMs }),
    ...(options.dataDir === undefined ? {} : { dataDir: options.dataDir }),
  });
  // A data folder remembers how far its clock was from the machine's.
  cloud.clock.jump(startAtMs);
  const reset = async (): Promise<void> => {
    await cloud.reset();
    lines.length = 0;
  };
  // The prototype keeps the cloud's getters alive; a spread would freeze what they said at first.
  return Object.assign(Object.create(cloud) as LocalCloud, { lines, reset });
}

async function buildStaleFunctions(names: readonly string[]): Promise<void> {
  const newestMs = Math.max(...SOURCE_FOLDERS.map((folder) => newestIn(join(ROOT, folder))));
  const stale = names.filter((name) => {
    const built = statSync(join(FUNCTIONS_DIR, name, 'index.js'), { throwIfNoEntry: false });
    return built === undefined || built.mtimeMs < newestMs;
  });
  if (stale.length > 0) await buildFunctions({ outDir: FUNCTIONS_DIR, only: stale });
}

/** When the newest file below a folder was last written, ms. */
function newestIn(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((newest, entry) => {
      return Math.max(newest, statSync(join(entry.parentPath, entry.name)).mtimeMs);
    }, 0);
}
