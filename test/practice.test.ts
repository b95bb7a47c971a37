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

  /** The first cell is the system, the second where it is tapped open. */
  const rows = practice
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (System|What|---) /u.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, system = '', where = '']) => ({ system, where }));

  test('leads to every system from 今日 or 支部', () => {
    expect(rows.length).toBeGreaterThan(25);
    expect(rows.filter(({ where }) => !/今日|支部 → /u.test(where))).toEqual([]);
  });

  test('names doors of 支部 as they stand there', () => {
    const page = text('miniprogram/pages/branch/branch.wxml');
    const doors = `${page}${text('miniprogram/pages/branch/branch.view.ts')}`;
    const named = rows.flatMap(({ where }) =>
      [...where.matchAll(/(?<!所有)支部 → (\p{Script=Han}+)/gu)].map(([, door = '']) => door),
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((door) => !doors.includes(door))).toEqual([]);
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
