import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { copyWhole, writeWhole } from './write-whole';

const require = createRequire(import.meta.url);

/** The part of the preview that does not depend on the package: phone page, runtime, fonts. */
export async function buildRuntime(outDir: string): Promise<void> {
  mkdirSync(path.join(outDir, 'fonts'), { recursive: true });
  const { outputFiles } = await build({
    write: false,
    entryPoints: [path.join(import.meta.dirname, '../browser/phone.ts')],
    outfile: path.join(outDir, 'runtime.js'),
    bundle: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    minifySyntax: true,
    minifyWhitespace: true,
    sourcemap: 'linked',
    logLevel: 'warning',
    loader: { '.css': 'text' },
    // The framework's own development checks feed the error overlay.
    define: { 'process.env.NODE_ENV': '"development"' },
  });
  for (const file of outputFiles) writeWhole(file.path, file.contents);
  writeWhole(
    path.join(outDir, 'phone.html'),
    readFileSync(path.join(import.meta.dirname, '../browser/phone.html')),
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
    copyWhole(from, path.join(outDir, 'fonts', file));
  }
  const renamed = css.replaceAll('./files/', 'fonts/').replaceAll(FONT, PHONE_FONT);
  writeWhole(path.join(outDir, 'fonts.css'), renamed + NARROW_DOT);
}

const FONT = 'Noto Sans SC Variable';
const PHONE_FONT = 'PingFang SC';

/**
 * The middle dot of the phone's font is narrow; the one of Noto is as wide as a character. The range
 * of weights must be that of the other faces: a browser picks among faces of one range only.
 */
const NARROW_DOT = `
@font-face {
  font-family: '${PHONE_FONT}';
  font-style: normal;
  font-weight: 100 900;
  src: local('DejaVu Sans'), local('Liberation Sans'), local('Helvetica'), local('Arial');
  unicode-range: U+B7;
}
`;
