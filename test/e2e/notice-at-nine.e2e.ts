import { instantOf, localDay } from '../../domain/time/local-day';
import { demoPerson } from '../../local/world/people';
import { startDemoStage, type DemoStage } from './demo-stage';
import type { DeskPhone } from './desk-page';
import type { Scenario } from './scenario';
import { PEOPLE } from './study-steps';

/** A Wednesday at nine, seen on the desktop page with a mouse. */
export const start = (): Promise<DemoStage> =>
  startDemoStage(instantOf(localDay('2026-03-11'), 9 * 60));

/** Has the early shift on Thursday. */
const ON_EARLY = 'yx10';
/** Has the front night on Thursday. */
const ON_FRONT_NIGHT = 'yx37';

async function askForReminder(phone: DeskPhone): Promise<void> {
  await phone.click('我的');
  await phone.click('免打扰与提醒');
  await phone.click('多要几次提醒');
  await phone.click('允许');
  await phone.see('还有 1 次');
  await phone.click('返回');
}

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'a day worker has a notice at once, a night worker when the sleep is over, and both know why',
    run: async ({ stage, openDesk }) => {
      const title = '周五下午打扫三号泵房';
      const people = [PEOPLE.officer, PEOPLE.dayWorker, PEOPLE.afterNight];
      const desk = await openDesk(people);
      const [officer, dayWorker, nightWorker] = desk.phones as [DeskPhone, DeskPhone, DeskPhone];
      await askForReminder(dayWorker);
      await askForReminder(nightWorker);

      await officer.click('支部');
      await officer.click('发通知');
      await officer.click('看谁什么时候收到');
      await officer.see('还没写标题。');
      await officer.fill('标题，一句话说清什么事', title);
      await officer.click('看谁什么时候收到');
      await officer.see(/长白班上班时间/);
      await officer.see(/后夜班后睡眠，等免打扰结束/);
      await officer.see(/^\d+ 人按上面的时间收到微信提醒，\d+ 人打开清风才看到，不会吵醒任何人$/u);
      await officer.click('发出');
      await officer.see('等着送的');

      await desk.moveClock('+1 分');
      await dayWorker.seeServiceNotice(title);
      await dayWorker.click('消息');
      await dayWorker.see(title);
      await dayWorker.see('发出时你在上白班，马上送到。');
      await nightWorker.click('今日');
      await nightWorker.see(/现在免打扰到 .*后夜班后休息/);

      await desk.moveClock('2026-03-11T15:59');
      const { outbox } = stage.cloud.wechat.messages;
      const woken = outbox.some(({ openId }) => openId === demoPerson(PEOPLE.afterNight).openId);
      if (woken) throw new Error('it came too early');
      await desk.moveClock('2026-03-11T16:01');
      await nightWorker.seeServiceNotice(title);
      await nightWorker.click('消息');
      await nightWorker.see(title);
      await nightWorker.see(/等你下后夜班睡醒才送到。/);
    },
  },
  {
    name: 'a swap of shifts moves what waits for both',
    played: 'in-soak',
    run: async ({ openDesk }) => {
      const title = '周四九点更衣室换锁';
      const people = [PEOPLE.officer, ON_EARLY, ON_FRONT_NIGHT];
      const desk = await openDesk(people);
      const [officer, early, frontNight] = desk.phones as [DeskPhone, DeskPhone, DeskPhone];
      await officer.click('支部');
      await officer.click('发通知');
      await officer.fill('标题，一句话说清什么事', title);
      await officer.click('定时，到点以后才送');
      await officer.click('看谁什么时候收到');
      await officer.see('在岗，等早班下班后');
      await officer.click('发出');
      await officer.see('等着送的');

      await early.click('我的');
      await early.click('倒班表');
      await early.click(/3月12日，早班/u);
      await early.click('和同事换班');
      await early.click(demoPerson(ON_FRONT_NIGHT).name);
      await early.click('提出换班');
      await early.see('等答复');
      await frontNight.click('消息');
      await frontNight.click(`${demoPerson(ON_EARLY).name}想和你换班`);
      await frontNight.click('同意换');
      await frontNight.see('已换');

      await desk.moveClock('2026-03-12T09:01');
      await early.click('返回');
      await early.click('消息');
      await early.see(title);
      await early.see('定在这个时间送。');
      await frontNight.click('返回');
      await frontNight.click('今日');
      await frontNight.see(/现在免打扰到 14:30/u);
      await desk.moveClock('2026-03-12T14:31');
      await frontNight.click('消息');
      await frontNight.see(title);
      await frontNight.see('等你下早班才送到。');
    },
  },
];
