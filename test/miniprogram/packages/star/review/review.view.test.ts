import { toView, type Mine } from '../../../../../miniprogram/packages/star/review/review.view';
import { NOW_MS } from '../../../../builders/phone/study';

const mine: Mine = {
  nowMs: NOW_MS,
  year: 2026,
  months: [
    { month: '2026-01', permille: 967, setApart: null, isFinal: true },
    {
      month: '2026-02',
      permille: null,
      setApart: { why: 'on-loan', leaveKind: null, days: 28 },
      isFinal: false,
    },
  ],
  permille: 967,
  given: null,
};
const shown = (output: Mine) => toView({ kind: 'known', output, asOfAtMs: null }, NOW_MS);

test('months that count are summed, those set apart say why', () => {
  expect(shown(mine)).toMatchObject({
    percent: '96.7',
    sum: '1 个月的考核，按每月能算的分合起来。等次由支部评定，不由分数推出。',
    grade: '还没有评',
    gradeNote: '年底支部评议，12月1日起记在这里',
    earlier: '看 2025 年的等次',
    months: [
      { name: '1月', value: '96.7', note: '' },
      { name: '2月', value: '不计', note: '借调在外 28 天，另列' },
    ],
  });
});

test('a grade has who entered it and why', () => {
  const given = {
    gradeId: 'g',
    grade: 'excellent' as const,
    reason: '一年都在',
    byName: '秦明远',
    atMs: NOW_MS,
  };
  expect(shown({ ...mine, given })).toMatchObject({
    grade: '优秀',
    gradeNote: '秦明远 2026年3月11日记的',
    reason: '一年都在',
    earlier: '',
  });
});

test('of a year that is over nothing leads to the one before', () => {
  expect(shown({ ...mine, year: 2025 })).toMatchObject({
    gradeNote: '支部开评议会以后记在这里',
    earlier: '',
  });
});
