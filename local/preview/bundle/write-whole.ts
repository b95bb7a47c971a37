import { copyFileSync, renameSync, statSync, writeFileSync } from 'node:fs';

let writes = 0;

/** A reader sees the old file or the new one, never a part: other previews may serve the folder. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const draft = draftOf(file);
  writeFileSync(draft, content);
  renameSync(draft, file);
}

/** Copies what is not there yet; a file of the same size counts as the same. */
export function copyWhole(from: string, to: string): void {
  if (statSync(to, { throwIfNoEntry: false })?.size === statSync(from).size) return;
  const draft = draftOf(to);
  copyFileSync(from, draft);
  renameSync(draft, to);
}

function draftOf(file: string): string {
  writes += 1;
  return `${file}.${process.pid}-${writes}`;
}
