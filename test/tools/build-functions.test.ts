import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFunctions } from '../../tools/build-functions';
import { aFolder } from './start-process';

it('bundles hold nothing of what has advisories and no function reaches', async () => {
  const outDir = aFolder();
  const built = await buildFunctions({ outDir });
  for (const { name } of built) {
    const bundle = readFileSync(join(outDir, name, 'index.js'), 'utf8');
    for (const sign of ['lodash.set/index.js', 'lodash.unset/index.js', 'AxiosError']) {
      expect([name, bundle.includes(sign)]).toEqual([name, false]);
    }
  }
}, 60_000);
