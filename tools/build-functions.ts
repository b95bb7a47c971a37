import { build, type Metafile, type Plugin } from 'esbuild';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { partsOfSdk } from './build/parts-of-sdk';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = join(ROOT, 'cloudfunctions');

export interface BuildFunctionsOptions {
  /** One folder per function is made in it. */
  readonly outDir: string;
  /** Only these; absent: every folder of cloudfunctions with an index.ts. */
  readonly only?: readonly string[];
}

export interface BuiltFunction {
  readonly name: string;
  readonly bytes: number;
  /** Source files of what each call loads, relative to the root of the repository. */
  readonly inputs: readonly string[];
  /** What is loaded only where it runs: docs/decisions/office-files.md */
  readonly lazy: readonly LazyPart[];
}

interface LazyPart {
  readonly file: string;
  readonly bytes: number;
  readonly inputs: readonly string[];
}

/** Names of all functions: folders of cloudfunctions that have an index.ts. */
export function functionNames(): string[] {
  return readdirSync(SOURCES)
    .filter((name) => !name.startsWith('_') && existsSync(join(SOURCES, name, 'index.ts')))
    .sort();
}

/**
 * Bundles each function into one CommonJS file with its own package.json, ready to be uploaded. A
 * source `<part>.lazy.ts` becomes a file beside it, which `import('….lazy')` loads when it runs.
 * Unminified: that loads faster and its stack traces can be read.
 * @throws when a bundle would contain development code
 */
export async function buildFunctions(options: BuildFunctionsOptions): Promise<BuiltFunction[]> {
  const names = options.only ?? functionNames();
  return Promise.all(names.map((name) => buildFunction(name, join(options.outDir, name))));
}

async function buildFunction(name: string, outDir: string): Promise<BuiltFunction> {
  mkdirSync(outDir, { recursive: true });
  const startedAt = new Date();
  const lazy: LazyPart[] = [];
  for (const source of lazySources(name)) {
    const file = `${basename(source, '.ts')}.js`;
    lazy.push({ file, ...(await bundle(name, source, join(outDir, file), startedAt)) });
  }
  replaceFile(join(outDir, 'package.json'), JSON.stringify(packageOf(name), null, 2), startedAt);
  copyConfig(join(SOURCES, name, 'config.json'), join(outDir, 'config.json'));
  const index = join(SOURCES, name, 'index.ts');
  const built = await bundle(name, index, join(outDir, 'index.js'), startedAt);
  return { name, ...built, lazy };
}

/** Sources of a function that are bundled apart. */
function lazySources(name: string): string[] {
  return readdirSync(join(SOURCES, name), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.lazy.ts'))
    .map((file) => join(SOURCES, name, file))
    .sort();
}

async function bundle(
  name: string,
  source: string,
  outfile: string,
  startedAt: Date,
): Promise<Pick<BuiltFunction, 'bytes' | 'inputs'>> {
  const { metafile, outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [source],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    // As `require`, which every runtime resolves beside the bundle.
    supported: { 'dynamic-import': false },
    metafile: true,
    write: false,
    plugins: [partsOfSdk, lazyApart],
    logLevel: 'warning',
  });
  const inputs = Object.keys(metafile.inputs);
  refuseDevelopmentCode(name, inputs);
  for (const { path, contents } of outputFiles) replaceFile(path, contents, startedAt);
  return { bytes: bytesOf(metafile), inputs };
}

/** `import('./<part>.lazy')` loads the file beside the bundle; any other import of it would load it always. */
const lazyApart: Plugin = {
  name: 'lazy-apart',
  setup: (bundler) => {
    bundler.onResolve({ filter: /\.lazy$/ }, ({ kind, path, importer }) =>
      kind === 'dynamic-import'
        ? { path: `./${basename(path)}.js`, external: true }
        : { errors: [{ text: `${importer} loads ${path} with every call` }] },
    );
  },
};

function refuseDevelopmentCode(name: string, inputs: readonly string[]): void {
  const strangers = inputs.filter((input) => /^(local|tools|test|miniprogram)\//.test(input));
  if (strangers.length > 0) {
    throw new Error(`the bundle of ${name} contains development code: ${strangers.join(', ')}`);
  }
}

/**
 * Other processes may load the file at any time: they see the old one or the new one, never half of
 * it. It is as old as the start of the build, so that what was saved meanwhile counts as newer.
 */
function replaceFile(file: string, contents: string | Uint8Array, at: Date): void {
  const neighbour = `${file}.${process.pid}.tmp`;
  writeFileSync(neighbour, contents);
  utimesSync(neighbour, at, at);
  renameSync(neighbour, file);
}

function packageOf(name: string): object {
  return { name, version: '1.0.0', private: true, type: 'commonjs', main: 'index.js' };
}

function copyConfig(from: string, to: string): void {
  if (existsSync(from)) copyFileSync(from, to);
  else rmSync(to, { force: true });
}

function bytesOf(metafile: Metafile): number {
  return Object.values(metafile.outputs).reduce((sum, { bytes }) => sum + bytes, 0);
}
