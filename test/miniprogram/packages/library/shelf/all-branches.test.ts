import { hello } from '../../../../../contract/people/hello';
import { rememberedKey } from '../../../../../miniprogram/state/storage';
import { aLibraryRow } from '../../../../builders/phone/library';
import { ofOffice } from '../../../../builders/phone/me';
import { TEST_START_MS } from '../../../../worlds/test-cloud';
import { yes } from '../../../fake-phone';
import { holdPage } from '../../../held-page';

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(TEST_START_MS);
});

const HELLO = { me: ofOffice(), nowMs: TEST_START_MS };
const branches = ['jiguan', 'yunxing'].map((id) => ({ branchId: id, name: id, memberCount: 3 }));

const aShelf = (title: string, nextCursor: string | null = null) =>
  yes({
    nowMs: TEST_START_MS,
    isOfficer: true,
    counts: { all: 2, mustRead: 0, waiting: 0, ending: 0, takenDown: 0 },
    found: { mustRead: 0, others: 2 },
    rows: [aLibraryRow({ title })],
    nextCursor,
  });

/** The library in the hands of the committee office, which has chosen all branches. */
async function opened() {
  const { page, phone } = await holdPage(
    () => import('../../../../../miniprogram/packages/library/shelf/shelf'),
  );
  phone.storage.set(rememberedKey(hello, {}), { atMs: 0, output: HELLO });
  phone.answer = ({ action }) => {
    if (action === 'libraryOfAll') return aShelf('of all', 'next');
    if (action === 'library') return aShelf('of one');
    return action === 'branches' ? yes({ branches }) : yes(HELLO);
  };
  await page.does('onLoad', {});
  await page.does('load');
  const titles = () =>
    (page.data['view'] as { others: { title: string }[] }).others.map((row) => row.title);
  const asked = () =>
    phone.calls
      .map(({ data }) => data)
      .filter(({ action }) => String(action).startsWith('library'));
  return { page, titles, asked };
}

test('R-250: all branches are chosen in the place of one, and searched, turned and left again', async () => {
  const { page, titles, asked } = await opened();
  expect(titles()).toEqual(['of one']);
  await page.does('onBranchPicked', { detail: { value: 0 } });
  expect(page.data['isOfAll']).toBe(true);
  expect(titles()).toEqual(['of all']);
  page.setData({ query: '礼品' });
  await page.does('ask');
  expect(asked().at(-1)).toMatchObject({
    action: 'libraryOfAll',
    input: { part: 'all', query: '礼品' },
  });
  await page.does('onMoreTap');
  expect(asked().at(-1)).toMatchObject({ action: 'libraryOfAll', input: { cursor: 'next' } });
  await page.does('onBranchPicked', { detail: { value: 2 } });
  expect(asked().at(-1)).toMatchObject({ action: 'library', input: { branchId: 'yunxing' } });
  expect(page.data['isOfAll']).toBe(false);
  expect(titles()).toEqual(['of one']);
});

test('an answer on the own library that is late is not shown as that of all', async () => {
  const { page, titles } = await opened();
  const late = page.does('load');
  await page.does('onBranchPicked', { detail: { value: 0 } });
  await late;
  expect(titles()).toEqual(['of all']);
});
