import { statSync } from 'node:fs';

const caches = new Map<string, Uint8Array>();

/** V8 itself would take a cache for any text of the same length. */
function keyOf(bundle: string): string {
  const { mtimeMs, size } = statSync(bundle, { throwIfNoEntry: false }) ?? { mtimeMs: 0, size: 0 };
  return `${bundle} ${mtimeMs} ${size}`;
}

/** A bundle as an earlier instance of this process compiled it, of whatever cloud, and where to leave it. */
export function codeCacheOf(bundle: string) {
  const key = keyOf(bundle);
  return {
    codeCache: caches.get(key),
    onCodeCache: (codeCache: Uint8Array) => void caches.set(key, codeCache),
  };
}
