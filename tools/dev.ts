import { watch } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildFunctions } from './build-functions';
import { buildMiniprogram } from './build/build-miniprogram';

/**
 * Builds, then again whenever a source changes, until Ctrl-C. Whoever serves dist/ sees the change;
 * scripts stay readable. `npm start` in a second terminal shows it.
 */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PHONE = ['miniprogram', 'contract', 'domain'] as const;
const FUNCTIONS = ['cloudfunctions', 'contract', 'domain'] as const;
/** Editors write several files at once; one build answers them all. */
const SETTLE_MS = 80;

/** Runs `build` now and after each burst of changes below `folders`, never twice at a time. */
function buildOnChange(name: string, folders: readonly string[], build: () => Promise<unknown>) {
  let timer: NodeJS.Timeout | undefined;
  let isRunning = false;
  let isStale = false;
  const run = async () => {
    isStale = isRunning;
    if (isRunning) return;
    isRunning = true;
    const startedAtMs = performance.now();
    try {
      await build();
      console.log(`${name} built in ${Math.round(performance.now() - startedAtMs)} ms`);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
    }
    isRunning = false;
    if (isStale) void run();
  };
  for (const folder of folders) {
    watch(join(ROOT, folder), { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(() => void run(), SETTLE_MS);
    });
  }
  void run();
}

buildOnChange('miniprogram', PHONE, () =>
  buildMiniprogram({ outDir: join(ROOT, 'dist/miniprogram'), minify: false }),
);
buildOnChange('cloudfunctions', FUNCTIONS, () =>
  buildFunctions({ outDir: join(ROOT, 'dist/cloudfunctions') }),
);
