import { hello } from '../../../../../contract/people/hello';
import { rememberedKey } from '../../../../../miniprogram/state/storage';
import { aShownVersion } from '../../../../builders/phone/library';
import { ofOffice } from '../../../../builders/phone/me';
import { TEST_START_MS } from '../../../../worlds/test-cloud';
import { addToWx, no, noNetwork, yes, type FakePhone } from '../../../fake-phone';
import { holdPage, tapOn, type HeldPage } from '../../../held-page';

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(TEST_START_MS);
});

const load = () => import('../../../../../miniprogram/packages/library/offer/offer');
const HELLO = { me: ofOffice(), nowMs: TEST_START_MS };
const NAME: Readonly<Record<string, string>> = { jiguan: '机关支部', yunxing: '运行支部' };

/** The page for a new document, in the hands of the committee office, with what is on the phone. */
async function opened(
  branchId: string,
  storage: ReadonlyMap<string, unknown> = new Map(),
  { documentId = '', there = (): unknown => no('not-found') } = {},
) {
  const { page, phone } = await holdPage(load, {});
  for (const [key, value] of storage) phone.storage.set(key, value);
  phone.storage.set(rememberedKey(hello, {}), { atMs: 0, output: HELLO });
  phone.answer = ({ action, input }) => {
    if (action === 'libraryDocument') return there();
    if (action !== 'directory') return yes(HELLO);
    const { branchId: of = 'jiguan' } = input as { readonly branchId?: string };
    const branch = { branchId: of, name: NAME[of], memberCount: 3 };
    return yes({ branch, groups: [], people: [] });
  };
  await page.does('onLoad', { branchId, documentId });
  return { page, phone };
}

/** A link as it is offered, with the three ticks. */
async function filled(page: HeldPage) {
  await page.does('onContentPicked', { detail: { value: 'link' } });
  await type(page, 'url', 'https://example.org/one');
  await type(page, 'title', '用火要点');
  await type(page, 'source', '官网');
  tick(page);
}
function tick(page: HeldPage): void {
  page.setData({ ticked: ['isPublic', 'hasNoWorkSecrets', 'isNoStampedPaper'] });
}

type Asked = Readonly<Record<'documentId' | 'versionId' | 'title', string>>;
const asked = ({ calls }: FakePhone, action: string): readonly Asked[] =>
  calls.filter(({ data }) => data['action'] === action).map(({ data }) => data['input'] as Asked);

const aDocument = (versionId: string, documentId = 'one') =>
  yes({
    nowMs: TEST_START_MS,
    documentId,
    branchId: 'jiguan',
    revision: 1,
    isOfficer: true,
    state: 'shown',
    current: aShownVersion(),
    offered: { version: aShownVersion({ versionId }), isOwn: true, returned: null },
    earlier: [],
    takenDown: null,
    readers: null,
    mine: null,
    counts: null,
  });

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
  await filled(page);
  phone.answer = noNetwork;
  await page.does('onSendTap');
  expect(page.data['isThere']).toBe(false);
  phone.answer = () => no('written-before');
  await page.does('onSendTap');
  expect(page.data['problem']).toMatch(/^上一次其实已经传上去了/u);
  expect(page.data['isThere']).toBe(true);

  const opensPage = jest.fn();
  addToWx({ navigateTo: opensPage });
  await page.does('onThereTap');
  const { documentId } = phone.calls.at(-1)!.data['input'] as { readonly documentId: string };
  const url = `/packages/library/document/document?documentId=${documentId}`;
  expect(opensPage).toHaveBeenCalledWith({ url });
});

describe('R-287: of a page that was left after an answer was lost', () => {
  /** What was sent, and what is on the phone then. */
  async function lost() {
    const { page, phone } = await opened('');
    await filled(page);
    phone.answer = noNetwork;
    await page.does('onSendTap');
    const [sent] = asked(phone, 'offerDocument');
    return { page, sent: sent!, storage: phone.storage };
  }

  test('what was sent stands: it is said, led to, and not offered again', async () => {
    const { sent, storage } = await lost();
    const there = () => aDocument(sent.versionId, sent.documentId);
    const { page, phone } = await opened('', storage, { there });
    expect(asked(phone, 'libraryDocument')).toMatchObject([{ documentId: sent.documentId }]);
    expect(page.data).toMatchObject({
      isThere: true,
      problem: '上一次没等到回音，其实已经传上去了，不用再传。',
    });
    expect(titleIn(page)).toBe('');
    const opensPage = jest.fn();
    addToWx({ navigateTo: opensPage });
    await page.does('onThereTap');
    expect(opensPage.mock.calls[0]).toMatchObject([
      { url: expect.stringContaining(sent.documentId) },
    ]);
    // What is offered next is another one.
    await filled(page);
    phone.answer = noNetwork;
    await page.does('onSendTap');
    expect(asked(phone, 'offerDocument')[0]?.documentId).not.toBe(sent.documentId);
  });

  test.each([
    ['is not there', () => no('not-found')],
    ['cannot be looked for', noNetwork],
  ])('what was sent %s: the very same is sent again', async (_, there) => {
    const { sent, storage } = await lost();
    const { page, phone } = await opened('', storage, { there });
    expect(page.data).toMatchObject({ isThere: false, problem: '' });
    tick(page);
    phone.answer = noNetwork;
    await page.does('onSendTap');
    expect(asked(phone, 'offerDocument')).toEqual([sent]);
  });

  test('what was changed since stays, is said to be another one, and goes as that', async () => {
    const { page: before, sent, storage } = await lost();
    await type(before, 'title', '用火新要点');
    const there = () => aDocument(sent.versionId, sent.documentId);
    const { page, phone } = await opened('', storage, { there });
    expect(page.data['problem']).toMatch(/是改之前的样子.*另传一份，再点“传上去”。$/u);
    expect(titleIn(page)).toBe('用火新要点');
    tick(page);
    phone.answer = noNetwork;
    await page.does('onSendTap');
    expect(asked(phone, 'offerDocument')[0]?.documentId).not.toBe(sent.documentId);
  });

  test('nothing is looked for where an answer came', async () => {
    const { page, phone } = await opened('');
    await filled(page);
    phone.answer = () => no('library-full', { most: 300 });
    await page.does('onSendTap');
    const again = await opened('', phone.storage);
    expect(asked(again.phone, 'libraryDocument')).toEqual([]);
    expect(titleIn(again.page)).toBe('用火要点');
  });

  test('a version after another is found in its document', async () => {
    const of = { documentId: 'one', there: () => aDocument('of-somebody') };
    const { page, phone } = await opened('', new Map(), of);
    await filled(page);
    await type(page, 'changed', '第 2 页');
    phone.answer = noNetwork;
    await page.does('onSendTap');
    const [sent] = asked(phone, 'offerVersion');
    const storage = phone.storage;
    expect((await opened('', storage, of)).page.data['isThere']).toBe(false);
    const there = () => aDocument(sent!.versionId);
    const again = await opened('', storage, { documentId: 'one', there });
    expect(again.page.data).toMatchObject({ isThere: true, isNext: true });
    expect((again.page.data['form'] as { readonly changed: string }).changed).toBe('');
  });
});
