import { readFileSync } from 'node:fs';
import { posix, relative } from 'node:path';
import { rolldown, type OutputChunk, type Plugin } from 'rolldown';
import { MAIN } from './app-graph';
import { DECLARING } from './declaring';
import { keepsState } from './module-state';
import { plainExports } from './plain-exports';
import { resolvePath, rewriteReferences } from './references';
import { resolveNestedNpm } from './tdesign';

export interface Script {
  readonly file: string;
  readonly code: string;
  /** Files of the package that it requires. */
  readonly requires: readonly string[];
  /** Sources that went into it, relative to the project. */
  readonly modules: readonly string[];
}

/** A page, a component or the app: the script that WeChat runs for it. */
export interface Entry {
  /** Path in the package without suffix. */
  readonly path: string;
  /** Source on disk. */
  readonly source: string;
  /** Root of its sub-package, or MAIN. */
  readonly home: string;
}

export interface ScriptOptions {
  readonly project: string;
  readonly entries: readonly Entry[];
  readonly minify: boolean;
  /** Names that sources see as constants, such as the version. */
  readonly define: Readonly<Record<string, string>>;
}

/**
 * The scripts of all entries as CommonJS; what several of one package share becomes files of its
 * own. A sub-package takes a module from main when main has all that it wants of it, or when the
 * module keeps state or is a library that does; anything else it carries itself.
 */
export async function bundleScripts(options: ScriptOptions): Promise<readonly Script[]> {
  const apart = exportsIn(await bundle({ ...options, minify: false }, () => false));
  const isStateful = remember((file: string) => keepsState(readFileSync(file, 'utf8')));
  const isTakenFromMain = (file: string, home: string): boolean => {
    const offered = apart.get(file);
    const wanted = apart.get(moduleId(file, home)) ?? [];
    return (
      offered !== undefined && (isStateful(file) || wanted.every((name) => offered.includes(name)))
    );
  };
  const chunks = withOwnHelpers(await bundle(options, isTakenFromMain));
  return chunks.map(({ fileName, code, imports, moduleIds }) => ({
    file: fileName,
    code,
    requires: imports,
    modules: moduleIds
      .filter((id) => !isHelper(id))
      .map((id) => relative(options.project, partsOf(id).file)),
  }));
}

/** What is read of the bundler's chunks, which live outside of JavaScript's memory. */
type Chunk = Pick<OutputChunk, 'fileName' | 'code' | 'imports' | 'moduleIds' | 'modules'>;

type TakenFromMain = (file: string, home: string) => boolean;

async function bundle(
  { entries, minify, define }: ScriptOptions,
  isTakenFromMain: TakenFromMain,
): Promise<readonly Chunk[]> {
  const build = await rolldown({
    input: Object.fromEntries(
      entries.map(({ path, source, home }) => [path, moduleId(source, home)]),
    ),
    platform: 'neutral',
    treeshake: { manualPureFunctions: [...DECLARING], propertyReadSideEffects: false },
    resolve: { mainFields: ['module', 'main'] },
    transform: { target: 'es2018', define: { ...define } },
    logLevel: 'warn',
    // Written only where the machine is slow, and nothing that people who run `npm start` can mend.
    checks: { bundlerTimings: false },
    plugins: [ownCopies(isTakenFromMain)],
  });
  try {
    const { output } = await build.generate({
      format: 'cjs',
      exports: 'named',
      esModule: false,
      generatedCode: { symbols: false },
      minify,
      // They speak to bundlers, and are 3 KB before the first page.
      comments: { annotation: false },
      entryFileNames: '[name].js',
      chunkFileNames: ({ moduleIds }) => sharedFile(moduleIds),
      plugins: [{ name: 'plain-exports', renderChunk: (code) => plainExports(code) }],
    });
    return output
      .filter((file) => file.type === 'chunk')
      .map(({ fileName, code, imports, moduleIds, modules }) => ({
        fileName,
        code: lateInPlainQuotes(code),
        imports,
        moduleIds,
        modules,
      }));
  } finally {
    await build.close();
  }
}

/** Who reads the script to find what it loads later reads plain quotes; the minifier writes others. */
function lateInPlainQuotes(code: string): string {
  return code.replaceAll(/\brequire\.async\(`([\w./-]+)`\)/gu, 'require.async("$1")');
}

/** Modules that a sub-package carries itself have ids of their own, so that they are bundled apart. */
function ownCopies(isTakenFromMain: TakenFromMain): Plugin {
  return {
    name: 'own-copies',
    async resolveId(written, importer, { kind }) {
      if (importer === undefined) return null;
      const { file: from, home } = partsOf(importer);
      const nested = resolveNestedNpm(written, from);
      const found =
        nested === undefined
          ? await this.resolve(written, from, { kind, skipSelf: true })
          : { id: nested };
      if (found === null || home === MAIN || isTakenFromMain(found.id, home)) return found;
      return { ...found, id: moduleId(found.id, home) };
    },
    load(id) {
      const { file, home } = partsOf(id);
      if (home === MAIN) return null;
      return { code: readFileSync(file, 'utf8'), moduleType: file.endsWith('.ts') ? 'ts' : 'js' };
    },
  };
}

const MARK = '?in=';

function moduleId(file: string, home: string): string {
  return home === MAIN ? file : file + MARK + home;
}

function partsOf(id: string): { readonly file: string; readonly home: string } {
  const [file = '', home = MAIN] = id.split(MARK);
  return { file, home };
}

function isHelper(id: string): boolean {
  return id.startsWith('\0');
}

function homeOf(moduleIds: readonly string[]): string {
  return partsOf(moduleIds.at(-1) ?? '').home;
}

function sharedFile(moduleIds: readonly string[]): string {
  const { file, home } = partsOf(moduleIds.at(-1) ?? '');
  const name = posix.basename(file).replace(/\.\w+$/u, '');
  return posix.join(home === MAIN ? '' : home, 'common', `${name}.js`);
}

/** The bundler's helpers are one file for all: when main has no use for it, each that has gets a copy. */
function withOwnHelpers(chunks: readonly Chunk[]): readonly Chunk[] {
  // A chunk without modules only hands on what another has.
  const isOfHelpers = ({ moduleIds }: Chunk) => moduleIds.length > 0 && moduleIds.every(isHelper);
  const helpers = chunks.find(isOfHelpers);
  if (helpers === undefined) return chunks;
  const users = chunks.filter(({ imports }) => imports.includes(helpers.fileName));
  const homes = new Set(users.map(({ moduleIds }) => homeOf(moduleIds)));
  if (homes.has(MAIN)) return chunks;
  const copyIn = (home: string) => posix.join(home, helpers.fileName);
  const copies = [...homes].map((home) => ({ ...helpers, fileName: copyIn(home) }));
  const others = chunks.filter((chunk) => chunk !== helpers);
  return [
    ...copies,
    ...others.map((chunk) => {
      const { fileName, code, imports, moduleIds } = chunk;
      if (!users.includes(chunk)) return chunk;
      const place = (file: string) =>
        file === helpers.fileName ? copyIn(homeOf(moduleIds)) : file;
      return {
        ...chunk,
        code: rewriteReferences(fileName, code, (written) => place(resolvePath(fileName, written))),
        imports: imports.map(place),
      };
    }),
  ];
}

function exportsIn(chunks: readonly Chunk[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    chunks.flatMap(({ modules }) =>
      Object.entries(modules).map(([id, { renderedExports }]) => [id, renderedExports]),
    ),
  );
}

function remember<T>(ask: (file: string) => T): (file: string) => T {
  const known = new Map<string, T>();
  return (file) => {
    const answer = known.get(file) ?? ask(file);
    known.set(file, answer);
    return answer;
  };
}
