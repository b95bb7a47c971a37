import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const MINIPROGRAM = join(__dirname, '../../miniprogram');

const sheets = readdirSync(MINIPROGRAM, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.wxml'))
  .flatMap((file) =>
    [...readFileSync(join(MINIPROGRAM, file), 'utf8').matchAll(/<reason-sheet\b[^>]*>/gu)].map(
      ([tag], at) => [`${file} ${at + 1}`, tag] as const,
    ),
  );

test('R-351 there are sheets that ask for a reason', () => {
  expect(sheets.length).toBeGreaterThan(20);
});

test.each(sheets)('R-351 what is typed in a sheet outlives the app: %s', (_, tag) => {
  expect(tag).toMatch(/\bkept-as="\{\{[^}]+\}\}"/u);
});

test.each(sheets.map(([name]) => name.split(' ')[0] as string))(
  'R-351 and goes once it was taken: %s',
  (file) => {
    const page = readFileSync(join(MINIPROGRAM, file.replace(/wxml$/u, 'ts')), 'utf8');
    // Once imported, once at work.
    expect(page.match(/\bdropWords\b/gu)?.length).toBeGreaterThan(1);
  },
);
