import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFunctions } from '../../tools/build-functions';
import { aFolder } from './start-process';

const outDir = aFolder();
let built: Awaited<ReturnType<typeof buildFunctions>>;
beforeAll(async () => {
  built = await buildFunctions({ outDir });
}, 60_000);

it('bundles hold nothing of what has advisories and no function reaches', () => {
  for (const { name } of built) {
    const bundle = readFileSync(join(outDir, name, 'index.js'), 'utf8');
    for (const sign of ['lodash.set/index.js', 'lodash.unset/index.js', 'AxiosError']) {
      expect([name, bundle.includes(sign)]).toEqual([name, false]);
    }
  }
});

it('a cold start loads no data models, no tickets and no buffer for BSON', () => {
  for (const { name, inputs } of built) {
    const parts = ['node_modules/semver/', 'bson/lib/parser/serializer'];
    const found = inputs.filter((input) => parts.some((part) => input.includes(part)));
    expect([name, found]).toEqual([name, []]);
  }
});

const OFFICE_LIBRARIES = ['docx', 'write-excel-file', 'read-excel-file', 'fflate'];

it('libraries for office files are loaded where one is made or read, and by no other call', () => {
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
});
