import { keepWords, keptWords } from '../../../../../miniprogram/state/kept-words';
import { toView } from '../../../../../miniprogram/packages/star/sheet/sheet.view';
import { aShownItem, aShownSheet } from '../../../../builders/phone/sheets';
import { NOW_MS } from '../../../../builders/phone/study';
import { noNetwork, yes } from '../../../fake-phone';
import { holdPage, tapOn } from '../../../held-page';

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(NOW_MS);
});

const lost = { earnedTenths: 280, canAppeal: true };
const items = [aShownItem(lost), aShownItem({ ...lost, itemId: 'study', name: '参加学习' })];
const WORDS = '那天换了班，上的是早班';

async function opened(rest: object = {}) {
  const { page, phone } = await holdPage(
    () => import('../../../../../miniprogram/packages/star/sheet/sheet'),
    { month: '2026-02' },
  );
  const sheet = aShownSheet({ items, ...rest });
  phone.answer = ({ action }) =>
    action === 'appealItem'
      ? yes({ answersUntilMs: NOW_MS })
      : yes({ nowMs: NOW_MS, earlierMonth: null, sheet });
  await page.does('onShow');
  return { page, phone };
}

test('R-351 an appeal that was not sent is gone on with about the item that it was about, and goes once it is sent', async () => {
  const { page, phone } = await opened();
  await page.does('onAppealTap');
  expect(page.data).toMatchObject({ appealing: 'post', keptAs: 'appeal:2026-02' });
  await page.does('onItemPicked', tapOn({ itemId: 'study' }));
  keepWords(String(page.data['keptAs']), WORDS);
  const answer = phone.answer;
  phone.answer = noNetwork;
  await page.does('onAppealGiven', { detail: { reason: WORDS } });
  expect(page.data).toMatchObject({ isAppealing: true });
  await page.does('onAppealClosed');
  await page.does('onAppealTap');
  expect(page.data).toMatchObject({ appealing: 'study' });
  expect(keptWords(String(page.data['keptAs']))).toBe(WORDS);
  phone.answer = answer;
  await page.does('onAppealGiven', { detail: { reason: WORDS } });
  expect([...phone.storage.keys()].filter((key) => key.includes('appeal'))).toEqual([]);
});

test('R-351 an appeal that was typed stays in sight once nobody appeals any more', async () => {
  const { page } = await opened();
  keepWords('appeal:2026-02', WORDS);
  await page.does('load');
  expect(page.data['unsent']).toBe('');
  const later = await opened({ items: [aShownItem({ earnedTenths: 280 })] });
  keepWords('appeal:2026-02', WORDS);
  await later.page.does('load');
  expect(later.page.data['unsent']).toBe(WORDS);
});

test('R-194 once the term of appeals is over, who has lost something reads whom to turn to', () => {
  const sheet = aShownSheet({ items: [aShownItem({ earnedTenths: 280 })] });
  const at = (nowMs: number, given = sheet) =>
    toView(
      {
        kind: 'known',
        output: { nowMs, sheet: given, earlierMonth: null },
        asOfAtMs: null,
      },
      '',
      nowMs,
    );
  const { appealsUntilMs } = sheet.terms;
  expect(at(appealsUntilMs - 1)).toMatchObject({ appealsOver: '' });
  expect(at(appealsUntilMs)).toMatchObject({
    appealsOver: expect.stringMatching(/^申诉收到.+为止。还有话说，找书记，或者在专题会上提。$/u),
  });
  expect(at(appealsUntilMs, { ...sheet, items: [aShownItem()] })).toMatchObject({
    appealsOver: '',
  });
});

test('who has no sheet at all is offered no newest one, only who has turned to another month', async () => {
  const none = yes({ nowMs: NOW_MS, earlierMonth: null, sheet: null });
  for (const [month, isOffered] of [
    ['2026-02', true],
    ['', false],
  ] as const) {
    const { page, phone } = await holdPage(
      () => import('../../../../../miniprogram/packages/star/sheet/sheet'),
      { month },
    );
    phone.answer = () => none;
    await page.does('onShow');
    expect(page.data).toMatchObject({ view: { kind: 'empty' }, canTurnToNewest: isOffered });
    if (isOffered) await page.does('onNewestTap');
    expect(page.data).toMatchObject({ view: { kind: 'empty' }, canTurnToNewest: false });
  }
});
