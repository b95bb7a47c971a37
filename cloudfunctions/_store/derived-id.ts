import { createHash } from 'node:crypto';

/** The same id for the same parts: whatever is written under it is written once, however often it is tried. */
export function derivedId(...parts: readonly (string | number)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 30);
}
