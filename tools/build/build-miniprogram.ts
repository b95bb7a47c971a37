import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { closureOf, packageOf, readAppGraph, TDESIGN, type AppGraph, type Part } from './app-graph';
import { addressesIn, componentFaults, developmentModules } from './faults';
import { iconStyle, tabPictures, type TabColors } from './own-icons';
import { bundleScripts, type Script } from './scripts';
import { pickTdesign, type TdesignFiles } from './tdesign';
import { filesUnder, syncFolder } from './folder';

export interface BuildOptions {
  readonly outDir: string;
  readonly minify: boolean;
  /** CloudBase environment; without it the phone uses the default one of the account. */
  readonly envId?: string;
}

/** What was built. Sizes are bytes on disk, before WeChat compresses the package. */
export interface MiniprogramBuild {
  readonly total: number;
  /** 'main' and the root of each sub-package → bytes. */
  readonly packages: Readonly<Record<string, number>>;
  /** All JavaScript that runs before the first page can draw, TDesign included. */
  readonly firstPageScript: number;
  readonly files: readonly string[];
}

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const SOURCE = join(PROJECT, 'miniprogram');
const TDESIGN_HOME = 'miniprogram_npm/tdesign-miniprogram';

/** Builds the package that is uploaded, and that the preview runs. Fails with every fault it found. */
export async function buildMiniprogram(options: BuildOptions): Promise<MiniprogramBuild> {
  const graph = readAppGraph(SOURCE);
  const scripts = await bundleScripts({
    project: PROJECT,
    source: SOURCE,
    graph,
    minify: options.minify,
    define: {
      CLIENT_VERSION: JSON.stringify(version()),
      ENV_ID: JSON.stringify(options.envId ?? null),
    },
  });
  const tdesign = await tdesignOf(graph);
  const files = compose(graph, scripts, tdesign);
  const faults = faultsOf(graph, scripts, files);
  if (faults.length > 0) throw new Error(`miniprogram:\n  ${faults.join('\n  ')}`);
  syncFolder(options.outDir, files);
  return {
    ...sizesOf(graph, files),
    firstPageScript: await firstPageScript(graph, scripts, tdesign, files),
    files: [...files.keys()].sort(),
  };
}

type Files = Map<string, string | Uint8Array>;

function compose(graph: AppGraph, scripts: readonly Script[], tdesign: TdesignFiles): Files {
  const files: Files = new Map();
  for (const { file, code } of scripts) files.set(file, code);
  for (const { path, templates } of graph.parts) {
    files.set(`${path}.json`, compactJson(`${path}.json`));
    for (const template of templates) files.set(template, source(template));
    if (existsSync(join(SOURCE, `${path}.wxss`))) files.set(`${path}.wxss`, source(`${path}.wxss`));
  }
  for (const file of ['app.json', 'theme.json', 'sitemap.json']) files.set(file, compactJson(file));
  files.set('app.wxss', source('app.wxss'));
  for (const file of filesUnder(SOURCE, /^styles\/.*\.wxss$|\.wxs$/u))
    files.set(file, source(file));
  const iconHome = 'components/icon/icon.wxss';
  const masks = iconStyle(join(SOURCE, 'icons'), ownText());
  files.set(iconHome, `${source(iconHome)}\n${masks}`);
  const colors = JSON.parse(source('theme.json')) as TabColors;
  for (const [file, picture] of tabPictures(join(SOURCE, 'icons'), colors))
    files.set(file, picture);
  for (const [file, text] of tdesign.files) files.set(posix.join(TDESIGN_HOME, file), text);
  return files;
}

function tdesignOf(graph: AppGraph): Promise<TdesignFiles> {
  const components = graph.parts
    .flatMap((part) => Object.values(part.components))
    .filter((target) => target.startsWith(TDESIGN));
  const styles = [
    ...source('app.wxss').matchAll(/@import '\.\/miniprogram_npm\/tdesign-miniprogram\/([^']+)'/gu),
  ];
  return pickTdesign(
    [...new Set(components)],
    styles.map(([, file = '']) => file),
    ownText(),
  );
}

function faultsOf(graph: AppGraph, scripts: readonly Script[], files: Files): readonly string[] {
  const addresses = [...files].flatMap(([file, content]) =>
    typeof content === 'string'
      ? addressesIn(content).map((address) => `${file} loads from ${address}`)
      : [],
  );
  return [
    ...developmentModules(scripts).map((module) => `${module} went into the package`),
    ...addresses,
    ...graph.parts.flatMap((part) => componentFaults(part, templateOf(part))),
  ];
}

function sizesOf(graph: AppGraph, files: Files): Pick<MiniprogramBuild, 'total' | 'packages'> {
  const packages: Record<string, number> = { main: 0 };
  for (const [file, content] of files) {
    const home = packageOf(graph, file);
    packages[home] = (packages[home] ?? 0) + Buffer.byteLength(content);
  }
  return { packages, total: Object.values(packages).reduce((sum, size) => sum + size, 0) };
}

async function firstPageScript(
  graph: AppGraph,
  scripts: readonly Script[],
  tdesign: TdesignFiles,
  files: Files,
): Promise<number> {
  const needed = new Set<string>();
  const need = (file: string): void => {
    if (needed.has(file)) return;
    needed.add(file);
    scripts.find((script) => script.file === file)?.requires.forEach(need);
  };
  need('app.js');
  for (const part of closureOf(graph, graph.firstPage)) {
    need(`${part.path}.js`);
    for (const target of Object.values(part.components)) {
      if (!target.startsWith(TDESIGN)) continue;
      const loaded = await tdesign.scriptsOf(target);
      for (const script of loaded) needed.add(posix.join(TDESIGN_HOME, script));
    }
  }
  return [...needed].reduce((sum, file) => sum + Buffer.byteLength(files.get(file) ?? ''), 0);
}

function templateOf({ templates }: Part): string {
  return templates.map((file) => source(file)).join('\n');
}

/** Templates and scripts of ours, in which names of icons are looked for. */
function ownText(): string {
  return filesUnder(SOURCE, /\.(?:wxml|ts)$/u)
    .map((file) => source(file))
    .join('\n');
}

function source(file: string): string {
  return readFileSync(join(SOURCE, file), 'utf8');
}

function compactJson(file: string): string {
  return JSON.stringify(JSON.parse(source(file)));
}

function version(): string {
  const { version } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}
