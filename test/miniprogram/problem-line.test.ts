import { readdirSync, readFileSync } from 'node:fs';

const lines = readdirSync('miniprogram', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.wxml'))
  .flatMap((file) =>
    [
      ...readFileSync(`miniprogram/${file}`, 'utf8').matchAll(/<view wx:if="\{\{problem[^>]*>/gu),
    ].map(([line]) => ({ file, line })),
  )
  .filter(({ line }) => line.includes('note-line'));

test('pages say why something could not be done', () => {
  expect(lines.length).toBeGreaterThan(15);
});

test.each(lines)('$file says it where it is in sight, and aloud', ({ line }) => {
  expect(line).toMatch(/ (in-sight|dock__problem)[ "]/u);
  expect(line).toContain('aria-role="alert"');
});
