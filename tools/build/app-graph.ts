import { posix } from 'node:path';
import { referencesIn, resolvePath } from './references';
import { TDESIGN_HOME, type SourceTree } from './source-tree';

/** A page or component: its place in the source tree without suffix, and what its json says. */
export interface Part {
  readonly path: string;
  readonly isPage: boolean;
  /** Tag → path in the source tree. */
  readonly components: Readonly<Record<string, string>>;
  /** Its template and those that it imports or includes, theirs too, with the WXS they use. */
  readonly templates: readonly string[];
  /** Its style, when it has one, and those that it imports, theirs too. */
  readonly styles: readonly string[];
}

export interface AppGraph {
  readonly firstPage: string;
  /** Roots of the sub-packages, such as 'packages/study'. */
  readonly packageRoots: readonly string[];
  readonly parts: readonly Part[];
  /** The style of the app and those that it imports. */
  readonly styles: readonly string[];
}

interface AppJson {
  readonly pages: readonly [string, ...string[]];
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[];
  readonly usingComponents?: unknown;
}

export interface PartJson {
  readonly usingComponents?: Readonly<Record<string, string>>;
}

/** The package that holds whatever lies in no sub-package. */
export const MAIN = 'main';

/**
 * Everything that app.json reaches, pages first. Fails on a page or component whose files are
 * missing, and on components declared for the whole app: those would load before every page.
 */
export function readAppGraph(tree: SourceTree): AppGraph {
  const app = readJson(tree, 'app.json') as AppJson;
  if (app.usingComponents !== undefined) {
    throw new Error('app.json: declare components in the pages that use them, not for the app');
  }
  const packages = app.subPackages ?? [];
  const pages = [
    ...app.pages,
    ...packages.flatMap(({ root, pages }) => pages.map((page) => posix.join(root, page))),
  ];
  const parts = new Map<string, Part>();
  const visit = (path: string, isPage: boolean): void => {
    if (parts.has(path)) return;
    const components = readComponents(tree, path);
    const templates = closureOfText(tree, `${path}.wxml`);
    const style = `${path}.wxss`;
    const styles = tree.has(style) ? closureOfText(tree, style) : [];
    parts.set(path, { path, isPage, components, templates, styles });
    for (const target of Object.values(components)) visit(target, false);
  };
  for (const page of pages) visit(page, true);
  return {
    firstPage: app.pages[0],
    packageRoots: packages.map(({ root }) => root),
    parts: [...parts.values()],
    styles: closureOfText(tree, 'app.wxss'),
  };
}

/** Parts that WeChat loads together with `path`: itself and its components, theirs included. */
export function closureOf(graph: AppGraph, path: string): readonly Part[] {
  const found = new Map<string, Part>();
  const visit = (wanted: string): void => {
    const part = graph.parts.find((candidate) => candidate.path === wanted);
    if (part === undefined || found.has(wanted)) return;
    found.set(wanted, part);
    for (const target of Object.values(part.components)) visit(target);
  };
  visit(path);
  return [...found.values()];
}

/** The sub-package root that `file` lies in, or MAIN. */
export function packageOf(graph: Pick<AppGraph, 'packageRoots'>, file: string): string {
  return graph.packageRoots.find((root) => file.startsWith(`${root}/`)) ?? MAIN;
}

const LATE = /\brequire\.async\((["'`])\.\/([\w/-]+)\.js\1\)/gu;

/** Scripts of sub-packages that the script of the app loads when it comes to them, without suffix. */
export function lateScriptsIn(appScript: string): readonly string[] {
  return [...appScript.matchAll(LATE)].map(([, , path = '']) => path);
}

/** What a path written in the json of a part means. */
export function componentPath(part: string, written: string): string {
  return written.startsWith('tdesign-miniprogram/')
    ? posix.join(posix.dirname(TDESIGN_HOME), written)
    : resolvePath(part, written);
}

function readComponents(tree: SourceTree, path: string): Readonly<Record<string, string>> {
  const { usingComponents = {} } = readJson(tree, `${path}.json`) as PartJson;
  return Object.fromEntries(
    Object.entries(usingComponents).map(([tag, written]) => [tag, componentPath(path, written)]),
  );
}

function closureOfText(tree: SourceTree, first: string): readonly string[] {
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    for (const target of referencesIn(file, tree.read(file))) visit(target);
  };
  visit(first);
  return [...found];
}

export function readJson(tree: SourceTree, file: string): unknown {
  try {
    return JSON.parse(tree.read(file));
  } catch (cause) {
    throw new Error(`${file} cannot be read as JSON`, { cause });
  }
}
