import { instantOf, localDay } from '../../domain/time/local-day';
import { type DemoStage, startDemoStage } from './demo-stage';
import type { Scenario } from './scenario';
import { PEOPLE, press } from './study-steps';

/** A Wednesday at nine. */
export const start = (): Promise<DemoStage> =>
  startDemoStage(instantOf(localDay('2026-03-11'), 9 * 60));

/** Works in the evening of that day; is awake and off duty in the morning. */
const AWAKE = 'yx34';

export const scenarios: readonly Scenario<DemoStage>[] = [
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
