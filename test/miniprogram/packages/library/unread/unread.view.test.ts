import { toUnreadView } from '../../../../../miniprogram/packages/library/unread/unread.view';
import { TEST_START_MS } from '../../../../worlds/test-cloud';

test('who has no phone here is to be told face to face', () => {
  const person = { memberId: 'a', name: '鲁卫东', crewName: '五值', isBound: false };
  const { note, people } = toUnreadView({
    nowMs: TEST_START_MS,
    title: '新规',
    messageId: 'message',
    counts: { recipients: 3, acknowledged: 1 },
    open: [person, { ...person, memberId: 'b', crewName: null, isBound: true }],
  });
  expect(note).toBe('1 / 3 已确认');
  expect(people.map((each) => each.note)).toEqual(['五值 · 还没绑定，要当面说', '']);
});
