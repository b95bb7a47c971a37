import { demoPeople } from '../../local/world/people';
import { startDemoStage, type DemoStage } from './demo-stage';
import type { Phone } from './phone';
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

const figureOf = async (phone: Phone, caption: string): Promise<number> => {
  const figure = phone.shown.locator('.figure').filter({ hasText: caption });
  return parseInt(await figure.locator('.figure__number').innerText(), 10);
};

/** Rows of the list when it has so many, or no more are to come. */
async function rowsOf(phone: Phone, wanted: number): Promise<number> {
  const rows = phone.shown.locator('.list__row');
  await rows.first().waitFor();
  while ((await rows.count()) < wanted) {
    const more = phone.shown.getByText('看后面的');
    if ((await more.count()) === 0) break;
    await more.scrollIntoViewIfNeeded();
    await rows.nth(await rows.count()).waitFor();
  }
  return rows.count();
}

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'an officer opens the dashboard, another month, and the numbers behind the bars',
    run: async ({ open }) => {
      const officer = await open({ as: PEOPLE.officer, path: BRANCH });
      await officer.tap(officer.shown.getByText('看板', { exact: true }));
      await officer.see('到 周三 3月11日');
      await officer.see('到会率');
      await officer.see('公平 = ');
      await officer.see('需要说句话的人');
      await officer.see('不是排名');
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
    name: 'each figure opens as many rows as it says, and so does a cell',
    run: async ({ open }) => {
      const path = 'packages/branch-office/dashboard/dashboard?month=2026-02';
      const officer = await open({ as: PEOPLE.officer, path });
      const people = await figureOf(officer, '应参加');
      await officer.tap('应参加');
      await officer.see(`${people} 人，按值和姓名排`);
      if ((await rowsOf(officer, people)) !== people) throw new Error('not everybody is listed');
      await officer.back();
      const cell = officer.shown.locator('.grid__cell--some').first();
      const [attended] = (await cell.innerText()).split('/').map(Number);
      await officer.tap(cell);
      await officer.see(`到了 ${attended}`);
      await officer.tap(`到了 ${attended}`);
      await officer.shown.locator('.pill--on').getByText('到了').waitFor();
      if ((await rowsOf(officer, attended ?? 0)) !== attended) throw new Error('not who came');
      await officer.back();
      await officer.tap('到会率');
      await officer.see('人次，按值和姓名排');
      await officer.see(/2月\d+日 党小组会/u);
    },
  },
  {
    name: 'the ledger says which meetings are held, planned and due, and leads to the roll and to planning',
    run: async ({ open }) => {
      const path = 'packages/branch-office/dashboard/dashboard';
      const officer = await open({ as: PEOPLE.officer, path });
      await press(officer, '三会一课台账');
      await officer.see('1 种会快到日子，还没排齐');
      await officer.see('每季一次，周二 3月31日 前');
      await officer.tap(officer.shown.getByText('支部党员大会', { exact: true }));
      await officer.see('点名册');
      await officer.back();
      await officer.see('三会一课台账');
      await officer.tap(officer.shown.getByText('排时间', { exact: true }).first());
      await officer.see('为什么学');
    },
  },
  {
    name: 'the committee office sees all branches in the order of the roster, and opens one of them',
    run: async ({ open }) => {
      const office = await open({ as: PEOPLE.office, path: BRANCH });
      await office.tap(office.shown.getByText('看板', { exact: true }));
      await press(office, '所有支部');
      await office.see('按名册次序，不是排名');
      await office.see('请每人付出的时间');
      await office.tap(office.shown.locator('.pill').getByText('2月', { exact: true }));
      await office.see('2月，全月');
      await office.tap(office.shown.locator('.list-row').getByText('检修支部').first());
      await office.see('检修支部 · 全月');
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
