import { NOW_MS } from '../../../../builders/phone/study';
import { noNetwork, yes } from '../../../fake-phone';
import { holdPage } from '../../../held-page';

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(NOW_MS);
});

const ASKED = {
  askId: 'a',
  about: { kind: 'correction', of: 'profile' },
  words: '为什么看',
  askedAtMs: NOW_MS,
  limitAtMs: NOW_MS,
  answer: null,
};
const typed = (value: string) => ({ detail: { value } });
const open = (query: Record<string, string> = {}) =>
  holdPage(() => import('../../../../../miniprogram/packages/me/asks/asks'), query);

test('R-351 what is typed about a look, and in general, is kept each by itself until it is sent', async () => {
  const first = await open();
  first.phone.answer = noNetwork;
  await first.page.does('onWordsInput', typed('工号写错了'));

  const aboutLook = await open({ entryId: 'e1', text: 'seen' });
  for (const [key, value] of first.phone.storage) aboutLook.phone.storage.set(key, value);
  expect(aboutLook.page.data['words']).toBe('');
  await aboutLook.page.does('onWordsInput', typed('为什么看'));
  aboutLook.phone.answer = noNetwork;
  await aboutLook.page.does('onSendTap');
  expect(aboutLook.page.data['words']).toBe('为什么看');
  aboutLook.phone.answer = ({ action }) =>
    yes(action === 'myDataAsks' ? { nowMs: NOW_MS, asks: [], nextCursor: null } : { ask: ASKED });
  await aboutLook.page.does('onSendTap');
  expect(aboutLook.page.data['words']).toBe('工号写错了');
});
