import { instantOf, localDay } from '../../../../../domain/time/local-day';
import {
  endQuestion,
  toView,
} from '../../../../../miniprogram/packages/study-office/recurring/recurring.view';
import { NOW_MS } from '../../../../builders/phone/study';

const recurring = {
  recurringId: 'monthly',
  topic: '读书会',
  kind: 'theme-day' as const,
  place: '行政楼 306',
  firstDate: 5,
  days: 14,
  nextDraftAtMs: instantOf(localDay('2026-03-29'), 9 * 60),
  createdByName: '罗志强',
};
const known = (list: readonly (typeof recurring)[]) =>
  toView(
    { kind: 'known', output: { nowMs: NOW_MS, recurring: [...list] }, asOfAtMs: null },
    NOW_MS,
  );

test('each says when and where it is looked for, and when the next draft comes', () => {
  expect(known([recurring])).toMatchObject({
    kind: 'content',
    rows: [
      {
        title: '主题党日：读书会',
        when: '每月 5 日起 14 天里排，行政楼 306',
        next: '周日 3月29日 排好下一次，存成草稿等你看',
      },
    ],
  });
});

test('where there is none it says how one is begun', () => {
  expect(known([])).toMatchObject({
    kind: 'empty',
    text: expect.stringContaining('每月都办一次') as string,
  });
});

test('ending asks first, and says what stays', () => {
  expect(endQuestion('读书会').content).toContain('已经排好的草稿和发布了的学习不变');
});
