import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Drawings of our own, 720 by 480 and, as `-small`, 320 by 213. */
export type Drawing = 'meter' | 'steps' | 'platform' | 'bowl' | 'pump' | 'screen' | 'paper';

/** As a phone puts it into storage: the file and the small one beside it, by path. */
export function drawingFiles(drawing: Drawing, path: string): readonly [string, Buffer][] {
  return ['', '-small'].map((suffix) => [
    path.replace('.jpg', `${suffix}.jpg`),
    readFileSync(fileURLToPath(new URL(`./pictures/${drawing}${suffix}.jpg`, import.meta.url))),
  ]);
}
