import {
  toView,
  usualYear,
  type Year,
} from '../../../../../miniprogram/packages/star-office/year/year.view';
import { at, NOW_MS } from '../../../../builders/phone/study';
import { localDay } from '../../../../../domain/time/local-day';

const year = (third: Year['third']): Year => ({
  nowMs: NOW_MS,
  branchName: '运行支部',
  year: 2025,
  rows: [
    {
      memberId: 'yx21',
      name: '周立新',
      crewName: '二值',
      isReviewed: true,
      permille: 967,
      months: 11,
      apart: 1,
      given: null,
    },
  ],
  third,
});
const shown = (third: Year['third'], readerId = 'yx01') =>
  toView({ kind: 'known', output: year(third), asOfAtMs: null }, readerId, NOW_MS);

test('more than a third is said, and left to the branch', () => {
  expect(shown({ excellent: 13, reviewed: 35, atMost: 11, over: 2 })).toMatchObject({
    isOver: true,
    third: '优秀 13 人，35 人的三分之一是 11 人，多了 2 人。这里只提醒，怎么定由支部商量。',
    tooEarly: '',
    rows: [{ note: '11 个月，折成 96.7，另列 1 个月', grade: '', canGrade: true }],
  });
  expect(shown({ excellent: 11, reviewed: 35, atMost: 11, over: 0 })).toMatchObject({
    isOver: false,
  });
});

test('R-284 one is offered no grade of oneself, and reads who enters it', () => {
  const third = { excellent: 0, reviewed: 35, atMost: 11, over: 0 };
  expect(shown(third, 'yx21')).toMatchObject({
    rows: [
      {
        note: '11 个月，折成 96.7，另列 1 个月。你的等次由另一位书记或党委工作部记',
        canGrade: false,
      },
    ],
  });
});

test('before its December a year is shown, and no grade is offered', () => {
  const output = { ...year({ excellent: 0, reviewed: 35, atMost: 11, over: 0 }), year: 2026 };
  const on = (day: string) =>
    toView({ kind: 'known', output, asOfAtMs: null }, 'yx01', at('09:00', localDay(day)));
  expect(on('2026-11-30')).toMatchObject({
    third: '',
    tooEarly: '2026 年的等次从 12 月 1 日起记，现在先看考核。',
    rows: [{ canGrade: false }],
  });
  expect(on('2026-12-01')).toMatchObject({ tooEarly: '', rows: [{ canGrade: true }] });
});

test('the year that is over is reviewed until December', () => {
  expect(usualYear(at('09:00', localDay('2026-11-30')))).toBe(2025);
  expect(usualYear(at('09:00', localDay('2026-12-01')))).toBe(2026);
});
