import { aPage, type APage } from '../../../a-page';
import { holdFakePhone, no, yes, type FakePhone } from '../../../fake-phone';

let page: APage;
let phone: FakePhone;
/** Ends the answers that wait, in their order. */
let answers: ((result: unknown) => void)[];

beforeAll(async () => {
  page = await aPage(
    () => import('../../../../../miniprogram/packages/star/nominations/nominations'),
  );
});
beforeEach(() => {
  phone = holdFakePhone();
  answers = [];
  phone.answer = ({ action }) =>
    action === 'answerNomination'
      ? new Promise((resolve) => answers.push(resolve))
      : no('not-found');
  const sheet = { isOpen: true, kind: 'change', id: 'nomination-1', name: '' };
  page.setData({ sheet, isBusy: false, problem: '', sheetProblem: '' });
});

const given = () => page['onReasonGiven']?.({ detail: { reason: '是 14 日' } }) as Promise<void>;
const asked = () => phone.calls.filter(({ data }) => data['action'] === 'answerNomination');
const turn = () => new Promise((resolve) => setImmediate(resolve));

test('words that are on their way stay in their sheet when they are given once more', async () => {
  const first = given();
  await given();
  expect(page.data).toMatchObject({ sheet: { isOpen: true }, isBusy: true });
  await turn();
  expect(asked()).toHaveLength(1);
  answers[0]?.(no('too-late'));
  await first;
  const { sheet, sheetProblem } = page.data;
  expect(sheet).toMatchObject({ isOpen: true });
  expect(sheetProblem).not.toBe('');
});

test('once they are in the sheet closes', async () => {
  const first = given();
  await turn();
  answers[0]?.(yes({}));
  await first;
  expect(page.data).toMatchObject({ sheet: { isOpen: false }, sheetProblem: '', isBusy: false });
});
