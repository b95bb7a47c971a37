import { toAllView } from '../../../../../miniprogram/packages/notice-office/all-not-reached/all-not-reached.view';
import { TEST_START_MS } from '../../../../worlds/test-cloud';

test('each branch has how many, and why, or of which days everything has come, in the order in which they come', () => {
  const branches = [
    {
      branchId: 'a',
      name: '检修支部',
      members: 30,
      people: 3,
      counts: [
        { why: 'not-bound' as const, people: 1 },
        { why: 'on-duty' as const, people: 2 },
      ],
    },
    { branchId: 'b', name: '运行支部', members: 48, people: 0, counts: [] },
  ];
  const output = { nowMs: TEST_START_MS, branches };
  expect(toAllView({ kind: 'known', output, asOfAtMs: null }, 30, TEST_START_MS)).toMatchObject({
    title: '3 人还有没送到或没确认的',
    note: '2 个支部 · 近 30 天和没到期的必读，按名册次序，不是排名',
    rows: [
      { name: '检修支部', note: '没绑定 1 · 在当班 2', people: '3/30 人' },
      { name: '运行支部', note: '48 人，近 30 天的都送到了', people: '' },
    ],
    offline: '',
  });
});
