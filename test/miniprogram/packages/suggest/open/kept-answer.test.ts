import { keepWords, keptWords } from '../../../../../miniprogram/state/kept-words';
import { aDetail } from '../../../../builders/phone/suggestion';
import { NOW_MS } from '../../../../builders/phone/study';
import { noNetwork, yes, type FakePhone } from '../../../fake-phone';
import { holdPage, tapOn } from '../../../held-page';

jest.mock('tdesign-miniprogram/miniprogram_dist/dialog/index', () => ({ default: {} }), {
  virtual: true,
});

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(NOW_MS);
});

const WORDS = '周五前把护栏补上，补好了拍给你看';

function answers(phone: FakePhone, deed: () => unknown): void {
  const detail = aDetail({ isMine: false, canDecide: true, revision: 4 });
  phone.answer = ({ action }) =>
    action === 'suggestionDetail' ? yes({ nowMs: NOW_MS, suggestion: detail }) : deed();
}

test('R-351 an answer that did not go is kept by itself, and goes once it was taken', async () => {
  const { page, phone } = await holdPage(
    () => import('../../../../../miniprogram/packages/suggest/open/open'),
    { suggestionId: 's1' },
  );
  answers(phone, noNetwork);
  await page.does('onShow');
  await page.does('onSheetTap', tapOn({ sheet: 'answer' }));
  const answer = String(page.data['keptAs']);
  keepWords(answer, WORDS);
  await page.does('onWordsGiven', { detail: { reason: WORDS } });
  await page.does('onSheetClosed');
  expect(keptWords(answer)).toBe(WORDS);

  answers(phone, () => yes({}));
  await page.does('onSheetTap', tapOn({ sheet: 'take' }));
  const take = String(page.data['keptAs']);
  keepWords(take, '我们来问');
  await page.does('onWordsGiven', { detail: { reason: '我们来问' } });
  expect([keptWords(take), keptWords(answer)]).toEqual(['', WORDS]);

  await page.does('onSheetTap', tapOn({ sheet: 'answer' }));
  expect(page.data['keptAs']).toBe(answer);
  await page.does('onWordsGiven', { detail: { reason: WORDS } });
  expect(keptWords(answer)).toBe('');
});
