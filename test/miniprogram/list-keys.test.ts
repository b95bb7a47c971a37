import { readdirSync, readFileSync } from 'node:fs';

/** Lists of words of which no two can be the same: of a choice, or kept once each. */
const EACH_ONCE = [
  'packages/note-office/read/read.wxml: sheet.presets',
  'packages/search/search/search.wxml: view.recent',
  'packages/star-office/standard/standard.wxml: bases',
  'packages/study-office/edit-study/edit-study.wxml: form.steps',
  'packages/study/check-in/refused.wxml: view.steps',
];

const templates = readdirSync('miniprogram', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.wxml'));

test('a list is keyed by its words only where no two of them can be the same', () => {
  const keyed = templates.flatMap((file) =>
    readFileSync(`miniprogram/${file}`, 'utf8')
      .split(/<(?=[a-z])/u)
      .filter((tag) => tag.includes('wx:key="*this"'))
      .map((tag) => `${file}: ${/wx:for="\{\{([^}]+)\}\}"/u.exec(tag)?.[1] ?? ''}`),
  );
  expect(keyed.sort()).toEqual(EACH_ONCE);
});
