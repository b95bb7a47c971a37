import {
  toPreShiftView,
  unknownTold,
  withTold,
  type Told,
} from '../../../../../miniprogram/packages/channel-office/pre-shift/pre-shift.view';
import { TODAY } from '../../../../builders/phone/channel';
import { TEST_START_MS } from '../../../../worlds/test-cloud';

const person = (memberId: string, isTold = false) => ({
  memberId,
  name: memberId,
  isMe: memberId === 'me',
  isTold,
});

const told = (more: Partial<Told> = {}): Told => ({
  nowMs: TEST_START_MS,
  item: {
    itemId: 'item',
    title: '多问一句',
    line: '表计和票上对不上。',
    byline: '二值一位同志',
    minutes: 2,
    pictureUrl: null,
    source: '自己画的',
    hasArticle: false,
    withdrawnBecause: null,
  },
  messageId: 'message',
  shift: {
    day: TODAY,
    label: 'front-night',
    kind: 'evening',
    startMinute: 1200,
    endMinute: 1560,
    override: null,
  },
  people: [person('me'), person('a'), person('b', true)],
  ...more,
});

const viewOf = (output: Told, chosen: readonly string[] = []) => {
  const view = toPreShiftView({ kind: 'known', output, asOfAtMs: null }, chosen, TEST_START_MS);
  if (view.kind !== 'content') throw new Error(`no content but ${view.kind}`);
  return view;
};

test('it says before which shift it is told, about how long it takes, and who is there', () => {
  expect(viewOf(told(), ['a'])).toMatchObject({
    when: '今天 20:00 前夜班 · 约 2 分钟',
    source: '二值一位同志 · 图：自己画的',
    people: [
      { name: 'me（你）', isOn: false, isTold: false },
      { name: 'a', isOn: true, isTold: false },
      { name: 'b', isOn: true, isTold: true },
    ],
    act: '记下 1 人，已当面传达',
    canMark: true,
    canMarkAll: true,
  });
});

test('nobody ticked asks for ticks; once everybody is marked there is nothing left to do', () => {
  expect(viewOf(told())).toMatchObject({ act: '勾上在场的人', canMark: false });
  expect(viewOf(told({ people: [person('me', true)] }))).toMatchObject({
    act: '',
    canMarkAll: false,
  });
  expect(viewOf(told({ people: [] })).nobody).toBe('这个班没有本支部别的人，不用记。');
});

test('without a shift in sight it is told to the group', () => {
  expect(viewOf(told({ shift: null })).when).toBe('你这几天没有班，讲给党小组的人听 · 约 2 分钟');
});

test('what was withdrawn says why and is not told', () => {
  const { item } = told();
  const output = told({ item: { ...item, withdrawnBecause: '时间写错了' } });
  expect(toPreShiftView({ kind: 'known', output, asOfAtMs: null }, [], TEST_START_MS)).toEqual({
    kind: 'empty',
    text: '这一条撤回了：时间写错了。不用讲了。',
  });
  expect(toPreShiftView(unknownTold, [], TEST_START_MS)).toEqual({ kind: 'loading' });
});

test('of a crew that is marked in part only, those are marked who were entered', () => {
  const state = withTold({ kind: 'known', output: told(), asOfAtMs: null }, ['a']);
  const view = toPreShiftView(state, ['me'], TEST_START_MS);
  expect(view).toMatchObject({ act: '记下 1 人，已当面传达', canMarkAll: false });
  expect(withTold(unknownTold, ['a'])).toBe(unknownTold);
});
