import { no, yes, type FakePhone } from '../../../fake-phone';
import { holdPage, type HeldPage } from '../../../held-page';
import { aShownPoll } from '../../../../builders/phone/poll';

let page: HeldPage;
let phone: FakePhone;

const poll = aShownPoll();
const ids = poll.candidates.map(({ candidateId }) => candidateId);
const [first = '', second = ''] = ids;
const withdrawn = {
  ...poll,
  candidates: poll.candidates.map((each, at) => (at === 0 ? { ...each, isWithdrawn: true } : each)),
};
const chosen = () => (page.self['choosing'] as { chosen: string[] }).chosen;

beforeEach(async () => {
  ({ page, phone } = await holdPage(
    () => import('../../../../../miniprogram/packages/star/poll/poll'),
  ));
  Object.assign(page.self, {
    state: { kind: 'known', output: poll, asOfAtMs: null },
    choosing: { chosen: [first, second], opened: [] },
  });
  await page.does('onNextTap');
});

test('who withdraws while a ballot is filled in is taken off it, and it is said', async () => {
  phone.answer = () => yes(withdrawn);
  await page.does('load');
  expect(chosen()).toEqual([second]);
  expect(page.data).toMatchObject({ isConfirming: false });
  expect(page.data['problem']).toContain(poll.candidates[0]?.name);
});

test('so is who had withdrawn when it was cast: the next one is not refused for them', async () => {
  phone.answer = ({ action }) =>
    action === 'castBallot' ? no('withdrawn-candidate') : yes(withdrawn);
  await page.does('onCastTap');
  expect(chosen()).toEqual([second]);
  expect(page.data).toMatchObject({ isConfirming: false, isBusy: false });
});

test('while all stand nothing is taken off', async () => {
  phone.answer = () => yes(poll);
  await page.does('load');
  expect(chosen()).toEqual([first, second]);
  expect(page.data).toMatchObject({ isConfirming: true, problem: '' });
});

test('of a second ballot nothing is left to be cast: it is said that the first one counts', async () => {
  phone.answer = ({ action }) =>
    action === 'castBallot' ? no('already-voted') : yes({ ...poll, mine: 'counted' });
  await page.does('onCastTap');
  expect(chosen()).toEqual([]);
  expect(page.self['ballot']).toBeUndefined();
  expect(page.data).toMatchObject({ isConfirming: false, isBusy: false });
  expect(page.data['problem']).toBe('你已经投过了，先投的那张算数，这次没有改动。');
});
