import { no } from '../../../fake-phone';
import { holdPage } from '../../../held-page';
import { aShownPoll } from '../../../../builders/phone/poll';

test('what the page sends is as long for a blank ballot as for one with names', async () => {
  const { page, phone } = await holdPage(
    () => import('../../../../../miniprogram/packages/star/poll/poll'),
  );
  phone.answer = () => no('box-damaged');
  const poll = aShownPoll({ choice: { kind: 'up-to', names: 4 } });
  const ids = poll.candidates.map(({ candidateId }) => candidateId);
  const lengths = [];
  for (const chosen of [[], ids.slice(0, 1), ids.slice(1, 3), ids]) {
    Object.assign(page.self, {
      state: { kind: 'known', output: poll, asOfAtMs: null },
      choosing: { chosen, opened: [] },
    });
    phone.calls.length = 0;
    await page.does('onNextTap');
    await page.does('onCastTap');
    const [{ data } = { data: {} }] = phone.calls;
    expect(data).toMatchObject({ action: 'castBallot', input: { chosen } });
    lengths.push(JSON.stringify(data).length);
  }
  expect(new Set(lengths).size).toBe(1);
});
