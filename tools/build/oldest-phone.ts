import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parse } from 'acorn';

/** The newest syntax that the oldest phones of docs/release.md read; the base library brings core-js. */
export const ECMA_VERSION = 2018;

/** Of a script by its syntax, which no phone can be taught. */
export function syntaxFaults(file: string, code: string): readonly string[] {
  try {
    parse(code, { ecmaVersion: ECMA_VERSION });
  } catch (error) {
    return [`${file} is not ES${ECMA_VERSION}: ${error instanceof Error ? error.message : ''}`];
  }
  // ES2018 has it and iOS only since 16.4, where it keeps the whole script from being read.
  const looksBehind = /\(\?<[=!]/u.test(code);
  return looksBehind ? [`${file} has a regular expression that looks behind`] : [];
}

/**
 * Calls of `wx` that the base library has only since a later version than `least`, in scripts that
 * do not ask `wx.canIUse` first.
 */
export function apiFaults(file: string, code: string, least: string): readonly string[] {
  const used = new Set([...code.matchAll(/\bwx\.(\w+)/gu)].map(([, name = '']) => name));
  return [...used]
    .filter((name) => isNewer(sinceVersion().get(name) ?? '0', least))
    .filter((name) => !new RegExp(`canIUse\\(["'\`]${name}\\b`, 'u').test(code))
    .map((name) => `${file} calls wx.${name}, which is newer than base library ${least}`);
}

function isNewer(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) > 0;
}

const SINCE = /\/wx\.(\w+)\.html\)[\s*]*需要基础库： `([\d.]+)`/gu;
let since: ReadonlyMap<string, string> | undefined;

/** Function of `wx` → the base library that brought it, as the typings say. */
function sinceVersion(): ReadonlyMap<string, string> {
  if (since === undefined) {
    const require = createRequire(import.meta.url);
    const file = require.resolve('miniprogram-api-typings/types/wx/lib.wx.api.d.ts');
    const entries = [...readFileSync(file, 'utf8').matchAll(SINCE)];
    since = new Map(entries.map(([, name = '', version = '']) => [name, version]));
  }
  return since;
}
