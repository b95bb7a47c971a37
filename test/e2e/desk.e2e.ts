import type { FrameLocator, Page } from 'playwright-core';
import { startDemoStage, type DemoStage } from './demo-stage';
import type { Play, Scenario } from './scenario';
import { PEOPLE, publishedStudy } from './study-steps';

export const start = (): Promise<DemoStage> => startDemoStage();

const HOUR_MS = 3_600_000;

/** The desktop page with the phones of these people, as a visitor who chose them before. */
async function openDesk(play: Play<DemoStage>, people: readonly string[]): Promise<Page> {
  const { page } = await play.open();
  const browser = page.context().browser();
  if (browser === null) throw new Error('the phone has no browser');
  const context = await browser.newContext({
    viewport: { width: 1400, height: 1200 },
    locale: 'zh-CN',
  });
  const desk = await context.newPage();
  const phones = people.map((person) => ({
    person,
    theme: 'light',
    scale: '1',
    network: 'online',
    skewMinutes: '0',
  }));
  await desk.addInitScript(
    (kept) => localStorage.setItem('desk-phones', kept),
    JSON.stringify(phones),
  );
  await desk.goto(`${play.stage.url}/`);
  return desk;
}

const screenOf = (desk: Page, at: number): FrameLocator =>
  desk.locator('.phone').nth(at).frameLocator('iframe');

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'one phone scans the code that another shows, both on the same page',
    run: async (play) => {
      const study = await publishedStudy(play.stage);
      const desk = await openDesk(play, [PEOPLE.officer, PEOPLE.free]);
      const [officer, member] = [screenOf(desk, 0), screenOf(desk, 1)];
      const openOn = (at: number, path: string): Promise<void> =>
        desk.evaluate(
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
      await desk
        .getByRole('button', { name: /的手机/ })
        .last()
        .click();
      await member.getByText('已签到').first().waitFor();
      await desk.context().close();
    },
  },
  {
    name: 'the clock is moved for every phone at once',
    run: async (play) => {
      const desk = await openDesk(play, [PEOPLE.officer]);
      const before = play.stage.cloud.clock.nowMs();
      await desk.getByRole('button', { name: '+1 小时' }).click();
      await desk
        .locator('.clock__now')
        .filter({ hasText: /\b1[1-9]:\d\d:\d\d/u })
        .waitFor();
      if (play.stage.cloud.clock.nowMs() < before + HOUR_MS)
        throw new Error('the clock did not move');
      await desk.context().close();
    },
  },
  {
    name: 'somebody else is found by branch, crew and office, and their phone opens',
    run: async (play) => {
      const desk = await openDesk(play, [PEOPLE.officer]);
      await desk.getByRole('button', { name: '加一部手机' }).click();
      await desk.getByPlaceholder(/姓名、支部/u).fill('检修支部 书记');
      await desk.locator('.picker__person').first().click();
      await desk.locator('.phone').nth(1).waitFor();
      await screenOf(desk, 1).getByText('今日').first().waitFor();
      await desk.context().close();
    },
  },
];
