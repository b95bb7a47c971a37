import { demoPeople } from '../../local/world/people';
import { startDemoStage, type DemoStage } from './demo-stage';
import type { Scenario } from './scenario';
import { PEOPLE, press } from './study-steps';

export const start = (): Promise<DemoStage> => startDemoStage();

/** Of a group of the same branch, and of no other office. */
const LEADER =
  demoPeople.find(
    ({ branchId, roles }) =>
      branchId === 'yunxing' && roles.includes('group-leader') && roles.length === 2,
  )?.memberId ?? '';
const BRANCH = 'pages/branch/branch';

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'an officer opens the dashboard, another month, and the numbers behind the bars',
    run: async ({ open }) => {
      const officer = await open({ as: PEOPLE.officer, path: BRANCH });
      await officer.tap(officer.shown.getByText('看板', { exact: true }));
      await officer.see('到 周三 3月11日');
      await officer.see('到会率');
      await officer.see('公平 = ');
      await officer.tap(officer.shown.locator('.pill').getByText('2月', { exact: true }));
      await officer.see('运行支部 · 全月');
      await officer.see('主题党日');
      await press(officer, '看表格');
      await officer.see('原始');
      await press(officer, '看图');
      await officer.see('公平 %（柱上）');
    },
  },
  {
    name: 'a group leader has no door to the dashboard',
    run: async ({ open }) => {
      const leader = await open({ as: LEADER, path: BRANCH });
      await leader.see('值班看板');
      const doors = leader.shown.getByText('看板', { exact: true });
      if ((await doors.count()) > 0) throw new Error('a group leader is shown the dashboard');
    },
  },
];
