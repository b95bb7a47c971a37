import { tellInPerson } from '../../../../../contract/notice/sending';
import { TODAY } from '../../../../builders/phone/channel';
import { TEST_START_MS } from '../../../../worlds/test-cloud';
import { no, noNetwork, yes } from '../../../fake-phone';
import { holdPage, tapOn } from '../../../held-page';

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(TEST_START_MS);
});

const told = (withdrawnBecause: string | null) => ({
  nowMs: TEST_START_MS,
  item: {
    ...{ itemId: 'item', title: '多问一句', line: '表计和票上对不上。', byline: null, minutes: 2 },
    ...{ pictureUrl: null, source: null, hasArticle: false, withdrawnBecause },
  },
  messageId: 'message',
  shift: null,
  people: [{ memberId: 'a', name: '许文静', isMe: false, isTold: false }],
});

async function open() {
  const held = await holdPage(
    () => import('../../../../../miniprogram/packages/channel-office/pre-shift/pre-shift'),
    { channel: 'party', day: TODAY },
  );
  held.phone.answer = () => yes(told(null));
  await held.page.does('load');
  await held.page.does('onPersonTap', tapOn({ memberId: 'a', isTold: false }));
  return held;
}

test('what is withdrawn while it is told says why, and leaves nothing to mark', async () => {
  const { page, phone } = await open();
  phone.answer = ({ action }) =>
    action === tellInPerson.name ? no('cancelled') : yes(told('时间写错了'));
  await page.does('onMarkTap');
  expect(page.data['view']).toEqual({
    kind: 'empty',
    text: '这一条撤回了：时间写错了。不用讲了。',
  });
  expect(page.data['problem']).toBe('');
  expect(page.data['isBusy']).toBe(false);
});

test('what is not entered for want of a network stays, to be pressed again', async () => {
  const { page, phone } = await open();
  phone.answer = noNetwork;
  await page.does('onMarkTap');
  expect(page.data['view']).toMatchObject({ kind: 'content', canMark: true });
  expect(page.data['problem']).not.toBe('');
});
