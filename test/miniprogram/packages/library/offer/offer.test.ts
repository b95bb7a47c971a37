import { hello } from '../../../../../contract/people/hello';
import { rememberedKey } from '../../../../../miniprogram/state/storage';
import { ofOffice } from '../../../../builders/phone/me';
import { TEST_START_MS } from '../../../../worlds/test-cloud';
import { no, noNetwork, yes } from '../../../fake-phone';
import { holdPage, tapOn, type HeldPage } from '../../../held-page';

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(TEST_START_MS);
});

const load = () => import('../../../../../miniprogram/packages/library/offer/offer');
const HELLO = { me: ofOffice(), nowMs: TEST_START_MS };
const NAME: Readonly<Record<string, string>> = { jiguan: '机关支部', yunxing: '运行支部' };

/** The page for a new document, in the hands of the committee office, with what is on the phone. */
async function opened(branchId: string, storage: ReadonlyMap<string, unknown> = new Map()) {
  const { page, phone } = await holdPage(load, {});
  for (const [key, value] of storage) phone.storage.set(key, value);
  phone.storage.set(rememberedKey(hello, {}), { atMs: 0, output: HELLO });
  phone.answer = ({ action, input }) => {
    if (action !== 'directory') return yes(HELLO);
    const { branchId: of = 'jiguan' } = input as { readonly branchId?: string };
    const branch = { branchId: of, name: NAME[of], memberCount: 3 };
    return yes({ branch, groups: [], people: [] });
  };
  await page.does('onLoad', { branchId });
  return { page, phone };
}

const type = (page: HeldPage, field: string, value: string) =>
  page.does('onWordsInput', { ...tapOn({ field }), detail: { value } });
const titleIn = (page: HeldPage) => (page.data['form'] as { readonly title: string }).title;

test('what was typed for one branch stands in the form of no other', async () => {
  const one = await opened('yunxing');
  await type(one.page, 'title', '只给运行支部的');
  const own = await opened('jiguan', one.phone.storage);
  expect(titleIn(own.page)).toBe('');
  const again = await opened('yunxing', own.phone.storage);
  expect(titleIn(again.page)).toBe('只给运行支部的');
});

test('a form kept while there was one for all branches is that of the own', async () => {
  const { page, phone } = await opened('');
  await type(page, 'title', '以前写的');
  expect([...phone.storage.keys()]).toContain('draft:me:library:');
  expect(titleIn((await opened('jiguan', phone.storage)).page)).toBe('以前写的');
  expect(titleIn((await opened('yunxing', phone.storage)).page)).toBe('');
});

test('of another branch than the own it is said whose library it is', async () => {
  expect((await opened('yunxing')).page.data['otherBranch']).toBe('运行支部');
  expect((await opened('jiguan')).page.data['otherBranch']).toBe('');
});

test('what was sent before and stands can be looked at from here', async () => {
  const { page, phone } = await opened('');
  await page.does('onContentPicked', { detail: { value: 'link' } });
  await type(page, 'url', 'https://example.org/one');
  await type(page, 'title', '用火要点');
  await type(page, 'source', '官网');
  page.setData({ ticked: ['isPublic', 'hasNoWorkSecrets', 'isNoStampedPaper'] });
  phone.answer = noNetwork;
  await page.does('onSendTap');
  expect(page.data['isThere']).toBe(false);
  phone.answer = () => no('written-before');
  await page.does('onSendTap');
  expect(page.data['problem']).toMatch(/^上一次其实已经传上去了/u);
  expect(page.data['isThere']).toBe(true);

  const opensPage = jest.fn();
  Object.assign((globalThis as unknown as { wx: object }).wx, { navigateTo: opensPage });
  await page.does('onThereTap');
  const { documentId } = phone.calls.at(-1)!.data['input'] as { readonly documentId: string };
  const url = `/packages/library/document/document?documentId=${documentId}`;
  expect(opensPage).toHaveBeenCalledWith({ url });
});
