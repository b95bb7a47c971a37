import { TEST_START_MS } from '../../../../worlds/test-cloud';
import { yes, type FakePhone } from '../../../fake-phone';
import { holdPage, type HeldPage } from '../../../held-page';

jest.mock('tdesign-miniprogram/miniprogram_dist/dialog/index', () => ({ default: {} }), {
  virtual: true,
});

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(TEST_START_MS);
});

/** The list that the page is read with; an appointment is answered well. */
function lists(phone: FakePhone, ...memberIds: string[]): void {
  const people = memberIds.map((memberId) => ({ memberId, name: `name of ${memberId}` }));
  phone.answer = ({ action }) =>
    action === 'commentators'
      ? yes({ nowMs: TEST_START_MS, branchName: '运行支部', terms: [], people })
      : yes({});
}

async function opened(): Promise<{ readonly page: HeldPage; readonly phone: FakePhone }> {
  const held = await holdPage(
    () => import('../../../../../miniprogram/packages/channel-office/commentators/commentators'),
  );
  lists(held.phone, 'a', 'b', 'c');
  await held.page.does('load');
  return held;
}

const appointed = (phone: FakePhone) =>
  phone.calls
    .filter(({ data }) => data['action'] === 'appointCommentator')
    .map(({ data }) => (data['input'] as { readonly memberId: string }).memberId);

test('who was chosen is appointed, also where the list was read anew in another order', async () => {
  const { page, phone } = await opened();
  await page.does('onPersonPicked', { detail: { value: 1 } });
  lists(phone, 'new', 'a', 'b', 'c');
  await page.does('load');
  expect(page.data['person']).toBe(2);
  await page.does('onAppointTap');
  expect(appointed(phone)).toEqual(['b']);
});

test('nobody else is taken in silence for who is gone from the list', async () => {
  const { page, phone } = await opened();
  await page.does('onPersonPicked', { detail: { value: 1 } });
  lists(phone, 'a', 'c');
  await page.does('load');
  expect(page.data['person']).toBe(0);
  expect(page.data['problem']).toMatch(/不在这个支部了，换一位。$/u);
  await page.does('onPersonPicked', { detail: { value: 1 } });
  expect(page.data['problem']).toBe('');
  await page.does('onAppointTap');
  expect(appointed(phone)).toEqual(['c']);
});

test('untouched, it is the first of the list', async () => {
  const { page, phone } = await opened();
  await page.does('onAppointTap');
  expect(appointed(phone)).toEqual(['a']);
});
