import { startDemoStage, type DemoStage } from './demo-stage';
import { openDesk, type DeskPhone } from './desk-page';
import type { Scenario } from './scenario';
import { PEOPLE, publishedStudy } from './study-steps';

export const start = (): Promise<DemoStage> => startDemoStage();

const HOUR_MS = 3_600_000;
type Screen = DeskPhone['screen'];

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'one phone scans the code that another shows, both on the same page',
    run: async (play) => {
      const study = await publishedStudy(play.stage);
      const desk = await openDesk(play, [PEOPLE.officer, PEOPLE.free]);
      const [officer, member] = desk.phones.map(({ screen }) => screen) as [Screen, Screen];
      const openOn = (at: number, path: string): Promise<void> =>
        desk.page.evaluate(
          ([index, address]) => {
            const frames = document.querySelectorAll('iframe');
            frames[Number(index)]?.contentWindow?.phone.openPage(String(address));
          },
          [at, path],
        );
      await officer.getByText('请你做的事').or(officer.getByText('接下来')).first().waitFor();
      await member.getByText('请你做的事').or(member.getByText('接下来')).first().waitFor();
      await openOn(0, study.codes);
      await openOn(1, study.checkIn);
      await officer.getByText('0/ 48 人').or(officer.getByText('/ 48 人')).first().waitFor();
      await member.getByText('扫码签到').click();
      await desk.page
        .getByRole('button', { name: /的手机/ })
        .last()
        .click();
      await member.getByText('已签到').first().waitFor();
      await desk.close();
    },
  },
  {
    name: 'the clock is moved for every phone at once',
    run: async (play) => {
      const desk = await openDesk(play, [PEOPLE.officer]);
      const before = play.stage.cloud.clock.nowMs();
      await desk.page.getByRole('button', { name: '+1 小时' }).click();
      await desk.page
        .locator('.clock__now')
        .filter({ hasText: /\b1[1-9]:\d\d:\d\d/u })
        .waitFor();
      if (play.stage.cloud.clock.nowMs() < before + HOUR_MS)
        throw new Error('the clock did not move');
      await desk.close();
    },
  },
  {
    name: 'somebody else is found by branch, crew and office, and their phone opens',
    run: async (play) => {
      const desk = await openDesk(play, [PEOPLE.officer]);
      await desk.page.getByRole('button', { name: '加一部手机' }).click();
      await desk.page.getByPlaceholder(/姓名、支部/u).fill('检修支部 书记');
      await desk.page.locator('.picker__person').first().click();
      await desk.page.locator('.phone').nth(1).waitFor();
      await desk.page
        .locator('.phone')
        .nth(1)
        .frameLocator('iframe')
        .getByText('今日')
        .first()
        .waitFor();
      await desk.close();
    },
  },
];
