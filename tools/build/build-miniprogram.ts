import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addressesIn, componentFaults, developmentModules, doubledState } from './faults';
import { filesUnder, syncFolder } from './folder';
import { cardPicture, iconStyle, tabPictures, type TabColors } from './own-icons';
import { apiFaults, syntaxFaults } from './oldest-phone';
import { composePackage, firstPageScript, packageSizes, type Files, type Package } from './package';
import { packageFaults } from './package-faults';
import { isTdesign, readSourceTree, type SourceTree } from './source-tree';

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

/** Builds the package that is uploaded, and that the preview runs. Fails with every fault it found. */
export async function buildMiniprogram(options: BuildOptions): Promise<MiniprogramBuild> {
  const tree = readSourceTree(SOURCE);
  const built = await composePackage(tree, {
    project: PROJECT,
    minify: options.minify,
    define: {
      CLIENT_VERSION: JSON.stringify(version()),
      ENV_ID: JSON.stringify(options.envId ?? null),
    },
  });
  addOwnIcons(tree, built.files);
  const faults = faultsOf(tree, built);
  if (faults.length > 0) throw new Error(`miniprogram:\n  ${faults.join('\n  ')}`);
  syncFolder(options.outDir, built.files);
  const packages = packageSizes(built);
  return {
    packages,
    total: Object.values(packages).reduce((sum, size) => sum + size, 0),
    firstPageScript: firstPageScript(built),
    files: [...built.files.keys()].sort(),
  };
}

const ICON_STYLE = 'components/icon/icon.wxss';

function addOwnIcons(tree: SourceTree, files: Files): void {
  const folder = join(SOURCE, 'icons');
  const text = filesUnder(SOURCE, /\.(?:wxml|ts)$/u)
    .map((file) => tree.read(file))
    .join('\n');
  files.set(ICON_STYLE, `${tree.read(ICON_STYLE)}\n${iconStyle(folder, text)}`);
  const colors = JSON.parse(tree.read('theme.json')) as TabColors;
  files.set('packages/note/card.png', cardPicture(folder, colors));
  for (const [file, picture] of tabPictures(folder, colors)) files.set(file, picture);
}

function faultsOf(tree: SourceTree, { graph, scripts, files }: Package): readonly string[] {
  const texts = [...files].flatMap(([file, content]) =>
    typeof content === 'string' ? [[file, content] as const] : [],
  );
  const addresses = texts.flatMap(([file, text]) =>
    addressesIn(text).map((address) => `${file} loads from ${address}`),
  );
  const oldest = leastBaseLibrary();
  const ownParts = graph.parts.filter(({ path }) => !isTdesign(path));
  return [
    ...developmentModules(scripts).map((module) => `${module} went into the package`),
    ...doubledState(graph, scripts, (module) => readFileSync(join(PROJECT, module), 'utf8')),
    ...scripts.flatMap(({ file, code }) => syntaxFaults(file, code)),
    ...scripts.flatMap(({ file, code }) => apiFaults(file, code, oldest)),
    ...addresses,
    ...ownParts.flatMap((part) =>
      componentFaults(part, part.templates.map((file) => tree.read(file)).join('\n')),
    ),
    ...packageFaults(files),
  ];
}

function version(): string {
  return (projectJson('package.json') as { version: string }).version;
}

function leastBaseLibrary(): string {
  return (projectJson('project.config.json') as { libVersion: string }).libVersion;
}

function projectJson(file: string): unknown {
  return JSON.parse(readFileSync(join(PROJECT, file), 'utf8'));
}
