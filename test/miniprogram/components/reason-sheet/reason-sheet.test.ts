import { holdPage } from '../../held-page';

test('a sheet whose words are on their way does not close, by its button or beside it', async () => {
  const { page: sheet } = await holdPage(
    () => import('../../../../miniprogram/components/reason-sheet/reason-sheet'),
  );
  const told: unknown[] = [];
  Object.assign(sheet.self, { triggerEvent: (event: string) => told.push(event) });
  const close = async () => {
    await sheet.does('onCloseTap');
    await sheet.does('onVisibleChange', { detail: { visible: false } });
  };
  sheet.setData({ isBusy: true });
  await close();
  expect(told).toEqual([]);
  sheet.setData({ isBusy: false });
  await close();
  expect(told).toEqual(['closed', 'closed']);
});

test('a reason that is too long stays, and is not given until it is short enough', async () => {
  const { page: sheet } = await holdPage(
    () => import('../../../../miniprogram/components/reason-sheet/reason-sheet'),
  );
  sheet.setData({ most: 100 });
  const types = (value: string) => sheet.does('onChange', { detail: { value } });
  await types('长'.repeat(101));
  expect(sheet.data).toMatchObject({ reason: '长'.repeat(101), isMissing: false, canGive: false });
  await types('长'.repeat(100));
  expect(sheet.data).toMatchObject({ canGive: true });
});

test('R-351 what is typed about something is there when it opens again, for that and nothing else, until it was sent', async () => {
  const { page: sheet, phone } = await holdPage(
    () => import('../../../../miniprogram/components/reason-sheet/reason-sheet'),
  );
  const opens = (keptAs: string, preset = '') => {
    sheet.setData({ keptAs, preset, most: 100 });
    return sheet.does('begin');
  };
  await opens('appeal:2026-02');
  await sheet.does('onChange', { detail: { value: '那天换了班' } });
  await opens('');
  expect(sheet.data).toMatchObject({ reason: '', canGive: false });
  await sheet.does('onChange', { detail: { value: '不留的话' } });
  await opens('appeal:2026-01', '先写好的');
  expect(sheet.data).toMatchObject({ reason: '先写好的' });
  await opens('appeal:2026-02', '先写好的');
  expect(sheet.data).toMatchObject({ reason: '那天换了班', canGive: true });
  expect([...phone.storage.values()]).toEqual([{ text: '那天换了班' }]);
  await sheet.does('onChange', { detail: { value: ' ' } });
  expect(phone.storage.size).toBe(0);
});

test('what is done without a reason too can be given with none, and with one that is short enough', async () => {
  const { page: sheet } = await holdPage(
    () => import('../../../../miniprogram/components/reason-sheet/reason-sheet'),
  );
  const told: unknown[] = [];
  Object.assign(sheet.self, { triggerEvent: (_: string, detail: unknown) => told.push(detail) });
  sheet.setData({ most: 100, preset: '', keptAs: '', isOptional: true });
  await sheet.does('begin');
  await sheet.does('onGiveTap', {});
  expect(told).toEqual([{ reason: '' }]);
  await sheet.does('onChange', { detail: { value: '长'.repeat(101) } });
  expect(sheet.data).toMatchObject({ canGive: false });
  sheet.setData({ isOptional: false });
  await sheet.does('onChange', { detail: { value: '' } });
  expect(sheet.data).toMatchObject({ canGive: false });
});
