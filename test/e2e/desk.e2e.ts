import { startDemoStage, type DemoStage } from './demo-stage';
import type { DeskPhone } from './desk-page';
import type { Scenario } from './scenario';
import { PEOPLE, publishedStudy } from './study-steps';

export const start = (): Promise<DemoStage> => startDemoStage();

const HOUR_MS = 3_600_000;

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'one phone scans the code that another shows, both on the same page',
    run: async ({ stage, openDesk }) => {
      const study = await publishedStudy(stage);
      const desk = await openDesk([PEOPLE.officer, PEOPLE.free]);
      const [officer, member] = desk.phones as [DeskPhone, DeskPhone];
      await officer.click('学习');
      await officer.click(study.topic);
      await officer.click('签到码');
      await officer.see('/ 48 人');
      await member.click('学习');
      await member.click(study.topic);
      await member.click('签到');
      await member.click('扫码签到');
      await desk.page
        .getByRole('button', { name: /的手机/ })
        .last()
        .click();
      await member.see('已签到');
    },
  },
  {
    name: 'the clock is moved for every phone at once',
    run: async ({ stage, openDesk }) => {
      const desk = await openDesk([PEOPLE.officer]);
      const before = stage.cloud.clock.nowMs();
      await desk.page.getByRole('button', { name: '+1 小时' }).click();
      await desk.page
        .locator('.clock__now')
        .filter({ hasText: /\b1[1-9]:\d\d:\d\d/u })
        .waitFor();
      if (stage.cloud.clock.nowMs() < before + HOUR_MS) throw new Error('the clock did not move');
    },
  },
  {
    name: 'somebody else is found by branch, crew and office, and their phone opens',
    run: async ({ stage, openDesk }) => {
      const desk = await openDesk([PEOPLE.officer]);
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
    },
  },
];
