import { no, yes, type FakePhone } from '../../../fake-phone';
import { holdPage, type HeldPage } from '../../../held-page';

let page: HeldPage;
let phone: FakePhone;
/** Ends the answers that wait, in their order. */
let answers: ((result: unknown) => void)[];

beforeEach(async () => {
  ({ page, phone } = await holdPage(
    () => import('../../../../../miniprogram/packages/star/nominations/nominations'),
  ));
  answers = [];
  phone.answer = ({ action }) =>
    action === 'answerNomination'
      ? new Promise((resolve) => answers.push(resolve))
      : no('not-found');
  const sheet = { isOpen: true, kind: 'change', id: 'nomination-1', name: '' };
  page.setData({ sheet, isBusy: false, problem: '', sheetProblem: '' });
});

const given = () => page.does('onReasonGiven', { detail: { reason: '是 14 日' } });
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
