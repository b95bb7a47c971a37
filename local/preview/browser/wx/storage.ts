import { settings } from '../settings';
import { wxCall } from './call';

/** As on a phone. */
const MAX_KEY_BYTES = 1024 * 1024;
const MAX_TOTAL_BYTES = 10 * 1024 * 1024;

const prefix = `phone:${settings.phone}:`;

interface KeyOptions {
  key: string;
}

export const storage = {
  setStorageSync: set,
  getStorageSync: (key: string) => get(key) ?? '',
  removeStorageSync: remove,
  clearStorageSync: clear,
  getStorageInfoSync: info,
  batchSetStorageSync: (list: { key: string; value: unknown }[]) => {
    for (const { key, value } of list) set(key, value);
  },
  batchGetStorageSync: (keys: string[]) => keys.map((key) => get(key) ?? ''),
  setStorage: wxCall('setStorage', ({ key, data }: KeyOptions & { data: unknown }) =>
    set(key, data),
  ),
  getStorage: wxCall('getStorage', ({ key }: KeyOptions) => {
    const data = get(key);
    if (data === undefined) throw new Error('data not found');
    return { data };
  }),
  removeStorage: wxCall('removeStorage', ({ key }: KeyOptions) => remove(key)),
  clearStorage: wxCall('clearStorage', clear),
  getStorageInfo: wxCall('getStorageInfo', info),
};

/** Values keep their type as on a phone: JSON, and dates come back as dates. */
function set(key: string, value: unknown): void {
  const text = JSON.stringify({ value, isDate: value instanceof Date });
  if (sizeOf(text) > MAX_KEY_BYTES) throw new Error('setStorage:fail entry size limit reached');
  const others = keys().filter((name) => name !== key);
  const total = others.reduce((sum, name) => sum + sizeOf(read(name) ?? ''), sizeOf(text));
  if (total > MAX_TOTAL_BYTES) throw new Error('setStorage:fail storage size limit reached');
  localStorage.setItem(prefix + key, text);
}

function get(key: string): unknown {
  const text = read(key);
  if (text === null) return undefined;
  const { value, isDate } = JSON.parse(text) as { value: unknown; isDate: boolean };
  return isDate ? new Date(value as string) : value;
}

function read(key: string): string | null {
  return localStorage.getItem(prefix + key);
}

function remove(key: string): void {
  localStorage.removeItem(prefix + key);
}

function clear(): void {
  for (const key of keys()) remove(key);
}

function keys(): string[] {
  return Object.keys(localStorage)
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length));
}

function info(): { keys: string[]; currentSize: number; limitSize: number } {
  const total = keys().reduce((sum, key) => sum + sizeOf(read(key) ?? ''), 0);
  return { keys: keys(), currentSize: Math.ceil(total / 1024), limitSize: MAX_TOTAL_BYTES / 1024 };
}

function sizeOf(text: string): number {
  return new Blob([text]).size;
}
