import { instantOf, localDay } from '../../domain/time/local-day';
import { type DemoStage, startDemoStage } from './demo-stage';
import type { Scenario } from './scenario';
import { PEOPLE, press } from './study-steps';

const WEDNESDAY = localDay('2026-03-11');
const at = (hour: number, minute = 0): number => instantOf(WEDNESDAY, hour * 60 + minute);

/** A Wednesday at nine: the third crew has come off its back night an hour ago. */
export const start = (): Promise<DemoStage> => startDemoStage(at(9));

/** Works in the evening of that day; is awake and off duty in the morning. */
const AWAKE = 'yx34';
const AFTER_NIGHT = 'yx24';
const INBOX = 'pages/inbox/inbox';

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'who is awake has a timely notice at once, who sleeps after a night has it on waking',
    run: async ({ stage, open }) => {
      const title = '周五下午打扫三号泵房';
      const officer = await open({ as: PEOPLE.officer, path: 'pages/branch/branch' });
      await press(officer, '发通知');
      await officer.see('等每个人睡醒、下班再送。');
      await press(officer, '看谁什么时候收到');
      await officer.see('还没写标题。');
      await officer.fill('标题，一句话说清什么事', title);
      await press(officer, '看谁什么时候收到');
      await officer.see('发出后谁先收到');
      await officer.see(/后夜班后睡眠，等免打扰结束/);
      await officer.see('48 人按上面的时间收到，不会吵醒任何人');
      await press(officer, '发出');
      await officer.see('已送到');
      await officer.see('等着送的');

      const awake = await open({ as: AWAKE, path: INBOX });
      await awake.see(title);
      await awake.see(/发出时你醒着、不在岗，马上送到。/);

      const asleep = await open({ as: AFTER_NIGHT, path: 'pages/today/today' });
      await asleep.see(/现在免打扰到 .*后夜班后休息/);
      await press(asleep, '消息');
      await asleep.shown.locator('.skeleton').first().waitFor({ state: 'detached' });
      if ((await asleep.page.getByText(title).count()) > 0) throw new Error('it came too early');
      await stage.cloud.clock.set(at(17));
      await press(asleep, '今日');
      await press(asleep, '消息');
      await asleep.see(title);
      await asleep.see(/等你下后夜班睡醒才送到。/);
    },
  },
  {
    name: 'a must-read is acknowledged with one tap, and the officer sees who is still open',
    run: async ({ open }) => {
      const title = '换届程序图解';
      const officer = await open({ as: PEOPLE.officer, path: 'packages/officer/notice/notice' });
      await press(officer, '必读');
      await officer.fill('标题，一句话说清什么事', title);
      await press(officer, '看谁什么时候收到');
      await officer.see('发出后谁先收到');
      await press(officer, '发出');
      await officer.see('还没确认的人');
      await officer.see('0/48');

      const member = await open({ as: AWAKE, path: 'pages/me/me' });
      await press(member, '免打扰与提醒');
      await press(member, '多要几次提醒');
      await press(member, '允许');
      await member.see('记下了。需要时会用微信提醒你一次。');
      await member.see('还有 1 次');
      await member.back();
      await press(member, '消息');
      await member.see(title);
      await press(member, '知道了');
      await member.see(/你已确认/);

      await press(officer, '已当面传达');
      await press(officer, '已传达');
      await officer.see(/由你当面传达/);
      await officer.see('2/48');
    },
  },
];
