import { readdirSync, readFileSync } from 'node:fs';
import { checkIn } from '../../../../../contract/study/mine';
import { NOW_MS } from '../../../../builders/phone/study';
import { addToWx, no, noNetwork, yes } from '../../../fake-phone';
import { holdPage } from '../../../held-page';

const PAYLOAD = `QF1.study-1.sitting-1.0.${'a'.repeat(20)}`;
const REPLY = {
  studyId: 'study-1',
  sittingId: 'sitting-1',
  topic: '支部组织生活怎么开',
  place: '集控楼二楼会议室',
  state: 'attended',
  atMs: NOW_MS,
  wasIn: false,
};

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(NOW_MS);
});

/** The page after a scan without a network, and then with one that gets this answer. */
async function delivered(answer: unknown) {
  const { page, phone } = await holdPage(
    () => import('../../../../../miniprogram/packages/study/check-in/check-in'),
    { studyId: 'study-1' },
  );
  addToWx({
    scanCode: async () => ({ result: PAYLOAD }),
    setNavigationBarColor: () => undefined,
    vibrateShort: () => undefined,
  });
  await page.does('onScanTap');
  expect(page.data['view']).toMatchObject({ kind: 'kept' });
  phone.answer = ({ action }) => (action === checkIn.name ? answer : noNetwork());
  const { sendWaiting } = await import('../../../../../miniprogram/api/outbox');
  await sendWaiting();
  await new Promise(setImmediate);
  return page;
}

test('a scan that waited and was taken shows on the page that said it waits', async () => {
  const page = await delivered(yes(REPLY));
  expect(page.data['view']).toMatchObject({ kind: 'done', title: '已签到' });
});

test('a scan that waited and was refused says why on the page that said it waits', async () => {
  const page = await delivered(no('not-invited'));
  expect(page.data['view']).toMatchObject({ kind: 'refused', code: 'not-invited' });
});

test('every page that shows what waits in the phone hears when it has gone', () => {
  const pages = readdirSync('miniprogram', { recursive: true, encoding: 'utf8' }).filter(
    (file) =>
      file.endsWith('.ts') && /^Page\(\{/mu.test(readFileSync(`miniprogram/${file}`, 'utf8')),
  );
  const deaf = pages.filter((file) => {
    const source = readFileSync(`miniprogram/${file}`, 'utf8');
    const shows = /(?:keptWrites|waitingReplies|waitingAcknowledgements|handedInPages)\(/u;
    return shows.test(source) && !source.includes('onDelivered(');
  });
  expect(pages.length).toBeGreaterThan(50);
  expect(deaf).toEqual([]);
});
