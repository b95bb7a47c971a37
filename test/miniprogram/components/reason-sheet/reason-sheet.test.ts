import { aPage } from '../../a-page';

test('a sheet whose words are on their way does not close, by its button or beside it', async () => {
  const sheet = await aPage(
    () => import('../../../../miniprogram/components/reason-sheet/reason-sheet'),
  );
  const told: unknown[] = [];
  Object.assign(sheet, { triggerEvent: (event: string) => told.push(event) });
  const close = () => {
    sheet['onCloseTap']?.();
    sheet['onVisibleChange']?.({ detail: { visible: false } });
  };
  sheet.setData({ isBusy: true });
  close();
  expect(told).toEqual([]);
  sheet.setData({ isBusy: false });
  close();
  expect(told).toEqual(['closed', 'closed']);
});
