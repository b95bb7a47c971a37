import { hello } from '../../../../../contract/people/hello';
import { rememberedKey } from '../../../../../miniprogram/state/storage';
import { ofOffice } from '../../../../builders/phone/me';
import { TEST_START_MS } from '../../../../worlds/test-cloud';
import { no, noNetwork, yes, type FakePhone } from '../../../fake-phone';
import { holdPage, type HeldPage } from '../../../held-page';

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(TEST_START_MS);
});

const load = () =>
  import('../../../../../miniprogram/packages/branch-office/edit-branch/edit-branch');
const HELLO = { me: ofOffice(), nowMs: TEST_START_MS };

/** The page for a new branch, on a phone with this storage; `there` answers whether a branch is. */
async function opened(storage: ReadonlyMap<string, unknown>, there: () => unknown) {
  const { page, phone } = await holdPage(load);
  for (const [key, value] of storage) phone.storage.set(key, value);
  phone.storage.set(rememberedKey(hello, {}), { atMs: 0, output: HELLO });
  phone.calls.length = 0;
  phone.answer = ({ action }) => (action === 'placeChoices' ? there() : yes(HELLO));
  await page.does('onLoad', {});
  return { page, phone };
}

type Input = Readonly<Record<'branchId' | 'name', string>>;
const asked = ({ calls }: FakePhone, action: string): readonly Input[] =>
  calls.filter(({ data }) => data['action'] === action).map(({ data }) => data['input'] as Input);
const typed = (page: HeldPage, value: string) => page.does('onNameInput', { detail: { value } });
const nameIn = (page: HeldPage) => (page.data['view'] as { readonly name: string }).name;
const isThere = (branchName: string) => () => yes({ branchName, groups: [], crews: [] });

/** A branch was named and sent; no answer came, and the page was left. */
async function lost() {
  const { page, phone } = await opened(new Map(), () => no('not-found'));
  expect(asked(phone, 'placeChoices')).toEqual([]);
  await typed(page, '运行支部');
  phone.answer = noNetwork;
  await page.does('onSaveTap');
  const [sent] = asked(phone, 'saveBranch');
  return { page, sent: sent!, storage: phone.storage };
}

test.each([
  ['is not there', () => no('not-found')],
  ['cannot be looked for', noNetwork],
])(
  'R-287: a branch that %s after a lost answer is sent under its id, also under another name',
  async (_, there) => {
    const { sent, storage } = await lost();
    const { page, phone } = await opened(storage, there);
    expect(page.data).toMatchObject({ isNew: true, problem: '' });
    await typed(page, '运行一支部');
    phone.answer = noNetwork;
    await page.does('onSaveTap');
    expect(asked(phone, 'saveBranch')).toMatchObject([
      { branchId: sent.branchId, name: '运行一支部' },
    ]);
  },
);

test('R-287: one that was made is found, gone on with, and nothing of it is left of the form for a new one', async () => {
  const { sent, storage } = await lost();
  const { page, phone } = await opened(storage, isThere('运行支部'));
  expect(asked(phone, 'placeChoices')[0]).toEqual({ branchId: sent.branchId });
  expect(page.data).toMatchObject({
    isNew: false,
    isSaved: true,
    done: '运行支部建好了。接下来往里加人。',
  });
  expect(nameIn((await opened(phone.storage, isThere('运行支部'))).page)).toBe('');
});

test('R-287: what was typed since stands in the form of the branch that was made', async () => {
  const { page: before, sent, storage } = await lost();
  await typed(before, '运行一支部');
  const { page, phone } = await opened(storage, isThere('运行支部'));
  expect(nameIn(page)).toBe('运行一支部');
  phone.answer = noNetwork;
  await page.does('onSaveTap');
  expect(asked(phone, 'saveBranch')).toMatchObject([
    { branchId: sent.branchId, name: '运行一支部' },
  ]);
});
