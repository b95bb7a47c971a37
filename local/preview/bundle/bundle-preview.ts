import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { BundledApp, BundledComponent } from '../app-package';
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
  const templates = compileTemplates(appDir, appPackage.components.keys());
  const scripts = await compilers.scripts.compile([
    'app.js',
    ...[...appPackage.components.keys()].map((component) => `${component}.js`),
  ]);
  const styles = compileStyles(appPackage, compilers.styles);
  const data = {
    app: appPackage.app,
    theme: appPackage.theme,
    pages: [...appPackage.pages],
    style: styles.app,
    components: styles.components,
  } satisfies Omit<BundledApp, 'modules' | 'templates'>;
  const code = `globalThis.__bundledApp = Object.assign(${JSON.stringify(data)}, {
templates: ${templates.code},
modules: ${scripts.code}
});\n`;
  writeWhole(path.join(outDir, 'app.js'), code);
  await compilers.runtime;
  return {
    files: ['phone.html', 'runtime.js', 'runtime.js.map', 'app.js', 'fonts.css'],
    warnings: [
      ...new Set([
        ...appPackage.warnings,
        ...templates.warnings,
        ...scripts.warnings,
        ...styles.warnings,
      ]),
    ],
  };
}

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

function compileStyles(
  { components }: AppPackage,
  compiler: WxssCompiler,
): { app: string; components: Record<string, BundledComponent>; warnings: string[] } {
  const app = compiler.compile('app.wxss', 'app');
  const warnings = [...app.warnings];
  const bundled: Record<string, BundledComponent> = {};
  for (const { path: name, isPage, json, using } of components.values()) {
    const style = compiler.compile(`${name}.wxss`, isPage ? 'page' : 'component');
    warnings.push(...style.warnings);
    bundled[name] = {
      isPage,
      json: { ...json, usingComponents: { ...using } },
      scope: `c${Object.keys(bundled).length.toString(36)}`,
      style: style.css,
    };
  }
  return { app: app.css, components: bundled, warnings };
}
