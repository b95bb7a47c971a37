import { readdirSync, readFileSync } from 'node:fs';

/** What reaches the eye: comments say numbers as examples, and what is filled in stands elsewhere. */
const NOT_SAID = /\/\*[\s\S]*?\*\/|(?<![:\w])\/\/.*|<!--[\s\S]*?-->|\$\{[^}]*\}|\{\{[^}]*\}\}/gu;
/** A pair is no limit, nor is the number of an article, nor what 班前五分钟 is called. */
const AMOUNT =
  /(?<!第\s?[\d一二三四五六七八九十]*|班前)(?:\d+|[三四五六七八九十]+)\s?(?:个|天|小时|分钟|秒|位|次|场|条|字|人|学时)/gu;

const files = ['miniprogram', 'cloudfunctions'].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => `${root}/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.(?:ts|wxml)$/u.test(file)),
);

test('no text says a number that a constant has: it is built from the constant', () => {
  const said = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').replace(NOT_SAID, '').matchAll(AMOUNT)].map(
      ([amount]) => `${file}: ${amount}`,
    ),
  );
  expect(said).toEqual([]);
});
