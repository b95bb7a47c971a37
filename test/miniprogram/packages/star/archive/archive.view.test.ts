import { toView } from '../../../../../miniprogram/packages/star/archive/archive.view';
import { NOW_MS } from '../../../../builders/phone/study';

test('each month has its star and what they did, or why there was none', () => {
  const stars = [{ memberId: 'a', name: '许文静', crewName: '一值', deeds: ['听出泵声不对'] }];
  const output = {
    branchName: '运行支部',
    months: [
      { month: '2026-02', stars, reason: null },
      { month: '2026-01', stars: [], reason: '没有人提名' },
    ],
  };
  expect(toView({ kind: 'known', output, asOfAtMs: null }, 2026, NOW_MS)).toMatchObject({
    title: '2026 年',
    note: '运行支部',
    rows: [
      { label: '2月', names: '许文静', note: '听出泵声不对' },
      { label: '1月', names: '没有评', note: '没有人提名' },
    ],
  });
  const none = { ...output, months: [] };
  expect(toView({ kind: 'known', output: none, asOfAtMs: null }, 2026, NOW_MS)).toMatchObject({
    note: '运行支部 · 这一年还没有',
  });
  expect(toView({ kind: 'known', output: none, asOfAtMs: null }, 2027, NOW_MS)).toMatchObject({
    note: '运行支部 · 这一年还没到',
  });
});

test('R-321 whoever was the star of another branch finds that month in their own archive', () => {
  const mine = [{ month: '2026-02', branchId: 'rl', branchName: '燃料支部' }];
  const output = { branchName: '运行支部', months: [], mine };
  expect(toView({ kind: 'known', output, asOfAtMs: null }, 2026, NOW_MS)).toMatchObject({
    rows: [],
    mine: [{ branchId: 'rl', label: '2月', where: '燃料支部' }],
  });
});
