import { acknowledge } from '../../../../../contract/notice/acknowledge';
import { aShownVersion } from '../../../../builders/phone/library';
import { NOW_MS } from '../../../../builders/phone/study';
import { noNetwork, yes } from '../../../fake-phone';
import { holdPage } from '../../../held-page';

jest.mock('tdesign-miniprogram/miniprogram_dist/dialog/index', () => ({ default: {} }), {
  virtual: true,
});

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(NOW_MS);
});

const outbox = () => import('../../../../../miniprogram/api/outbox');

/** A must-read, acknowledged or not. */
const document = (acknowledgedAtMs: number | null) => ({
  ...{ nowMs: NOW_MS, documentId: 'd', branchId: 'b', revision: 1, isOfficer: false },
  ...{ state: 'shown', current: aShownVersion(), offered: null, earlier: [], takenDown: null },
  ...{ readers: null, counts: null, mine: { messageId: 'm', edition: 1, acknowledgedAtMs } },
});

test('what is acknowledged without a network asks no more, and says so until it has arrived', async () => {
  const { page, phone } = await holdPage(
    () => import('../../../../../miniprogram/packages/library/document/document'),
    { documentId: 'd' },
  );
  phone.answer = () => yes(document(null));
  await page.does('load');
  expect(page.data['view']).toMatchObject({ canAcknowledge: true, given: '' });

  phone.answer = noNetwork;
  await page.does('onAcknowledgeTap');
  expect(page.data['view']).toMatchObject({
    canAcknowledge: false,
    given: '没有网，先记在手机里，有网就送出。',
    offline: expect.stringMatching(/./u),
  });

  phone.answer = ({ action }) =>
    yes(action === acknowledge.name ? { acknowledgedAtMs: NOW_MS } : document(NOW_MS));
  await (await outbox()).sendWaiting();
  await new Promise(setImmediate);
  expect(page.data['view']).toMatchObject({
    canAcknowledge: false,
    given: '',
    offline: '',
    acknowledged: expect.stringMatching(/已确认$/u),
  });
  await page.does('onUnload');
});
