import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { AppJson, PageJson } from '../app-package';

export interface ComponentEntry {
  /** Path in the package without suffix: `pages/today/today`. */
  readonly path: string;
  readonly isPage: boolean;
  readonly json: PageJson;
  /** Tag → absolute path in the package, with a leading slash. */
  readonly using: Readonly<Record<string, string>>;
}

export interface AppPackage {
  readonly appDir: string;
  readonly app: AppJson;
  readonly theme: ThemeVariables;
  readonly pages: readonly string[];
  readonly components: ReadonlyMap<string, ComponentEntry>;
  readonly warnings: string[];
}

export type ThemeVariables = Readonly<Record<'light' | 'dark', Readonly<Record<string, unknown>>>>;

/** Every page and component that app.json reaches, with `usingComponents` resolved as WeChat does. */
export function readPackage(appDir: string): AppPackage {
  const warnings: string[] = [];
  const app = readJson(path.join(appDir, 'app.json')) as AppJson;
  const components = new Map<string, ComponentEntry>();

  const visit = (componentPath: string, isPage: boolean): void => {
    if (components.has(componentPath)) return;
    const jsonFile = path.join(appDir, `${componentPath}.json`);
    if (!existsSync(path.join(appDir, `${componentPath}.wxml`))) {
      warnings.push(`${componentPath}.wxml is missing`);
    }
    const json = existsSync(jsonFile) ? (readJson(jsonFile) as PageJson) : {};
    const using: Record<string, string> = {};
    components.set(componentPath, { path: componentPath, isPage, json, using });
    const own = path.posix.dirname(componentPath);
    const declared = [
      ...Object.entries(app.usingComponents ?? {}).map((entry) => [...entry, ''] as const),
      ...Object.entries(json.usingComponents ?? {}).map((entry) => [...entry, own] as const),
      ...Object.values(json.componentGenerics ?? {}).flatMap((generic) =>
        typeof generic === 'object' ? [['', generic.default, own] as const] : [],
      ),
    ];
    for (const [tag, target, from] of declared) {
      const found = resolveComponent(appDir, from, target);
      if (found === undefined) {
        warnings.push(`${componentPath}.json: component "${target}" is not in the package`);
        continue;
      }
      if (tag !== '') using[tag] = `/${found}`;
      visit(found, false);
    }
  };

  const pages = listPages(app);
  for (const page of pages) visit(page, true);
  if (app.tabBar?.custom === true) visit('custom-tab-bar/index', false);
  return { appDir, app, theme: readTheme(appDir, app), pages, components, warnings };
}

function listPages(app: AppJson): readonly string[] {
  const packages = app.subPackages ?? app.subpackages ?? [];
  return [
    ...app.pages,
    ...packages.flatMap(({ root, pages }) => pages.map((page) => path.posix.join(root, page))),
  ];
}

function readTheme(appDir: string, app: AppJson): ThemeVariables {
  if (app.themeLocation === undefined) return { light: {}, dark: {} };
  return readJson(path.join(appDir, app.themeLocation)) as ThemeVariables;
}

/** Relative, absolute, or from the nearest `miniprogram_npm` on the way up. */
function resolveComponent(appDir: string, from: string, target: string): string | undefined {
  const candidates = target.startsWith('/')
    ? [target.slice(1)]
    : [path.posix.join(from, target), ...npmCandidates(from, target)];
  for (const candidate of candidates) {
    for (const file of [candidate, `${candidate}/index`]) {
      if (existsSync(path.join(appDir, `${file}.json`))) return file;
    }
  }
  return undefined;
}

/** Where a bare name may live, nearest folder first; nothing for a relative name. */
export function npmCandidates(from: string, target: string): readonly string[] {
  if (/^[./]/.test(target)) return [];
  const folders = from === '.' || from === '' ? [] : from.split('/');
  return Array.from({ length: folders.length + 1 }, (_, dropped) =>
    path.posix.join(...folders.slice(0, folders.length - dropped), 'miniprogram_npm', target),
  );
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch (error) {
    throw new Error(`${file} cannot be read as JSON`, { cause: error });
  }
}
