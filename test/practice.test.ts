import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');
const text = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const practice = text('docs/practice.md');
const quoted = [...practice.matchAll(/`((?:packages|pages|test)\/[\w./-]+)`/gu)].map(
  ([, name = '']) => name,
);

const { pages, subPackages } = JSON.parse(text('miniprogram/app.json')) as {
  readonly pages: readonly string[];
  readonly subPackages: readonly { readonly root: string; readonly pages: readonly string[] }[];
};
const known = [
  ...pages,
  ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`)),
];

describe('docs/practice.md', () => {
  test('names pages that the app has', () => {
    const named = quoted.filter((name) => !name.startsWith('test/'));
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });

  test('names tests that there are', () => {
    const named = quoted.filter(
      (name) => name.startsWith('test/') && name !== 'test/practice.test.ts',
    );
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((name) => !existsSync(join(ROOT, name)))).toEqual([]);
  });

  test('names rules that are written', () => {
    const rules = new Set(
      [...text('docs/rules.md').matchAll(/^## (R-\d+) /gmu)].map(([, rule]) => rule),
    );
    const named = new Set([...practice.matchAll(/R-\d+/gu)].map(([rule]) => rule));
    expect([...named].filter((rule) => !rules.has(rule))).toEqual([]);
  });
});
