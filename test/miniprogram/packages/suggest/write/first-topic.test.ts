import { NOW_MS } from '../../../../builders/phone/study';
import { holdPage } from '../../../held-page';

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(NOW_MS);
});

test('whoever picks a hazard and nothing else raises it about safety', async () => {
  const { page } = await holdPage(() => {
    Object.assign(wx, {
      onAppShow: () => undefined,
      onNetworkStatusChange: () => undefined,
      getNetworkType: async () => ({ networkType: 'none' }),
    });
    return import('../../../../../miniprogram/packages/suggest/write/write');
  });
  expect(page.data['form']).toMatchObject({ type: 'proposal', topic: 'living' });
  await page.does('onTypePicked', { detail: { value: 'hazard' } });
  expect(page.data['form']).toMatchObject({ type: 'hazard', topic: 'safety' });
  await page.does('onTopicPicked', { detail: { value: 'work-site' } });
  await page.does('onTypePicked', { detail: { value: 'proposal' } });
  expect(page.data['form']).toMatchObject({ type: 'proposal', topic: 'work-site' });
});
