import { aCalendar, aDeskLine, TODAY } from '../../../../builders/phone/channel';
import { TEST_START_MS } from '../../../../worlds/test-cloud';
import { no, noNetwork, yes, type FakePhone } from '../../../fake-phone';
import { holdPage, tapOn, type HeldPage } from '../../../held-page';

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(TEST_START_MS);
});

const lines = ['one', 'two'].map((itemId) => aDeskLine({ itemId, state: 'ready' }));
const calendar = { ...aCalendar({ [TODAY]: { revision: 3 } }), lines };

interface Sent {
  readonly requestId: string;
  readonly itemIds: readonly string[];
  readonly revision: number;
}
const sentBy = (phone: FakePhone): readonly Sent[] =>
  phone.calls
    .filter(({ data }) => data['action'] === 'planIssue')
    .map(({ data }) => {
      const { itemIds, revision } = data['input'] as Sent;
      return { requestId: data['requestId'] as string, itemIds, revision };
    });

/** One item was chosen and sent; no answer came. */
async function lost(): Promise<{ readonly page: HeldPage; readonly phone: FakePhone }> {
  const held = await holdPage(
    () => import('../../../../../miniprogram/packages/channel-office/plan/plan'),
    { channel: 'party', day: TODAY },
  );
  held.phone.answer = () => yes(calendar);
  await held.page.does('load');
  await held.page.does('onItemTap', tapOn({ itemId: 'one' }));
  held.phone.answer = noNetwork;
  await held.page.does('onSaveTap');
  expect(held.page.data['problem']).not.toBe('');
  return held;
}

test('the same pressed again is the same sending', async () => {
  const { page, phone } = await lost();
  phone.answer = () => yes({ revision: 4 });
  await page.does('onSaveTap');
  const [first, second, ...more] = sentBy(phone);
  expect(second).toEqual(first);
  expect(more).toEqual([]);
  expect(page.data['problem']).toBe('');
});

test('what was changed after a lost answer follows what was sent, over what stands by then', async () => {
  const { page, phone } = await lost();
  await page.does('onItemTap', tapOn({ itemId: 'two' }));
  phone.answer = () => yes({ revision: 4 });
  await page.does('onSaveTap');
  const [first, again, next] = sentBy(phone);
  expect(again).toEqual(first);
  expect(next).toMatchObject({ itemIds: ['one', 'two'], revision: 4 });
  expect(next?.requestId).not.toBe(first?.requestId);
});

test('after a refusal another sending begins', async () => {
  const { page, phone } = await lost();
  phone.answer = ({ action }) => (action === 'planIssue' ? no('changed-meanwhile') : yes(calendar));
  await page.does('onSaveTap');
  expect(page.data['problem']).toMatch(/^刚刚有人排过这一期/u);
  phone.answer = () => yes({ revision: 5 });
  await page.does('onItemTap', tapOn({ itemId: 'one' }));
  await page.does('onSaveTap');
  const [first, second, third, ...more] = sentBy(phone);
  expect(second).toEqual(first);
  expect(third?.requestId).not.toBe(first?.requestId);
  expect(more).toEqual([]);
});
