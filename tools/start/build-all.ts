import { join } from 'node:path';
import { bundlePreview } from '../../local/preview/bundle/bundle-preview';
import { buildMiniprogram } from '../build/build-miniprogram';
import { buildFunctions } from '../build-functions';

/** Everything that is served, into the folders of `dist`. A start that builds nothing does not load this. */
export async function buildAll(dist: string): Promise<void> {
  const appDir = join(dist, 'miniprogram');
  await Promise.all([
    buildMiniprogram({ outDir: appDir, minify: true }),
    buildFunctions({ outDir: join(dist, 'cloudfunctions') }),
  ]);
  await bundlePreview({ appDir, outDir: join(dist, 'preview') });
}
