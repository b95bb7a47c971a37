import { inviteFirstOfficer } from '../../tools/deploy/first-officer';
import { pointAtLocalCloud } from '../../tools/deploy/point-sdk';
import { DEMO_START_MS, startEmptyStage, type DemoStage } from './demo-stage';
import { bind, choose, fillIn } from './people-steps';
import type { Scenario } from './scenario';
import { press } from './study-steps';

export const start = (): Promise<DemoStage> => startEmptyStage();

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'the desk of an empty environment promises nobody, and says how the first person comes in',
    played: 'in-soak',
    run: async ({ stage, openDesk }) => {
      const desk = await openDesk();
      for (const phone of desk.phones) await phone.see('绑定身份');
      const text = (await desk.page.locator('body').innerText()).replace(/\s+/gu, ' ');
      for (const words of [
        '没有演示数据',
        '1 号手机',
        `--local ${stage.address} --first-officer`,
      ]) {
        if (!text.includes(words)) throw new Error(`${words} is not in: ${text}`);
      }
      await desk.page.getByRole('button', { name: '加一部手机' }).click();
      const found = await desk.page.locator('#picker').innerText();
      if (/书记|党小组|支部(?!、)|访客/u.test(found)) throw new Error(found);
    },
  },
  {
    name: 'the first officer of an empty environment binds, sets the shifts and brings somebody in',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      pointAtLocalCloud(stage.address);
      const wang = { name: '王海', staffNumber: 'QY001', branchName: '党委工作部' };
      const invited = await inviteFirstOfficer(wang, DEMO_START_MS);
      if (invited.kind !== 'invited') throw new Error(JSON.stringify(invited));

      const office = await open({ as: 'phone-wang', path: 'packages/me/bind/bind' });
      await bind(office, wang.name, wang.staffNumber, invited.invitation.code);
      await office.see('请你做的事');
      await office.tap('支部');
      await office.see('党委工作部');
      await press(office, '排班设置');
      await press(office, '四值三倒');
      await press(office, '甲值、乙值、丙值、丁值');
      await press(office, '甲值');
      await office.see(/^明天白班是哪一值/u);
      await press(office, '丁值');
      await press(office, '对的，保存');
      await office.see(/^已保存/u);
      await office.back();
      await press(office, '名册');
      await press(office, '加人');
      await fillIn(office, '李明', 'QY002');
      await choose(office, '值', '甲值');
      await press(office, '加进名册');
      await press(office, '看邀请码');
      const code = await office.shown.locator('.invitation__code').innerText();

      const newcomer = await open({ as: 'phone-li', path: 'packages/me/bind/bind' });
      await bind(newcomer, '李明', 'QY002', code);
      await newcomer.see('请你做的事');
      await newcomer.tap('我的');
      await newcomer.see(/甲值/);

      const refused = await inviteFirstOfficer({ ...wang, staffNumber: 'QY003' }, DEMO_START_MS);
      if (refused.kind !== 'refused') throw new Error(JSON.stringify(refused));
    },
  },
];
