import { existsSync, readdirSync } from 'node:fs';

/** Pages and components: what WeChat loads by name has a template beside it. */
const parts = readdirSync('miniprogram', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.wxml'))
  .map((file) => `miniprogram/${file.replace(/\.wxml$/u, '.ts')}`)
  .filter((file) => existsSync(file))
  .map((file) => `${file}!`);

/**
 * A mark at the end says that it ships or is started by people: with `--production` only those are
 * looked at, so that what only a test uses is found.
 */
/** @type {import('knip').KnipConfig} */
const config = {
  entry: [
    'cloudfunctions/*/index.ts!',
    'miniprogram/app.ts!',
    ...parts,
    'local/preview/browser/phone.ts!',
    'local/preview/desk/main.ts!',
    'tools/*.{ts,mjs}!',
    'tools/bench/*.ts!',
    'test/**/*.{test,e2e}.ts',
    'test/e2e/{run,screenshots}.ts!',
    'test/local/cloud/engine/{writer,full-disk-writer}.ts',
  ],
  project: [
    '{contract,domain,cloudfunctions,miniprogram,local,tools}/**/*.{ts,mjs}!',
    'test/**/*.{ts,mjs}',
  ],
  // Started by their path, in tools/.
  ignoreDependencies: [
    'jest',
    'dependency-cruiser',
    'oxlint',
    'oxlint-tsgolint',
    'typescript-native',
  ],
  ignoreBinaries: ['ldd', 'prlimit'],
  ignoreExportsUsedInFile: true,
};

export default config;
