import { aShownSheet } from '../../../../builders/phone/sheets';
import { NOW_MS } from '../../../../builders/phone/study';
import { yes } from '../../../fake-phone';
import { holdPage } from '../../../held-page';

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(NOW_MS);
});

const typed = (value: string) => ({ detail: { value } });

test.each([
  [
    'what is typed on while a summary is handed in stays',
    '做了两件事。还有一件',
    '做了两件事。还有一件',
  ],
  ['what was handed in whole is not kept beside what the server has', '做了两件事。', undefined],
])('%s', async (_, last, kept) => {
  const { page, phone } = await holdPage(
    () => import('../../../../../miniprogram/packages/star/sheet/sheet'),
    { month: '2026-02' },
  );
  const output = { nowMs: NOW_MS, earlierMonth: null, sheet: aShownSheet() };
  let handIn: (answer: unknown) => void = () => undefined;
  phone.answer = ({ action }) =>
    action === 'handInSummary'
      ? new Promise((resolve) => {
          handIn = resolve;
        })
      : yes(output);
  await page.does('onShow');
  await page.does('onWordsChange', typed('做了两件事。'));
  const handing = page.does('onHandInTap');
  await page.does('onWordsChange', typed(last));
  handIn(yes({ atMs: NOW_MS }));
  await handing;
  const drafts = [...phone.storage].filter(([key]) => key.startsWith('summary:'));
  expect(drafts.map(([, draft]) => (draft as { text: string }).text)[0]).toBe(kept);
});
