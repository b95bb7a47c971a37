import { readFileSync } from 'node:fs';
import { posix } from 'node:path';

/** A page or component of ours: its place in the package without extension, and what its json says. */
export interface Part {
  readonly path: string;
  readonly isPage: boolean;
  /** Tag → path in the package, or 'tdesign-miniprogram/<x>/<x>'. */
  readonly components: Readonly<Record<string, string>>;
  /** Its template and those that it imports or includes, theirs too. */
  readonly templates: readonly string[];
}

export interface AppGraph {
  readonly firstPage: string;
  /** Roots of the sub-packages, such as 'packages/study'. */
  readonly packageRoots: readonly string[];
  readonly parts: readonly Part[];
}

interface AppJson {
  readonly pages: readonly [string, ...string[]];
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[];
  readonly usingComponents?: unknown;
}

interface PartJson {
  readonly usingComponents?: Readonly<Record<string, string>>;
}

export const TDESIGN = 'tdesign-miniprogram/';

/**
 * Everything that app.json reaches, pages first. Fails on a page or component whose files are
 * missing, and on components declared for the whole app: those would load before every page.
 */
export function readAppGraph(source: string): AppGraph {
  const app = readJson(source, 'app.json') as AppJson;
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
    const components = readComponents(source, path);
    const templates = templateClosure(source, `${path}.wxml`);
    parts.set(path, { path, isPage, components, templates });
    for (const target of Object.values(components)) {
      if (!target.startsWith(TDESIGN)) visit(target, false);
    }
  };
  for (const page of pages) visit(page, true);
  return {
    firstPage: app.pages[0],
    packageRoots: packages.map(({ root }) => root),
    parts: [...parts.values()],
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

/** The sub-package root that `file` lies in, or 'main'. */
export function packageOf(graph: Pick<AppGraph, 'packageRoots'>, file: string): string {
  return graph.packageRoots.find((root) => file.startsWith(`${root}/`)) ?? 'main';
}

function readComponents(source: string, path: string): Readonly<Record<string, string>> {
  const json = readJson(source, `${path}.json`) as PartJson;
  return Object.fromEntries(
    Object.entries(json.usingComponents ?? {}).map(([tag, target]) => [
      tag,
      absolute(path, target),
    ]),
  );
}

const INCLUDED = /<(?:import|include)\b[^>]*?\ssrc=["']([^"']+)["']/gu;

function templateClosure(source: string, first: string): readonly string[] {
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    const text = readFileSync(posix.join(source, file), 'utf8');
    for (const [, target = ''] of text.matchAll(INCLUDED)) visit(absolute(file, target));
  };
  visit(first);
  return [...found];
}

function absolute(from: string, target: string): string {
  if (target.startsWith(TDESIGN)) return target;
  if (target.startsWith('/')) return target.slice(1);
  return posix.join(posix.dirname(from), target);
}

function readJson(source: string, file: string): unknown {
  const text = readFileSync(posix.join(source, file), 'utf8');
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${file} is not JSON`, { cause });
  }
}
