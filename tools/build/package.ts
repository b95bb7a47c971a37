import {
  closureOf,
  lateScriptsIn,
  MAIN,
  packageOf,
  readAppGraph,
  type AppGraph,
} from './app-graph';
import { placedJson, placedText, placeParts } from './placement';
import { bundleScripts, type Script } from './scripts';
import { isTdesign, type SourceTree } from './source-tree';
import { TDESIGN_ICONS, withLocalIcons } from './tdesign';

/** Path in the package → content. */
export type Files = Map<string, string | Uint8Array>;

export interface Package {
  readonly graph: AppGraph;
  readonly scripts: readonly Script[];
  readonly files: Files;
}

export interface PackageOptions {
  readonly project: string;
  readonly minify: boolean;
  readonly define: Readonly<Record<string, string>>;
}

/** The files of the package that come from app.json and what it reaches, each where it is used. */
export async function composePackage(tree: SourceTree, options: PackageOptions): Promise<Package> {
  const graph = readAppGraph(tree);
  const placement = placeParts(graph);
  const scripts = await bundleScripts({
    ...options,
    entries: [
      { path: 'app', source: tree.diskPath('app.ts'), home: MAIN },
      ...placement.parts.map(({ source, path, home }) => ({
        path,
        source: tree.diskPath(`${source}.${isTdesign(source) ? 'js' : 'ts'}`),
        home,
      })),
      ...lateScriptsIn(tree.read('app.ts')).map((path) => ({
        path,
        source: tree.diskPath(`${path}.ts`),
        home: packageOf(graph, path),
      })),
    ],
  });
  const files: Files = new Map();
  for (const { file, code } of scripts) files.set(file, code);
  for (const part of placement.parts) {
    files.set(`${part.path}.json`, placedJson(tree, placement, part));
  }
  for (const file of placement.files) files.set(file.path, placedText(tree, placement, file));
  for (const file of ['app.json', 'theme.json', 'sitemap.json'].filter(tree.has)) {
    files.set(file, JSON.stringify(JSON.parse(tree.read(file))));
  }
  for (const { source, path, home } of placement.files) {
    if (source !== TDESIGN_ICONS) continue;
    const texts = [...files].filter(([file]) => packageOf(graph, file) === home);
    files.set(
      path,
      withLocalIcons(
        tree.read(source),
        texts.map(([, text]) => String(text)),
      ),
    );
  }
  return { graph, scripts, files };
}

/** Bytes of the scripts that run before the first page can draw. */
export function firstPageScript({ graph, scripts, files }: Package): number {
  const needed = new Set<string>();
  const need = (file: string): void => {
    if (needed.has(file)) return;
    needed.add(file);
    scripts.find((script) => script.file === file)?.requires.forEach(need);
  };
  need('app.js');
  for (const { path } of closureOf(graph, graph.firstPage)) need(`${path}.js`);
  return [...needed].reduce((sum, file) => sum + Buffer.byteLength(files.get(file) ?? ''), 0);
}

/** MAIN and the root of each sub-package → bytes, before WeChat compresses them. */
export function packageSizes({ graph, files }: Package): Readonly<Record<string, number>> {
  const sizes = Object.fromEntries([MAIN, ...graph.packageRoots].map((home) => [home, 0]));
  for (const [file, content] of files) {
    const home = packageOf(graph, file);
    sizes[home] = (sizes[home] ?? 0) + Buffer.byteLength(content);
  }
  return sizes;
}
