import { posix } from 'node:path';

/** By suffix: what comes before the written path, its quote, the path. */
const REFERENCE: Readonly<Record<string, RegExp>> = {
  '.wxml': /(<(?:import|include|wxs)\b[^>]*?\ssrc=)(["'])([^"']+)\2/gu,
  '.wxss': /(@import\s+)(["'])([^"']+)\2/gu,
  '.wxs': /(\brequire\()(["'])([^"']+)\2/gu,
  '.js': /(\brequire\()(["'`])([^"'`]+)\2/gu,
};

/** Files of the package that a template, style or script names, by their paths in it. */
export function referencesIn(file: string, text: string): readonly string[] {
  const pattern = REFERENCE[posix.extname(file)];
  if (pattern === undefined) return [];
  return [...text.matchAll(pattern)].map(([, , , written = '']) => resolvePath(file, written));
}

/** The text with each reference that `placeOf` moves written anew, seen from `file`. */
export function rewriteReferences(
  file: string,
  text: string,
  placeOf: (written: string) => string,
): string {
  const pattern = REFERENCE[posix.extname(file)];
  if (pattern === undefined) return text;
  return text.replace(pattern, (all, before: string, quote: string, written: string) => {
    const place = placeOf(written);
    if (place === resolvePath(file, written)) return all;
    return `${before}${quote}${relativePath(file, place)}${quote}`;
  });
}

/** What `written` in `from` means, by its path in the package. */
export function resolvePath(from: string, written: string): string {
  const path = written.startsWith('/')
    ? written.slice(1)
    : posix.join(posix.dirname(from), written);
  const isBare = from.endsWith('.wxml') && posix.extname(path) === '';
  return isBare ? `${path}.wxml` : path;
}

function relativePath(from: string, target: string): string {
  const path = posix.relative(posix.dirname(from), target);
  return path.startsWith('.') ? path : `./${path}`;
}
