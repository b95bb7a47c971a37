import { TEST_START_MS } from '../../../../worlds/test-cloud';
import { yes } from '../../../fake-phone';
import { holdPage } from '../../../held-page';

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(TEST_START_MS);
});

const row = {
  ...{ key: 'study-1', kind: 'study', title: '廉洁从家出发', day: '2025-03-05', mark: null },
  page: 'packages/study/detail/detail?studyId=1',
};

test('below words that cannot be looked for stands nothing of what was found before', async () => {
  const { page, phone } = await holdPage(
    () => import('../../../../../miniprogram/packages/search/search/search'),
  );
  phone.answer = () =>
    yes({ nowMs: TEST_START_MS, rows: [row], nextCursor: null, lookedBackTo: null });
  await page.does('onWordsChange', { detail: { value: '廉洁' } });
  await page.does('onSearchTap');
  expect(page.data['view']).toMatchObject({ kind: 'content' });

  await page.does('onWordsChange', { detail: { value: '廉' } });
  await page.does('onSearchTap');
  expect(page.data['problem']).not.toBe('');
  expect(JSON.stringify(page.data['view'])).not.toContain(row.title);
  await page.does('onRetryTap');
  expect(phone.calls).toHaveLength(1);
});
