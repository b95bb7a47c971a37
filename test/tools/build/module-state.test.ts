import { keepsState } from '../../../tools/build/module-state';

describe('a module keeps state with', () => {
  it.each([
    'let last = 0;',
    'export let last;',
    'var last;',
    'const listeners = new Set<Listener>();',
    'const made = new WeakMap<Schema, Schema>();',
    'const recent = new Int32Array(8).fill(-1);',
    'const sheets: Sheet[] = [];',
    'const known = {};',
    'const known: { [name: string]: number } = {};',
  ])('%s', (code) => {
    expect(keepsState(code)).toBe(true);
  });
});

describe('a module keeps no state with', () => {
  it.each([
    'const MOST = 3;',
    "const names = ['a', 'b'];",
    'const none: readonly string[] = [];',
    'const none: Readonly<Record<string, string>> = {};',
    "const words: ReadonlySet<string> = new Set(['a']);",
    'export function count() { let sum = 0; const seen = new Set(); return [sum, seen]; }',
    'export const Id = v.pipe(v.string(), v.regex(/^a$/u));',
  ])('%s', (code) => {
    expect(keepsState(code)).toBe(false);
  });
});
