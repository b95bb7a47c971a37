import {
  closureOf,
  componentPath,
  MAIN,
  packageOf,
  readJson,
  type AppGraph,
  type Part,
  type PartJson,
} from './app-graph';
import { resolvePath, rewriteReferences } from './references';
import type { SourceTree } from './source-tree';

/** Something of the source tree and where it stands in the package that is uploaded. */
interface Placed {
  /** Path in the source tree. */
  readonly source: string;
  /** Path in the package; of a part without suffix. */
  readonly path: string;
  /** Root of the sub-package it stands in, or MAIN. */
  readonly home: string;
}

export interface PlacedPart extends Placed {
  readonly part: Part;
}

export interface Placement {
  readonly parts: readonly PlacedPart[];
  /** Templates, styles and WXS. */
  readonly files: readonly Placed[];
  /** Where pages of `home` find something of the source tree. */
  readonly placeOf: (source: string, home: string) => string;
}

/**
 * Code lives where it is used: what a page of main or the app needs stands in main, once; what only
 * pages of sub-packages need stands in each of them, as a copy at the same path below its root.
 * Fails when a part uses something of a sub-package that it does not lie in.
 */
export function placeParts(graph: AppGraph): Placement {
  const partsOf = (home: string): readonly Part[] => {
    const pages = graph.parts.filter(
      ({ path, isPage }) => isPage && packageOf(graph, path) === home,
    );
    return [...new Set(pages.flatMap(({ path }) => closureOf(graph, path)))];
  };
  const inMain = new Set([
    ...graph.styles,
    ...partsOf(MAIN).flatMap(({ path, templates, styles }) => [path, ...templates, ...styles]),
  ]);
  const placeOf = (source: string, home: string): string => {
    const origin = packageOf(graph, source);
    if (origin === home || inMain.has(source)) return source;
    return `${home}/${source}`;
  };
  const homes = [MAIN, ...graph.packageRoots];
  const parts = homes.flatMap((home) =>
    partsOf(home).map((part) => {
      refuseForeign(graph, part, home);
      return placed(graph, part.path, placeOf(part.path, home), { part });
    }),
  );
  const files = homes.flatMap((home) => {
    const own = partsOf(home).flatMap(({ templates, styles }) => [...templates, ...styles]);
    const sources = home === MAIN ? [...graph.styles, ...own] : own;
    return sources.map((source) => placed(graph, source, placeOf(source, home), {}));
  });
  return { parts: onePerPath(parts), files: onePerPath(files), placeOf };
}

/** A template, style or WXS as it stands in the package: its references lead to where things are. */
export function placedText(tree: SourceTree, { placeOf }: Placement, file: Placed): string {
  const { source, path, home } = file;
  return rewriteReferences(path, tree.read(source), (written) =>
    placeOf(resolvePath(source, written), home),
  );
}

/** The json of a part as it stands in the package. */
export function placedJson(tree: SourceTree, { placeOf }: Placement, part: PlacedPart): string {
  const json = readJson(tree, `${part.source}.json`) as PartJson;
  const usingComponents = Object.fromEntries(
    Object.entries(json.usingComponents ?? {}).map(([tag, written]) => {
      const place = placeOf(componentPath(part.source, written), part.home);
      return [tag, resolvePath(part.path, written) === place ? written : `/${place}`];
    }),
  );
  return JSON.stringify({ ...json, ...(json.usingComponents && { usingComponents }) });
}

function placed<T>(graph: AppGraph, source: string, path: string, more: T): Placed & T {
  return { source, path, home: packageOf(graph, path), ...more };
}

function refuseForeign(graph: AppGraph, part: Part, home: string): void {
  const used = [part.path, ...part.templates, ...part.styles];
  const foreign = used.find((file) => ![MAIN, home].includes(packageOf(graph, file)));
  if (foreign === undefined) return;
  throw new Error(
    `${foreign} is used by ${home}: put what both need outside of ${packageOf(graph, foreign)}`,
  );
}

function onePerPath<T extends Placed>(all: readonly T[]): readonly T[] {
  return [...new Map(all.map((one) => [one.path, one])).values()];
}
