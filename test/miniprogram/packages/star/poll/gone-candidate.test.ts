import { aPage, type APage } from '../../../a-page';
import { holdFakePhone, no, yes, type FakePhone } from '../../../fake-phone';
import { aShownPoll } from '../../../../builders/phone/poll';

let page: APage;
let phone: FakePhone;

const poll = aShownPoll();
const ids = poll.candidates.map(({ candidateId }) => candidateId);
const [first = '', second = ''] = ids;
const withdrawn = {
  ...poll,
  candidates: poll.candidates.map((each, at) => (at === 0 ? { ...each, isWithdrawn: true } : each)),
};
const chosen = () => (page as unknown as { choosing: { chosen: string[] } }).choosing.chosen;

beforeAll(async () => {
  page = await aPage(() => import('../../../../../miniprogram/packages/star/poll/poll'));
});
beforeEach(() => {
  phone = holdFakePhone();
  Object.assign((globalThis as unknown as { wx: object }).wx, {
    setNavigationBarTitle: () => undefined,
  });
  Object.assign(page, {
    state: { kind: 'known', output: poll, asOfAtMs: null },
    choosing: { chosen: [first, second], opened: [] },
  });
  page.setData({ isConfirming: true, problem: '', isBusy: false });
});

test('who withdraws while a ballot is filled in is taken off it, and it is said', async () => {
  phone.answer = () => yes(withdrawn);
  await (page['load']?.() as Promise<void>);
  expect(chosen()).toEqual([second]);
  expect(page.data).toMatchObject({ isConfirming: false });
  expect(page.data['problem']).toContain(poll.candidates[0]?.name);
});

test('so is who had withdrawn when it was cast: the next one is not refused for them', async () => {
  phone.answer = ({ action }) =>
    action === 'castBallot' ? no('withdrawn-candidate') : yes(withdrawn);
  await (page['onCastTap']?.() as Promise<void>);
  expect(chosen()).toEqual([second]);
  expect(page.data).toMatchObject({ isConfirming: false, isBusy: false });
});

test('while all stand nothing is taken off', async () => {
  phone.answer = () => yes(poll);
  await (page['load']?.() as Promise<void>);
  expect(chosen()).toEqual([first, second]);
  expect(page.data).toMatchObject({ isConfirming: true, problem: '' });
});
