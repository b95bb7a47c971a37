import { aPage, type APage } from '../../../a-page';
import { holdFakePhone, no, type FakePhone } from '../../../fake-phone';
import { aShownPoll } from '../../../../builders/phone/poll';

let page: APage;
let phone: FakePhone;

beforeAll(async () => {
  page = await aPage(() => import('../../../../../miniprogram/packages/star/poll/poll'));
});
beforeEach(() => {
  phone = holdFakePhone();
  phone.answer = () => no('box-damaged');
});

test('what the page sends is as long for a blank ballot as for one with names', async () => {
  const poll = aShownPoll({ choice: { kind: 'up-to', names: 4 } });
  const ids = poll.candidates.map(({ candidateId }) => candidateId);
  const lengths = [];
  for (const chosen of [[], ids.slice(0, 1), ids.slice(1, 3), ids]) {
    Object.assign(page, {
      state: { kind: 'known', output: poll, asOfAtMs: null },
      choosing: { chosen, opened: [] },
    });
    phone.calls.length = 0;
    page['onNextTap']?.();
    await (page['onCastTap']?.() as Promise<void>);
    const [{ data } = { data: {} }] = phone.calls;
    expect(data).toMatchObject({ action: 'castBallot', input: { chosen } });
    lengths.push(JSON.stringify(data).length);
  }
  expect(new Set(lengths).size).toBe(1);
});
