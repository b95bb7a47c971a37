import { demoPeople, demoPerson } from '../../local/world/people';
import { startDemoStage, type DemoStage } from './demo-stage';
import { bind, choose, fillIn } from './people-steps';
import type { Scenario } from './scenario';
import { PEOPLE, press } from './study-steps';

export const start = (): Promise<DemoStage> => startDemoStage();

const BRANCH = 'pages/branch/branch';

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'an officer adds somebody, who binds; changes their crew, and has them leave and come back',
    played: 'in-soak',
    run: async ({ open }) => {
      const officer = await open({ as: PEOPLE.officer, path: BRANCH });
      await press(officer, '名册');
      await press(officer, '加人');
      await officer.see('加到运行支部');
      await press(officer, '加进名册');
      await officer.see('还没写姓名，和员工卡一致。');
      await fillIn(officer, '李新来', 'qy99001');
      await choose(officer, '党小组', '二值党小组');
      await choose(officer, '值', '二值');
      await press(officer, '加进名册');
      await officer.see('李新来已在名册里');
      await press(officer, '看邀请码');
      const code = await officer.shown.locator('.invitation__code').innerText();

      const newcomer = await open({ as: 'somebody-new', path: 'packages/me/bind/bind' });
      await bind(newcomer, '李新来', 'QY99001', code);
      await newcomer.see('请你做的事');
      await newcomer.tap('我的');
      await newcomer.see('李新来');

      await officer.back();
      await press(officer, '再加一位');
      await officer.see('二值党小组');
      await officer.back();
      await officer.fill('姓名、值或党小组', '李新来');
      await officer.tap(officer.shown.locator('.branch__person'));
      await officer.see('2026年3月11日');
      await choose(officer, '值', '三值');
      await officer.tap('今天起');
      const days = officer.shown.getByText('11日 周三').filter({ visible: true });
      await officer.drag(days.last(), { y: -44 });
      await officer.tap('确定');
      await officer.see('明天起');
      await press(officer, '保存');
      await officer.see('已改。值：二值 → 二值，周四 3月12日起三值');

      await press(officer, '离开支部');
      await officer.see(/记录都留着/);
      await press(officer, '离开');
      await officer.see('2026年3月11日离开支部。学习和考勤的记录都留着。');
      await newcomer.tap('支部');
      await newcomer.see('绑定身份后，这里显示你支部的内容。');
      await press(officer, '回到支部');
      await officer.see('已回到支部。要用微信，请再绑定一次。');
    },
  },
  {
    name: 'what was typed about a newcomer is there after leaving the page; a taken number is refused',
    played: 'in-soak',
    run: async ({ open }) => {
      const officer = await open({ as: PEOPLE.officer, path: BRANCH });
      await press(officer, '名册');
      await press(officer, '加人');
      await fillIn(officer, '写到一半', 'qy99002');
      await officer.back();
      await press(officer, '加人');
      await officer.fill('员工卡上的号码', demoPerson(PEOPLE.free).staffNumber);
      await press(officer, '加进名册');
      await officer.see(/这个工号已经在用/);
    },
  },
  {
    name: 'the committee office opens a member of another branch',
    played: 'in-soak',
    run: async ({ open }) => {
      const office = await open({ as: PEOPLE.office, path: BRANCH });
      await office.tap('换支部');
      await press(office, '确定');
      await press(office, '名册');
      const [member] = demoPeople.filter(({ branchId }) => branchId === 'jianxiu');
      await office.fill('姓名、值或党小组', member?.name ?? '');
      await office.tap(office.shown.locator('.branch__person'));
      await office.see('离开支部');
      await office.see('锅炉组');
    },
  },
  {
    name: 'the committee office makes a branch with a group and adds its first member',
    played: 'in-soak',
    run: async ({ open }) => {
      const office = await open({ as: PEOPLE.office, path: BRANCH });
      await press(office, '名册');
      await press(office, '新建支部');
      await office.fill('例如：运行支部', '热力支部');
      await press(office, '加一个党小组');
      await press(office, '保存');
      await office.see(/^还没写名字/u);
      await office.fill('例如：一值党小组', '供热党小组');
      await press(office, '保存');
      await office.see('热力支部建好了。接下来往里加人。');
      await press(office, '往里加人');
      await office.see('加到热力支部');
      await fillIn(office, '孙第一', 'qy99003');
      await choose(office, '党小组', '供热党小组');
      await press(office, '加进名册');
      await office.see('孙第一已在名册里');
    },
  },
];
