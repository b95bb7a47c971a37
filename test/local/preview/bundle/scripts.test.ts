import { runInThisContext } from 'node:vm';
import { GIVEN_NAMES, HIDDEN_BROWSER_NAMES } from '../../../../local/preview/app-package';
import { createScriptCompiler } from '../../../../local/preview/bundle/compile-script';
import { aPackage, type PackageOnDisk } from './package-on-disk';

interface Module {
  targets: Record<string, string>;
  body: (...names: unknown[]) => void;
}

async function compile({ appDir }: PackageOnDisk, entry = 'app.js') {
  const { members, warnings } = await createScriptCompiler(appDir).compile([entry]);
  const modules = runInThisContext(`({${[...members.values()].join(',')}})`) as Record<
    string,
    Module
  >;
  return { modules, warnings };
}

/** Runs one file with nothing given but `require` and `module`; returns what it exports. */
function run(module: Module | undefined, require: (target: string) => unknown = () => ({})) {
  const own = { exports: {} as Record<string, unknown> };
  const given = [require, own, own.exports];
  const rest = [...GIVEN_NAMES.slice(given.length), ...HIDDEN_BROWSER_NAMES].map(() => undefined);
  module?.body(...given, ...rest);
  return own.exports;
}

test('only files that are reached are bundled, each with what its requires mean', async () => {
  const { modules, warnings } = await compile(
    aPackage({
      'app.js': "require('./a'); require('lib/part'); App({});",
      'a.js': "require('/b/index.js');",
      'b/index.js': '',
      'unused.js': '',
      'miniprogram_npm/lib/part/index.js': "require('inner');",
      'miniprogram_npm/lib/miniprogram_npm/inner/index.js': '',
      'miniprogram_npm/inner/index.js': '',
    }),
  );
  expect(warnings).toEqual([]);
  expect(Object.keys(modules).sort()).toEqual([
    'a.js',
    'app.js',
    'b/index.js',
    'miniprogram_npm/lib/miniprogram_npm/inner/index.js',
    'miniprogram_npm/lib/part/index.js',
  ]);
  expect(modules['app.js']?.targets).toEqual({
    './a': 'a.js',
    'lib/part': 'miniprogram_npm/lib/part/index.js',
  });
});

test('an ES module of a library becomes CommonJS, minified on one line too', async () => {
  const { modules } = await compile(
    aPackage({ 'app.js': "const a=1;import{b}from'./b';export default a;", 'b.js': '' }),
  );
  expect(run(modules['app.js'])['default']).toBe(1);
});

test('page code sees no browser, and may use its names for itself', async () => {
  const { modules } = await compile(
    aPackage({
      'app.js':
        'const URL = 1; module.exports = { seen: [typeof window, typeof document, typeof fetch], URL };',
    }),
  );
  const own = { exports: {} as Record<string, unknown> };
  const names = [...GIVEN_NAMES, ...HIDDEN_BROWSER_NAMES].map(() => undefined);
  modules['app.js']?.body(undefined, own, own.exports, ...names.slice(3));
  expect(own.exports).toEqual({ seen: ['undefined', 'undefined', 'undefined'], URL: 1 });
});

test('a require that leads nowhere is warned of', async () => {
  const { warnings } = await compile(aPackage({ 'app.js': "require('./none');" }));
  expect(warnings).toEqual(['app.js: "./none" is not in the package']);
});

test('what would be loaded later and is not named in plain quotes is warned of', async () => {
  const { warnings } = await compile(
    aPackage({ 'app.js': "require.async(`./a.js`); require.async('./a.js');", 'a.js': '' }),
  );
  expect(warnings).toEqual(['app.js: require.async finds only what is named in plain quotes']);
  const plain = aPackage({ 'app.js': "require.async('./a.js');", 'a.js': '' });
  expect((await compile(plain)).warnings).toEqual([]);
});

test('a changed file is compiled again', async () => {
  const onDisk = aPackage({ 'app.js': 'module.exports = 1;' });
  const compiler = createScriptCompiler(onDisk.appDir);
  await compiler.compile(['app.js']);
  onDisk.write({ 'app.js': 'module.exports = 2;' });
  expect((await compiler.compile(['app.js'])).members.get('app.js')).toContain(
    'module.exports = 2;',
  );
});
