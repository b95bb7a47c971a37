import { mkdirSync, readFileSync, writeFileSync, copyFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';

const require = createRequire(import.meta.url);

/** The part of the preview that does not depend on the package: phone page, runtime, fonts. */
export async function buildRuntime(outDir: string): Promise<void> {
  mkdirSync(path.join(outDir, 'fonts'), { recursive: true });
  await build({
    entryPoints: [path.join(import.meta.dirname, '../browser/phone.ts')],
    outfile: path.join(outDir, 'runtime.js'),
    bundle: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    sourcemap: 'linked',
    logLevel: 'warning',
    loader: { '.css': 'text' },
    // The framework's own development checks feed the error overlay.
    define: { 'process.env.NODE_ENV': '"development"' },
  });
  copyFileSync(
    path.join(import.meta.dirname, '../browser/phone.html'),
    path.join(outDir, 'phone.html'),
  );
  copyFont(outDir);
}

/**
 * Chinese glyphs for machines without a Chinese font, cut into ranges that load when needed. They go
 * by the name of the phone's own font, which styles of libraries name without a fallback.
 */
function copyFont(outDir: string): void {
  const cssFile = require.resolve('@fontsource-variable/noto-sans-sc/index.css');
  const css = readFileSync(cssFile, 'utf8');
  for (const [, file] of css.matchAll(/url\(\.\/files\/([^)]+)\)/g)) {
    if (file === undefined) continue;
    const from = path.join(path.dirname(cssFile), 'files', file);
    copyFileSync(from, path.join(outDir, 'fonts', file));
  }
  const renamed = css.replaceAll('./files/', 'fonts/').replaceAll(FONT, PHONE_FONT);
  writeFileSync(path.join(outDir, 'fonts.css'), renamed + NARROW_DOT);
}

const FONT = 'Noto Sans SC Variable';
const PHONE_FONT = 'PingFang SC';

/** The middle dot of the phone's font is narrow; the one of Noto is as wide as a character. */
const NARROW_DOT = `
@font-face {
  font-family: '${PHONE_FONT}';
  src: local('DejaVu Sans'), local('Liberation Sans'), local('Helvetica'), local('Arial');
  unicode-range: U+B7;
}
`;
