import { readdirSync, readFileSync } from 'node:fs';
import { holdPage } from '../../held-page';

type Observers = Readonly<Record<string, (...values: readonly unknown[]) => void>>;

/** A field of at most ten characters, and how one types into it, which WeChat then tells its observers. */
async function field(isQuiet = false) {
  const { page } = await holdPage(
    () => import('../../../../miniprogram/components/words-field/words-field'),
  );
  const told: unknown[] = [];
  Object.assign(page.self, {
    triggerEvent: (event: string, detail: unknown) => told.push([event, detail]),
  });
  page.setData({ maxlength: 10, isQuiet });
  const types = async (value: string) => {
    await page.does('onChange', { detail: { value } });
    for (const [names, tell] of Object.entries(page.self['observers'] as Observers)) {
      tell.apply(
        page.self,
        names.split(', ').map((name) => page.data[name]),
      );
    }
  };
  return { page, told, types };
}

test('what is pasted is told whole, and how much of it is too much', async () => {
  const { page, told, types } = await field();
  const words = '一'.repeat(13);
  await types(words);
  expect(told).toEqual([['change', { value: words }]]);
  expect(page.data['excess']).toBe('多了 3 字，删短才能交');
  await types(words.slice(3));
  expect(page.data['excess']).toBe('');
});

test('white around words is not counted, for it is not handed in', async () => {
  const { page, types } = await field();
  await types(`${'一'.repeat(10)}\n\n`);
  expect(page.data['excess']).toBe('');
});

test('a quiet field begins to count while one types, near its end', async () => {
  const { page, types } = await field(true);
  await types('一'.repeat(9));
  expect(page.data['isCounting']).toBe(false);
  await types('一'.repeat(10));
  expect(page.data['isCounting']).toBe(true);
});

test('words of several lines are typed into no other field, which would cut them off', () => {
  const templates = readdirSync('miniprogram', { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.wxml') && !file.startsWith('components/words-field/'),
  );
  const cutting = templates.filter((file) =>
    /<(?:t-)?textarea\s/u.test(readFileSync(`miniprogram/${file}`, 'utf8')),
  );
  expect(cutting).toEqual([]);
});

test('what stands in it is not cut off by TDesign either', () => {
  const template = readFileSync('miniprogram/components/words-field/words-field.wxml', 'utf8');
  expect(template).toContain(' allow-input-over-max ');
});
