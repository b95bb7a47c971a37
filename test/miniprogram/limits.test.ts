import { readdirSync, readFileSync } from 'node:fs';
import { MOST_CHARACTERS } from '../../contract/limits';

/** Staff number, invitation code, digits of a code: patterns of the contract, not lengths of words. */
const PATTERNS = [20, 6];
const templates = readdirSync('miniprogram', { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.wxml'),
);
const written = templates.flatMap((file) =>
  [...readFileSync(`miniprogram/${file}`, 'utf8').matchAll(/maxlength="(\d+)"/gu)].map(
    ([, most]) => [file, Number(most)] as const,
  ),
);

test.each(written)('a field of %s ends where the contract does: %i', (_file, most) => {
  expect([...Object.values(MOST_CHARACTERS), ...PATTERNS]).toContain(most);
});
