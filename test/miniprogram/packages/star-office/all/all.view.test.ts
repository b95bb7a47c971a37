import {
  toView,
  type OfficeStars,
} from '../../../../../miniprogram/packages/star-office/all/all.view';
import { NOW_MS } from '../../../../builders/phone/study';

const output: OfficeStars = {
  nowMs: NOW_MS,
  month: '2026-02',
  branches: [
    {
      branchId: 'yunxing',
      name: '运行支部',
      state: 'preparing',
      steps: [
        { step: 'assessment', state: 'now' },
        { step: 'meeting', state: 'late' },
        { step: 'newer', state: 'newer' },
      ],
      stars: [],
    },
    { branchId: 'ranliao', name: '燃料支部', state: 'over', steps: [], stars: ['甲'] },
  ],
};

test('each branch has a character for each step, and those that are late a sentence', () => {
  expect(toView({ kind: 'known', output, asOfAtMs: null }, NOW_MS)).toMatchObject({
    title: '2月之星',
    note: '2 个支部，今天\u00a0周三\u00a03月11日',
    hasLater: true,
    heads: [{ text: '考核' }, { text: '专题' }, { text: '其他' }],
    rows: [
      {
        name: '运行',
        cells: [
          { character: '在', label: '考核正在做' },
          { character: '等', label: '专题会过了日子' },
          { character: '?' },
        ],
      },
      { name: '燃料', star: '甲' },
    ],
    late: [{ branchId: 'yunxing', text: '运行支部：专题会过了日子' }],
  });
});
