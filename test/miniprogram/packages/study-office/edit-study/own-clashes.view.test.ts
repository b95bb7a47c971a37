import { sittingRows } from '../../../../../miniprogram/packages/study-office/edit-study/edit-study.view';
import {
  clashLines,
  withOwnClashes,
} from '../../../../../miniprogram/packages/study-office/edit-study/own-clashes.view';
import {
  newForm,
  type SittingForm,
} from '../../../../../miniprogram/packages/study-office/edit-study/study-form';
import { NOW_MS } from '../../../../builders/phone/study';

const form = (...sittings: Partial<SittingForm>[]) => {
  const whole = newForm('s', 'one', NOW_MS);
  const [first] = whole.sittings;
  if (first === undefined) throw new Error('a form begins with a sitting');
  const ids = ['one', 'two', 'three'];
  return {
    ...whole,
    sittings: sittings.map((each, at) => ({
      ...first,
      sittingId: ids[at] ?? '',
      place: '行政楼 306',
      ...each,
    })),
  };
};

test('sittings of one study in one room at one time are told at both', () => {
  const clashes = withOwnClashes(form({}, {}), { one: ['15:00–16:00 有《安全日》。'] });
  expect(clashes).toEqual({
    one: ['15:00–16:00 有《安全日》。', '和第 2 场同一时间、同一地点。换个时间或地点。'],
    two: ['和第 1 场同一时间、同一地点。换个时间或地点。'],
  });
  const rows = sittingRows(form({}, {}), NOW_MS, { one: ['15:00–16:00 有《安全日》。'] });
  expect(clashLines(rows)).toEqual([
    '第 1 场：15:00–16:00 有《安全日》。',
    '第 1 场：和第 2 场同一时间、同一地点。换个时间或地点。',
    '第 2 场：和第 1 场同一时间、同一地点。换个时间或地点。',
  ]);
});

test('another room, or one after the other, is in order, and of one sitting no number is said', () => {
  expect(withOwnClashes(form({}, { place: '集控楼' }), {})).toEqual({ one: [], two: [] });
  const next = form({ startMinute: 840, endMinute: 880 }, { startMinute: 880, endMinute: 920 });
  expect(withOwnClashes(next, {})).toEqual({ one: [], two: [] });
  expect(clashLines(sittingRows(form({}), NOW_MS, { one: ['x'], gone: ['y'] }))).toEqual(['x']);
});
