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

const OFFICE_LIBRARIES = ['docx', 'write-excel-file', 'read-excel-file', 'fflate'];

it('libraries for office files are loaded where one is made or read, and by no other call', async () => {
  const built = await buildFunctions({ outDir: aFolder() });
  const librariesIn = (inputs: readonly string[]) =>
    OFFICE_LIBRARIES.filter((library) =>
      inputs.some((input) => input.startsWith(`node_modules/${library}/`)),
    );
  expect(built.map(({ name, inputs }) => [name, librariesIn(inputs)])).toEqual(
    built.map(({ name }) => [name, []]),
  );
  const lazy = built.flatMap((each) => each.lazy);
  expect(lazy.filter(({ inputs }) => librariesIn(inputs).length === 0)).toEqual([]);
  expect(new Set(lazy.flatMap(({ inputs }) => librariesIn(inputs)))).toContain('docx');
}, 60_000);
