import { instantOf, localDay } from '../../domain/time/local-day';
import { startDemoStage, type DemoStage } from './demo-stage';
import { openDesk, type DeskPhone } from './desk-page';
import type { Scenario } from './scenario';
import { PEOPLE } from './study-steps';

/** A Wednesday at nine, seen on the desktop page with a mouse. */
export const start = (): Promise<DemoStage> =>
  startDemoStage(instantOf(localDay('2026-03-11'), 9 * 60));

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
    run: async (play) => {
      const title = '周五下午打扫三号泵房';
      const people = [PEOPLE.officer, PEOPLE.dayWorker, PEOPLE.afterNight];
      const desk = await openDesk(play, people);
      const [officer, dayWorker, nightWorker] = desk.phones as [DeskPhone, DeskPhone, DeskPhone];
      await askForReminder(dayWorker);
      await askForReminder(nightWorker);

      await officer.click('支部');
      await officer.click('发通知');
      await officer.fill('标题，一句话说清什么事', title);
      await officer.click('看谁什么时候收到');
      await officer.see(/长白班上班时间/);
      await officer.see(/后夜班后睡眠，等免打扰结束/);
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
      if ((await nightWorker.countServiceNotices(title)) > 0) throw new Error('it came too early');
      await desk.moveClock('2026-03-11T16:01');
      await nightWorker.seeServiceNotice(title);
      await nightWorker.click('消息');
      await nightWorker.see(title);
      await nightWorker.see(/等你下后夜班睡醒才送到。/);
      await desk.close();
    },
  },
];
