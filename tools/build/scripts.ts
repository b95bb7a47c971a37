import { posix, relative } from 'node:path';
import { rolldown } from 'rolldown';
import { packageOf, type AppGraph } from './app-graph';

export interface Script {
  readonly file: string;
  readonly code: string;
  /** Files of the package that it requires. */
  readonly requires: readonly string[];
  /** Sources that went into it, relative to the project. */
  readonly modules: readonly string[];
}

export interface ScriptOptions {
  readonly project: string;
  readonly source: string;
  readonly graph: AppGraph;
  readonly minify: boolean;
  /** Names that sources see as constants, such as the version. */
  readonly define: Readonly<Record<string, string>>;
}

/**
 * The scripts of all pages and components as CommonJS. Modules that several of them share become
 * files of their own: inside a sub-package when only its pages need them, else in the main package.
 */
export async function bundleScripts(options: ScriptOptions): Promise<readonly Script[]> {
  const { source, graph } = options;
  const entries = ['app', ...graph.parts.map(({ path }) => path)];
  const bundle = await rolldown({
    input: Object.fromEntries(entries.map((path) => [path, `${source}/${path}.ts`])),
    platform: 'neutral',
    resolve: { mainFields: ['module', 'main'] },
    transform: { target: 'es2018', define: { ...options.define } },
    logLevel: 'warn',
  });
  const generate = (homeOf: (modules: readonly string[]) => string) =>
    bundle.generate({
      format: 'cjs',
      exports: 'named',
      esModule: false,
      minify: options.minify,
      entryFileNames: '[name].js',
      chunkFileNames: ({ moduleIds }) => posix.join(homeOf(moduleIds), 'common/[name].js'),
    });
  try {
    const draft = (await generate(() => '')).output.flatMap((file) => chunkOf(file));
    const homes = homesOfSharedChunks(draft, graph);
    const home = (modules: readonly string[]) => homes.get(modules.join()) ?? '';
    const final = (await generate(home)).output.flatMap((file) => chunkOf(file));
    return final.map(({ fileName, code, imports, moduleIds }) => ({
      file: fileName,
      code,
      requires: imports,
      modules: moduleIds.map((id) => relative(options.project, id)),
    }));
  } finally {
    await bundle.close();
  }
}

interface Chunk {
  readonly fileName: string;
  readonly code: string;
  readonly isEntry: boolean;
  readonly imports: readonly string[];
  readonly moduleIds: readonly string[];
}

function chunkOf(file: { readonly type: 'chunk' | 'asset' }): readonly Chunk[] {
  return file.type === 'chunk' ? [file as unknown as Chunk] : [];
}

/** Modules of a shared chunk → root of the one sub-package that needs it, or '' for main. */
function homesOfSharedChunks(
  chunks: readonly Chunk[],
  graph: AppGraph,
): ReadonlyMap<string, string> {
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const users = new Map<string, Set<string>>();
  const walk = (file: string, user: string, seen: Set<string>): void => {
    if (seen.has(file)) return;
    seen.add(file);
    users.set(file, (users.get(file) ?? new Set()).add(user));
    for (const next of byFile.get(file)?.imports ?? []) walk(next, user, seen);
  };
  for (const chunk of chunks.filter(({ isEntry }) => isEntry)) {
    walk(chunk.fileName, packageOf(graph, chunk.fileName), new Set());
  }
  return new Map(
    chunks.map((chunk) => {
      const [user, ...others] = users.get(chunk.fileName) ?? [];
      const isOneSubPackage = user !== undefined && user !== 'main' && others.length === 0;
      return [chunk.moduleIds.join(), isOneSubPackage ? user : ''];
    }),
  );
}
