import { readdirSync, readFileSync } from 'node:fs';

const templates = readdirSync('miniprogram', { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.wxml'),
);

/** Radios that are pills, and groups of them, with their template. */
const tags = templates.flatMap((file) =>
  [
    ...readFileSync(`miniprogram/${file}`, 'utf8').matchAll(
      /<t-radio(?:-group)?\s(?:[^>"]|"[^"]*")*>/gu,
    ),
  ]
    .map(([tag]) => ({ file, tag }))
    .filter(({ tag }) => /\bpills?\b/u.test(tag)),
);

test('pills are what docs/decisions/tdesign-or-own.md says, or TDesign draws a block of its own', () => {
  const asDecided = (tag: string): boolean =>
    tag.startsWith('<t-radio-group')
      ? tag.includes(' t-class="pills')
      : [' t-class="pill', ' t-class-icon="pill__ring"', ' block="{{false}}"'].every((part) =>
          tag.includes(part),
        );
  expect(tags.length).toBeGreaterThan(40);
  expect(tags.filter(({ tag }) => !asDecided(tag))).toEqual([]);
});
