import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

it.each([
  [['check', 'foo'], /^No step begins with foo. There are: lint, types of test, .*\.$/u],
  [['test', '--only', 'foo'], /^There is no part foo; there are: jest, browser\.$/u],
])(
  '%j, which is no choice, ends with a sentence that says which there are',
  (args, sentence) => {
    const { status, stderr } = spawnSync(process.execPath, ['tools/run.mjs', ...args], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(stderr.trim()).toMatch(sentence);
    expect(status).toBe(1);
  },
  60_000,
);
