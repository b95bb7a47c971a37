import type { InboxItem } from '../../../../../contract/notice/inbox';
import { toView } from '../../../../../miniprogram/packages/star/message/message.view';
import { anInboxItem, aMustRead } from '../../../../builders/phone/notice';
import { at, NOW_MS } from '../../../../builders/phone/study';

const shown = (item: InboxItem | null) =>
  toView({ kind: 'known', output: { nowMs: NOW_MS, item }, asOfAtMs: null }, NOW_MS);

test('a must-read says when it was confirmed, or where it can be', () => {
  expect(shown(aMustRead({ acknowledgedAtMs: at('09:30') }))).toMatchObject({
    answer: expect.stringMatching(/9:30 你已确认$/u) as string,
    isAnswered: true,
  });
  expect(shown(aMustRead({ acknowledgedAtMs: null }))).toMatchObject({
    answer: '你还没有确认，到消息里点“知道了”',
    isAnswered: false,
  });
  expect(shown(anInboxItem({ isMustRead: false }))).toMatchObject({ answer: '' });
});

test('one that is not there any more says whom to ask', () => {
  expect(shown(null)).toMatchObject({ kind: 'empty' });
});
