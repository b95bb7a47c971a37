import { holdPage } from '../../held-page';

type Observers = Readonly<Record<string, (...values: readonly unknown[]) => void>>;

/** A field of at most ten characters, and how one types into it, which WeChat then tells its observers. */
async function field() {
  const { page } = await holdPage(
    () => import('../../../../miniprogram/components/line-field/line-field'),
  );
  const told: unknown[] = [];
  Object.assign(page.self, {
    triggerEvent: (event: string, detail: unknown) => told.push([event, detail]),
  });
  page.setData({ maxlength: 10 });
  const types = async (value: string) => {
    await page.does('onInput', { detail: { value } });
    for (const [names, tell] of Object.entries(page.self['observers'] as Observers)) {
      tell.apply(
        page.self,
        names.split(', ').map((name) => page.data[name]),
      );
    }
  };
  return { page, told, types };
}

test('a title that is pasted is told whole, and how much of it is too much', async () => {
  const { page, told, types } = await field();
  const words = '一'.repeat(186);
  await types(words);
  expect(told).toEqual([['change', { value: words }]]);
  expect(page.data).toMatchObject({ count: '186/10', excess: '多了 176 字，删短才能交' });
  await types(words.slice(0, 10));
  expect(page.data).toMatchObject({ count: '10/10', excess: '' });
});

test('it counts while one types, near its end and not before', async () => {
  const { page, types } = await field();
  await types('一'.repeat(7));
  expect(page.data['count']).toBe('');
  await types('一'.repeat(8));
  expect(page.data['count']).toBe('8/10');
});
