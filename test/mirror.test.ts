import { existsSync, readdirSync } from 'node:fs';
import { dirname } from 'node:path/posix';

/** Without a counterpart by their nature: CONTRIBUTING.md. The top is of the whole tree. */
const OF_THEIR_OWN = [
  'worlds',
  'builders',
  'e2e',
  'conformance',
  'two-versions',
  'runtimes',
  'cloudfunctions/simulation',
  'cloudfunctions/_kit/every-action',
];

const folders = [
  ...new Set(
    readdirSync('test', { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => dirname(file)),
  ),
];
const isOfItsOwn = (folder: string) =>
  OF_THEIR_OWN.some((own) => folder === own || folder.startsWith(`${own}/`));

test('what is tested in a folder stands in the folder of the same path', () => {
  expect(folders.filter((folder) => !isOfItsOwn(folder) && !existsSync(folder))).toEqual([]);
});

test('the folders that have no counterpart are there and have none', () => {
  expect(OF_THEIR_OWN.filter((own) => !existsSync(`test/${own}`) || existsSync(own))).toEqual([]);
});
