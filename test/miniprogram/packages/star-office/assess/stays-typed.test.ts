import { aShownItem, aShownSheet } from '../../../../builders/phone/sheets';
import { at, NOW_MS } from '../../../../builders/phone/study';
import { noNetwork, yes } from '../../../fake-phone';
import { holdPage, tapOn } from '../../../held-page';

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(NOW_MS);
});

const appeal = {
  appealId: 'appeal',
  text: '那天换了班',
  atMs: at('09:12'),
  answer: null,
  canAnswer: true,
  restoredPoints: 30,
  ifRestored: { earnedTenths: 890, permille: 989 },
  found: [],
};
const sheet = aShownSheet({
  stage: 'appeal',
  items: [aShownItem({ canMark: true, appeals: [appeal] })],
});
const WORDS = '查了交接班记录，换班属实';
const typed = (value: string) => ({ detail: { value } });

async function opened() {
  const { page, phone } = await holdPage(
    () => import('../../../../../miniprogram/packages/star-office/assess/assess'),
    { sheetId: sheet.sheetId },
  );
  phone.answer = ({ action }) =>
    yes(action === 'memberSheet' ? { nowMs: NOW_MS, sheet } : { reachesAtMs: NOW_MS });
  await page.does('onShow');
  return { page, phone };
}

test('R-351 an answer that is typed stays with its sheet while nothing can be read, and across a restart', async () => {
  const { page, phone } = await opened();
  await page.does('onAnswerChange', typed(WORDS));
  phone.answer = noNetwork;
  await page.does('load');
  expect(page.data).toMatchObject({ view: { kind: 'content' }, answer: WORDS });
  expect(page.data['unread']).not.toBe('');
  const again = await opened();
  for (const [key, value] of phone.storage) again.phone.storage.set(key, value);
  again.page.self['answering'] = '';
  await again.page.does('load');
  expect(again.page.data).toMatchObject({ answer: WORDS, unread: '' });
  await again.page.does('onOutcomePicked', typed('restored'));
  await again.page.does('onAnswerTap');
  expect([...again.phone.storage.keys()].filter((key) => key.includes('words:'))).toEqual([]);
});

test('R-351 why a mark differs is there again when the form was closed', async () => {
  const { page } = await opened();
  await page.does('onMarkTap', tapOn({ itemId: 'post' }));
  await page.does('onReasonChange', typed('漏填一栏'));
  await page.does('onEvidenceInput', typed('交接班记录'));
  await page.does('onFormClosed');
  await page.does('onMarkTap', tapOn({ itemId: 'post' }));
  expect(page.data['evidence']).toBe('交接班记录');
  expect(page.data['reason']).toBe('漏填一栏');
});
