import { settings } from '../settings';

/**
 * Files of this phone. Those under USER_DATA_PATH survive a reload (in the browser's storage, as
 * data URLs), temporary ones do not.
 */
export const USER_DATA_PATH = 'wxfile://usr';
const TEMP_PATH = 'wxfile://tmp';

const files = new Map<string, Blob>();
const urls = new Map<string, string>();
const keyPrefix = `phone:${settings.phone}::file:`;
let tempCount = 0;

for (const key of Object.keys(localStorage)) {
  if (key.startsWith(keyPrefix)) {
    files.set(key.slice(keyPrefix.length), blobOfDataUrl(localStorage.getItem(key) ?? ''));
  }
}

/** The address from which the browser loads a file of this phone, or undefined. */
export function urlOfFile(path: string): string | undefined {
  const blob = files.get(path);
  if (blob === undefined) return undefined;
  const url = urls.get(path) ?? URL.createObjectURL(blob);
  urls.set(path, url);
  return url;
}

export function hasFile(path: string): boolean {
  return files.has(path);
}

/** @throws the message of the real client when there is no such file */
export function blobOfFile(path: string): Blob {
  const blob = files.get(path);
  if (blob === undefined) throw new Error(`no such file or directory, open "${path}"`);
  return blob;
}

export function listFiles(folder: string): string[] {
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  return [...files.keys()]
    .filter((path) => path.startsWith(prefix))
    .map((path) => path.slice(prefix.length));
}

export function putFile(path: string, blob: Blob): void {
  dropFile(path);
  files.set(path, blob);
  if (!path.startsWith(USER_DATA_PATH)) return;
  // Reading a blob takes a moment; the file itself is there at once.
  const reader = new FileReader();
  reader.onload = () => {
    if (files.get(path) === blob) localStorage.setItem(keyPrefix + path, reader.result as string);
  };
  reader.readAsDataURL(blob);
}

export function dropFile(path: string): void {
  const url = urls.get(path);
  if (url !== undefined) URL.revokeObjectURL(url);
  urls.delete(path);
  files.delete(path);
  localStorage.removeItem(keyPrefix + path);
}

/** A new path with the file behind it, gone after a reload. */
export function newTempFile(blob: Blob, suffix: string): string {
  tempCount += 1;
  const path = `${TEMP_PATH}/${tempCount}-${crypto.randomUUID().slice(0, 8)}${suffix}`;
  putFile(path, blob);
  return path;
}

function blobOfDataUrl(url: string): Blob {
  const [head = '', body = ''] = url.split(',', 2);
  const type = /^data:([^;]*)/.exec(head)?.[1] ?? '';
  const bytes = Uint8Array.from(atob(body), (character) => character.charCodeAt(0));
  return new Blob([bytes], { type });
}
