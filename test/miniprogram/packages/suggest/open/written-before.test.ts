import { aDetail } from '../../../../builders/phone/suggestion';
import { NOW_MS } from '../../../../builders/phone/study';
import { no, noNetwork, yes, type FakePhone } from '../../../fake-phone';
import { holdPage, tapOn } from '../../../held-page';

jest.mock('tdesign-miniprogram/miniprogram_dist/dialog/index', () => ({ default: {} }), {
  virtual: true,
});

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(NOW_MS);
});

const open = () => import('../../../../../miniprogram/packages/suggest/open/open');

/** Answers the page as read at this revision, and deeds as told. */
function answers(phone: FakePhone, revision: number, deed: () => unknown): void {
  const detail = aDetail({ isMine: false, canDecide: true, revision });
  phone.answer = ({ action }) =>
    action === 'suggestionDetail' ? yes({ nowMs: NOW_MS, suggestion: detail }) : deed();
}

const given = (reason: string) => ({ detail: { reason } });
const deedsOf = (phone: FakePhone) =>
  phone.calls
    .filter(({ data }) => data['action'] === 'takeSuggestion')
    .map(({ data }) => data['input'] as { stepId: string; revision: number; text: string });

test('words changed after a lost answer: the first stand, it is said, and the next press is a deed of its own', async () => {
  const { page, phone } = await holdPage(open, { suggestionId: 's1' });
  answers(phone, 4, noNetwork);
  await page.does('onShow');
  await page.does('onSheetTap', tapOn({ sheet: 'take' }));
  await page.does('onWordsGiven', given('问食堂'));

  answers(phone, 5, () => no('written-before'));
  await page.does('onWordsGiven', given('问了食堂'));
  expect(page.data['sheet']).toMatchObject({ kind: 'take' });
  expect(page.data['sheetProblem']).toMatch(/^上一次其实已经回话了，留下的是改之前的话/u);

  answers(phone, 6, () => yes({}));
  await page.does('onWordsGiven', given('问了食堂'));
  expect(page.data['sheet']).toMatchObject({ kind: 'none' });
  const [lost, refused, next] = deedsOf(phone);
  expect(refused?.stepId).toBe(lost?.stepId);
  expect(next?.stepId).not.toBe(lost?.stepId);
  expect(next?.revision).toBe(5);
});

test('while no answer comes it stays the same deed', async () => {
  const { page, phone } = await holdPage(open, { suggestionId: 's1' });
  answers(phone, 4, noNetwork);
  await page.does('onShow');
  await page.does('onSheetTap', tapOn({ sheet: 'take' }));
  await page.does('onWordsGiven', given('问食堂'));
  await page.does('onWordsGiven', given('问食堂'));
  const [first, second] = deedsOf(phone);
  expect(second).toEqual({ ...first, revision: 4 });
});

test('who forwarded it and heard no answer is told where it is', async () => {
  const { page, phone } = await holdPage(open, { suggestionId: 's1' });
  answers(phone, 4, () => yes({ hasCommittee: true, branches: [] }));
  await page.does('onShow');
  await page.does('onSheetTap', tapOn({ sheet: 'forward' }));
  answers(phone, 5, () => no('not-found'));
  await page.does('onWordsGiven', given('这事归你们'));
  expect(page.data['sheetProblem']).toMatch(/^这一条不在你们这里了/u);
});
