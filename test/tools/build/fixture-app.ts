import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

type Texts = Readonly<Record<string, string>>;

export interface BuiltFixture {
  /** Path in the package → content. */
  readonly files: Texts;
  readonly faults: readonly string[];
}

/** An app with a page in main and one in each of two sub-packages; `sources` replace or add. */
function fixtureSources(sources: Texts): Texts {
  const subPackages = ['x', 'y'].map((name) => ({ root: `packages/${name}`, pages: ['p/p'] }));
  const pages = ['pages/a/a', 'packages/x/p/p', 'packages/y/p/p'].flatMap((page) => [
    [`${page}.ts`, 'Page({});'] as const,
    [`${page}.json`, '{}'] as const,
    [`${page}.wxml`, '<view />'] as const,
  ]);
  return {
    'app.json': JSON.stringify({ pages: ['pages/a/a'], subPackages }),
    'app.ts': 'App({});',
    'app.wxss': '',
    ...Object.fromEntries(pages),
    ...sources,
  };
}

/** In a process of its own: the bundler's native part does not take objects of jest's realm. */
const BUILD = `
  import { readFileSync } from 'node:fs';
  import { composePackage } from './tools/build/package.ts';
  import { doubledState } from './tools/build/faults.ts';
  import { packageFaults } from './tools/build/package-faults.ts';
  import { readSourceTree } from './tools/build/source-tree.ts';
  const project = process.argv[1];
  const options = { project, minify: true, define: {} };
  const built = await composePackage(readSourceTree(project), options);
  const read = (module) => readFileSync(project + '/' + module, 'utf8');
  const faults = [
    ...doubledState(built.graph, built.scripts, read),
    ...packageFaults(built.files),
  ];
  console.log(JSON.stringify({ files: Object.fromEntries(built.files), faults }));`;

/** @throws with what the build says when it refuses the sources */
export function buildFixture(sources: Texts): BuiltFixture {
  return inFolderOf(fixtureSources(sources), (folder) => {
    const args = ['--import', 'tsx', '--input-type=module', '--eval', BUILD, folder];
    const printed = execFileSync(process.execPath, args, { encoding: 'utf8', stdio: 'pipe' });
    return JSON.parse(printed) as BuiltFixture;
  });
}

/** Runs the scripts of these pages in one app, as a phone does; returns what `Page` was given. */
export function runPages({ files }: BuiltFixture, pages: readonly string[]) {
  const given: Readonly<Record<string, unknown>>[] = [];
  Object.assign(globalThis, { Page: (page: Record<string, unknown>) => given.push(page) });
  inFolderOf(files, (folder) => {
    const require = createRequire(join(folder, 'app.js'));
    for (const page of pages) require(`./${page}.js`);
  });
  return given;
}

function inFolderOf<T>(texts: Texts, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'qingfeng-fixture-'));
  try {
    for (const [file, text] of Object.entries(texts)) {
      mkdirSync(join(folder, dirname(file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
