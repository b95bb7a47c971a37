import { mkdirSync } from 'node:fs';
import path from 'node:path';
import {
  type AppJson,
  type BundledApp,
  type BundledComponent,
  partFile,
  partOf,
} from '../app-package';
import { BUILT_IN_TAGS } from '../built-in-tags';
import { buildRuntime } from './build-runtime';
import { createScriptCompiler, type ScriptCompiler } from './compile-script';
import { compileTemplates } from './compile-wxml';
import { createWxssCompiler, type WxssCompiler } from './compile-wxss';
import { type AppPackage, readPackage } from './read-package';
import { writeWhole } from './write-whole';

export interface PreviewBundle {
  /** Written files, relative to `outDir`. */
  readonly files: readonly string[];
  /** What the preview shows differently from a phone, and references that lead nowhere. */
  readonly warnings: readonly string[];
}

export interface PreviewOptions {
  /** The built package, as it would be uploaded: `dist/miniprogram`. */
  readonly appDir: string;
  /** Usually `dist/preview`. */
  readonly outDir: string;
}

interface Compilers {
  readonly styles: WxssCompiler;
  readonly scripts: ScriptCompiler;
  /** One build of the runtime per process: it changes only when the preview itself is changed. */
  readonly runtime: Promise<void>;
}

const compilersOf = new Map<string, Compilers>();

/**
 * Turns a built mini program into files that a browser runs. Repeated calls in one process reuse
 * what did not change. Rejects when app.json, a page's json or a style sheet cannot be parsed.
 */
export async function bundlePreview({ appDir, outDir }: PreviewOptions): Promise<PreviewBundle> {
  mkdirSync(outDir, { recursive: true });
  const compilers = compilersFor(path.resolve(appDir), outDir);
  const appPackage = readPackage(appDir);
  const { app, components } = appPackage;
  const scripts = await compilers.scripts.compile([
    'app.js',
    ...[...components.keys()].map((component) => `${component}.js`),
  ]);
  const appStyle = compilers.styles.compile('app.wxss', 'app');
  const styles = compileStyles(appPackage, compilers.styles);
  const roots = new Set([...components.keys(), ...scripts.members.keys()].map(partIn(app)));
  roots.add('');
  const parts = [...roots].map((root) => {
    const isIn = (file: string): boolean => partOf(app, file) === root;
    const builtIns = root === '' ? BUILT_IN_TAGS : [];
    const templates = compileTemplates(appDir, [...components.keys()].filter(isIn), builtIns);
    const modules = [...scripts.members].filter(([file]) => isIn(file)).map(([, code]) => code);
    const own = Object.fromEntries([...styles.css].filter(([component]) => isIn(component)));
    const code = `{
styles: ${JSON.stringify(own)},
templates: ${templates.code},
modules: {\n${modules.join(',\n')}\n}
}`;
    return { root, code, warnings: templates.warnings };
  });
  const data = {
    app,
    theme: appPackage.theme,
    pages: [...appPackage.pages],
    style: appStyle.css,
    components: bundledComponents(appPackage),
    parts: {},
  } satisfies BundledApp;
  for (const { root, code } of parts) {
    const whole = root === '' ? `globalThis.__bundledApp = ${JSON.stringify(data)};\n` : '';
    const part = `globalThis.__bundledApp.parts[${JSON.stringify(root)}] = ${code};\n`;
    writeWhole(path.join(outDir, partFile(root)), whole + part);
  }
  await compilers.runtime;
  return {
    files: [
      ...['phone.html', 'runtime.js', 'runtime.js.map', 'fonts.css'],
      ...parts.map(({ root }) => partFile(root)),
    ],
    warnings: [
      ...new Set([
        ...appPackage.warnings,
        ...parts.flatMap(({ warnings }) => warnings),
        ...scripts.warnings,
        ...appStyle.warnings,
        ...styles.warnings,
      ]),
    ],
  };
}

const partIn = (app: AppJson) => (file: string) => partOf(app, file);

function compilersFor(appDir: string, outDir: string): Compilers {
  const key = `${appDir}\n${path.resolve(outDir)}`;
  const known = compilersOf.get(key);
  if (known !== undefined) return known;
  const created = {
    styles: createWxssCompiler(appDir),
    scripts: createScriptCompiler(appDir),
    runtime: buildRuntime(outDir),
  };
  compilersOf.set(key, created);
  return created;
}

function bundledComponents({ components }: AppPackage): Record<string, BundledComponent> {
  const entries = [...components.values()].map(({ path: name, isPage, json, using }, index) => [
    name,
    { isPage, json: { ...json, usingComponents: { ...using } }, scope: `c${index.toString(36)}` },
  ]);
  return Object.fromEntries(entries) as Record<string, BundledComponent>;
}

function compileStyles(
  { components }: AppPackage,
  compiler: WxssCompiler,
): { css: ReadonlyMap<string, string>; warnings: string[] } {
  const warnings: string[] = [];
  const css = new Map<string, string>();
  for (const { path: name, isPage } of components.values()) {
    const style = compiler.compile(`${name}.wxss`, isPage ? 'page' : 'component');
    warnings.push(...style.warnings);
    if (style.css !== '') css.set(name, style.css);
  }
  return { css, warnings };
}
