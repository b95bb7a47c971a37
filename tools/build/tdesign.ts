import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { posix } from 'node:path';
import * as esbuild from 'esbuild';
import { iconRule } from './icon-rule';
import { TDESIGN } from './app-graph';

export interface TdesignFiles {
  /** Path inside tdesign-miniprogram → content. */
  readonly files: ReadonlyMap<string, string>;
  /** Component path → its scripts, for counting what a page loads. */
  readonly scriptsOf: (component: string) => Promise<readonly string[]>;
}

const require = createRequire(import.meta.url);
const ROOT = posix.join(
  posix.dirname(require.resolve('tdesign-miniprogram/package.json')),
  'miniprogram_dist',
);

/**
 * The files of TDesign that the named components need, their own components included, and its
 * styles named by `styles`. The icon font, which would come from a CDN, is replaced by masks of
 * those icons that the picked files or `ownText` speak of.
 */
export async function pickTdesign(
  components: readonly string[],
  styles: readonly string[],
  ownText: string,
): Promise<TdesignFiles> {
  const files = new Map<string, string>();
  const scriptsOf = async (component: string): Promise<readonly string[]> =>
    scriptClosure(componentClosure(component).map((path) => `${path}.js`));
  for (const style of styles) addTextClosure(files, style);
  for (const path of new Set(components.flatMap((component) => componentClosure(component)))) {
    files.set(`${path}.json`, read(`${path}.json`));
    addTextClosure(files, `${path}.wxml`);
    if (existsSync(`${ROOT}/${path}.wxss`)) addTextClosure(files, `${path}.wxss`);
  }
  for (const component of components) {
    for (const script of await scriptsOf(component)) files.set(script, read(script));
  }
  const iconStyle = files.get('icon/icon.wxss');
  if (iconStyle !== undefined) {
    files.set('icon/icon.wxss', withLocalIcons(iconStyle, [...files.values(), ownText]));
  }
  return { files, scriptsOf };
}

function componentClosure(first: string): readonly string[] {
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    const json = JSON.parse(read(`${path}.json`)) as { usingComponents?: Record<string, string> };
    for (const target of Object.values(json.usingComponents ?? {})) {
      visit(posix.join(posix.dirname(path), target));
    }
  };
  visit(first.replace(TDESIGN, ''));
  return [...found];
}

const REFERENCE = {
  '.wxml': /<(?:import|include|wxs)\b[^>]*?\ssrc=["']([^"']+)["']/gu,
  '.wxss': /@import\s+["']([^"']+)["']/gu,
  '.wxs': /\brequire\(["']([^"']+)["']\)/gu,
};

/** Adds a template or style and what it includes. */
function addTextClosure(files: Map<string, string>, file: string): void {
  if (files.has(file)) return;
  const text = read(file);
  files.set(file, text);
  for (const [, target = ''] of text.matchAll(
    REFERENCE[posix.extname(file) as keyof typeof REFERENCE],
  )) {
    addTextClosure(files, posix.join(posix.dirname(file), target));
  }
}

async function scriptClosure(scripts: readonly string[]): Promise<readonly string[]> {
  const result = await esbuild.build({
    entryPoints: scripts.map((script) => `${ROOT}/${script}`),
    absWorkingDir: ROOT,
    outdir: 'unused',
    bundle: true,
    write: false,
    metafile: true,
    logLevel: 'error',
    plugins: [{ name: 'nested-npm', setup: resolveNestedNpm }],
  });
  return Object.keys(result.metafile.inputs);
}

/** TDesign brings its own npm packages in miniprogram_npm. */
function resolveNestedNpm(build: esbuild.PluginBuild): void {
  build.onResolve({ filter: /^[a-z]/ }, ({ path, kind }) => {
    if (kind === 'entry-point') return null;
    const base = `${ROOT}/miniprogram_npm/${path}`;
    const file = [base, `${base}.js`, `${base}/index.js`].find(
      (candidate) => existsSync(candidate) && statSync(candidate).isFile(),
    );
    return file === undefined ? null : { path: file };
  });
}

const GLYPH = /\.t-icon-([\w-]+):before\{content:'[^']*';\}\n?/gu;

function withLocalIcons(style: string, texts: readonly string[]): string {
  const { icons } = require('@iconify-json/tdesign/icons.json') as {
    icons: Record<string, { body: string }>;
  };
  const quoted = texts.flatMap((text) => [...text.matchAll(/["']([a-z][a-z0-9-]*)["']/gu)]);
  const words = new Set(quoted.map(([, word = '']) => word));
  const used = [...style.matchAll(GLYPH)]
    .map(([, name = '']) => name)
    .filter((name) => words.has(name) && icons[name] !== undefined);
  const base = style
    .replace(GLYPH, '')
    .replace(/@font-face\{[^}]*\}/u, '')
    .replace(/font-family:t!important;/u, '');
  const rules = used.map((name) =>
    iconRule(
      `.t-icon-${name}:before`,
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${icons[name]?.body ?? ''}</svg>`,
    ),
  );
  const shape = `[class*='t-icon-']:before{content:'';display:block;width:1em;height:1em;background:currentColor;}`;
  return [base, shape, ...rules].join('\n');
}

function read(file: string): string {
  return readFileSync(`${ROOT}/${file}`, 'utf8');
}
