import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';

// The types are looked at by a program that is found there.
const PATH = `${resolve('node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`;
const folder = mkdtempSync(join(tmpdir(), 'qingfeng-lint-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The rules that each of these files breaks, by the configuration of the repository. */
function brokenRules(files: typeof REFUSED): unknown {
  for (const file of ['.oxlintrc.json', 'tools/check/own-rules.mjs']) {
    cpSync(file, join(folder, file), { recursive: true });
  }
  writeFileSync(join(folder, 'tsconfig.json'), '{ "compilerOptions": { "strict": true } }');
  for (const [file, [source]] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), source);
  }
  const { stdout } = spawnSync(
    process.execPath,
    [resolve('node_modules/oxlint/bin/oxlint'), '--format', 'json'],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, PATH } },
  );
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: readonly { code: string; filename: string }[];
  };
  const codesOf = (name: string) =>
    diagnostics.filter(({ filename }) => filename === name).map(({ code }) => code);
  return Object.fromEntries(
    Object.keys(files).map((name) => [name, [...new Set(codesOf(name))].sort()]),
  );
}

const CHINESE = `export const text = '党员' + \`党\n\`;\n`;
const LOCAL = `export const at = [new Date(2026, 2).getHours(), Math.random(), Date.now()];\n`;
const PARSE = `declare const v: { parse(): string };\nexport const parsed = v.parse();\n`;
const FLOATING = `async function f(): Promise<void> {}\nexport function g(): void {\n  f();\n}\n`;

const REFUSED: Readonly<Record<string, readonly [source: string, rules: readonly string[]]>> = {
  'domain/local.ts': [
    LOCAL,
    ['eslint(no-restricted-globals)', 'eslint(no-restricted-properties)', 'own(no-local-time)'],
  ],
  'domain/time/local.ts': [LOCAL, ['eslint(no-restricted-properties)', 'own(no-local-time)']],
  'cloudfunctions/study/local.ts': [LOCAL, ['eslint(no-restricted-globals)', 'own(no-local-time)']],
  'miniprogram/local.ts': [LOCAL, ['own(no-local-time)']],
  'tools/local.ts': [LOCAL, []],
  'contract/chinese.ts': [CHINESE, ['own(no-chinese-text)']],
  'contract/chinese.text.ts': [CHINESE, []],
  'miniprogram/chinese.ts': [CHINESE, ['own(no-chinese-text)']],
  'miniprogram/chinese.view.ts': [CHINESE, []],
  'miniprogram/text/chinese.ts': [CHINESE, []],
  'miniprogram/parse.ts': [PARSE, ['eslint(no-restricted-properties)']],
  'tools/floating.ts': [FLOATING, ['typescript(no-floating-promises)']],
};

test('each file is refused what the rules of its place refuse, with types and without', () => {
  const rules = Object.entries(REFUSED).map(([file, [, refused]]) => [file, refused]);
  expect(brokenRules(REFUSED)).toEqual(Object.fromEntries(rules));
});
