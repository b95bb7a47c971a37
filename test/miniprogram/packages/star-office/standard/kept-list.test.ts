import { DEFAULT_STANDARD } from '../../../../../cloudfunctions/_store/star/default-standard.text';
import { NOW_MS } from '../../../../builders/phone/study';
import { no, noNetwork, yes, type FakePhone } from '../../../fake-phone';
import { holdPage } from '../../../held-page';

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(NOW_MS);
});

const ofVersion = (version: number) => ({
  ...DEFAULT_STANDARD,
  scope: 'branch',
  version,
  fromMonth: '2026-01',
  byName: '罗志强',
});
const listOf = (version: number) => ({
  nowMs: NOW_MS,
  branchName: '运行支部',
  month: '2026-03',
  now: ofVersion(version),
  next: null,
  canSave: true,
  canSaveForAll: false,
});

/** The page anew, with what the phone had kept; the branch has this version of its list. */
async function opened(version: number, before?: FakePhone) {
  const held = await holdPage(
    () => import('../../../../../miniprogram/packages/star-office/standard/standard'),
    {},
  );
  for (const [key, value] of before?.storage ?? []) held.phone.storage.set(key, value);
  held.phone.answer = ({ action }) =>
    yes(action === 'saveStandard' ? { version: 4, fromMonth: '2026-04' } : listOf(version));
  await held.page.does('onShow');
  return held;
}

const NAME = '安全生产';

async function changed(before?: FakePhone) {
  const held = await opened(3, before);
  await held.page.does('onChangeTap', {});
  await held.page.does('onNameInput', {
    currentTarget: { dataset: { itemId: 'post' } },
    detail: { value: NAME },
  });
  return held;
}

const namesIn = ({ page }: Awaited<ReturnType<typeof opened>>) =>
  (page.data['form'] as { items: { name: string }[] } | null)?.items.map(({ name }) => name);

test('R-351 a list that is being changed stands there again after the app has ended, until it is saved', async () => {
  const again = await opened(3, (await changed()).phone);
  expect(namesIn(again)).toContain(NAME);
  const { answer } = again.phone;
  again.phone.answer = noNetwork;
  await again.page.does('onSaveTap', {});
  const third = await opened(3, again.phone);
  expect(namesIn(third)).toContain(NAME);
  third.phone.answer = answer;
  await third.page.does('onSaveTap', {});
  expect(namesIn(third)).toBeUndefined();
  expect(namesIn(await opened(4, third.phone))).toBeUndefined();
});

test('what is left is not there again', async () => {
  const held = await changed();
  await held.page.does('onLeaveTap', {});
  expect(namesIn(await opened(3, held.phone))).toBeUndefined();
});

test('what somebody else saved meanwhile is refused first, then shown, and saved over only by who saves again', async () => {
  const held = await opened(4, (await changed()).phone);
  held.phone.answer = ({ action }) =>
    action === 'saveStandard' ? no('changed-meanwhile') : yes(listOf(4));
  const overs = () =>
    held.phone.calls.flatMap(({ data }) =>
      data.action === 'saveStandard'
        ? [(data.input as { over: { version: number } }).over.version]
        : [],
    );
  await held.page.does('onSaveTap', {});
  expect(overs()).toEqual([3]);
  expect(held.page.data).toMatchObject({ isOverOther: true });
  expect(namesIn(held)).toContain(NAME);
  await held.page.does('onSaveTap', {});
  expect(overs()).toEqual([3, 4]);
});
