import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { iconRule } from './icon-rule';
import { TDESIGN_DIST, TDESIGN_HOME } from './source-tree';

/** The style of TDesign's icons, which names a font on a CDN. */
export const TDESIGN_ICONS = `${TDESIGN_HOME}/icon/icon.wxss`;

const require = createRequire(import.meta.url);
const NESTED_NPM = `${TDESIGN_DIST}/miniprogram_npm`;
const TSLIB = require.resolve('tslib/tslib.es6.js');

/**
 * TDesign brings the npm packages that it was built with. Its helpers of TypeScript it brings whole
 * and as one object: for them the package from npm is taken, of which a bundler keeps what is used.
 * @returns the file that `written` in the file `from` of TDesign means; undefined: whatever npm says
 */
export function resolveNestedNpm(written: string, from: string): string | undefined {
  if (!from.startsWith(TDESIGN_DIST) || !/^[a-z]/u.test(written)) return undefined;
  if (written === 'tslib') return TSLIB;
  const base = `${NESTED_NPM}/${written}`;
  return [base, `${base}.js`, `${base}/index.js`].find((file) =>
    statSync(file, { throwIfNoEntry: false })?.isFile(),
  );
}

const GLYPH = /\.t-icon-([\w-]+):before\{content:'[^']*';\}\n?/gu;

/**
 * The style of TDesign's icons without its font: masks of those icons that `texts`, the scripts and
 * templates of the package that it stands in, name.
 */
export function withLocalIcons(style: string, texts: readonly string[]): string {
  const { icons } = require('@iconify-json/tdesign/icons.json') as {
    icons: Record<string, { body: string }>;
  };
  const isNamed = namesIn(texts);
  const used = [...style.matchAll(GLYPH)]
    .map(([, name = '']) => name)
    .filter((name) => isNamed(name) && icons[name] !== undefined);
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

/** Whether a name stands in quotes, or may be put together as TDesign does: 'check-' + icon + '-filled'. */
function namesIn(texts: readonly string[]): (name: string) => boolean {
  const found = (pattern: RegExp) => texts.flatMap((text) => [...text.matchAll(pattern)]);
  const whole = new Set(found(/["'`]([a-z][a-z0-9-]*)["'`]/gu).map(([, name = '']) => name));
  const parted = found(/["']([a-z][a-z-]*-)["'] ?\+ ?\w+ ?\+ ?["'](-[a-z-]+)["']/gu);
  const patterns = [...new Set(parted.map(([, start = '', end = '']) => `${start}\\w+${end}`))];
  const isParted = new RegExp(`^(?:${patterns.join('|')})$`, 'u');
  return (name) => whole.has(name) || (patterns.length > 0 && isParted.test(name));
}
