import type { Locator, Page } from 'playwright-core';
import { startDemoStage, type DemoStage } from './demo-stage';
import type { DeskPhone } from './desk-page';
import type { Scenario } from './scenario';
import { PEOPLE, publishedStudy } from './study-steps';

export const start = (): Promise<DemoStage> => startDemoStage();

const HOUR_MS = 3_600_000;

const stepOf = (page: Page, number: number): Locator =>
  page.locator('.steps__step').nth(number - 1);

/** Whether all of it is on the screen, without scrolling. */
async function isOnScreen(element: Locator): Promise<boolean> {
  const box = await element.boundingBox();
  const screen = element.page().viewportSize();
  if (box === null || screen === null) return false;
  const isWithin = box.x >= 0 && box.y >= 0;
  return isWithin && box.x + box.width <= screen.width && box.y + box.height <= screen.height;
}

async function mustBeOnScreen(element: Locator): Promise<void> {
  await element.waitFor();
  if (!(await isOnScreen(element))) throw new Error(`not on the screen: ${String(element)}`);
}

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'a phone that is added, or named by a step, comes into view',
    played: 'in-soak',
    run: async ({ openDesk }) => {
      const desk = await openDesk([PEOPLE.officer, PEOPLE.free, PEOPLE.other, PEOPLE.third]);
      const phone = (name: RegExp | string): Locator =>
        desk.page.getByRole('region', { name: name instanceof RegExp ? name : `${name}的手机` });
      await desk.page.getByRole('button', { name: '加一部手机' }).click();
      await desk.page.getByLabel('找人').fill('检修支部 书记');
      await desk.page.locator('.picker__person').first().click();
      const added = desk.page.locator('.phone').nth(4);
      await mustBeOnScreen(added);
      const [name = ''] = await stepOf(desk.page, 1).getByRole('button').allTextContents();
      await stepOf(desk.page, 1).getByRole('button', { name }).click();
      await mustBeOnScreen(phone(name));
      if ((await desk.page.locator('.phone').count()) !== 6) throw new Error('it was not added');
      await desk.page.locator('.phones').evaluate((phones) => phones.scrollTo({ left: 0 }));
      if (await isOnScreen(phone(name))) throw new Error('it is not far away');
      await stepOf(desk.page, 1).getByRole('button', { name }).click();
      await mustBeOnScreen(phone(name));
      if ((await desk.page.locator('.phone').count()) !== 6) throw new Error('it came twice');
    },
  },
  {
    name: 'guests are found by what they are, and by what they are not yet',
    played: 'in-soak',
    run: async ({ openDesk }) => {
      const desk = await openDesk([PEOPLE.officer]);
      await desk.page.getByRole('button', { name: '加一部手机' }).click();
      const rows = desk.page.locator('.picker__person');
      for (const words of ['访客', '绑定', '未绑定']) {
        await desk.page.getByLabel('找人').fill(words);
        await rows.filter({ hasText: '访客' }).nth(2).waitFor();
        const found = await rows.allTextContents();
        if (!found.every((text) => text.includes('邀请码'))) throw new Error(found.join('; '));
      }
      await rows.first().click();
      await desk.page
        .locator('.phone')
        .nth(1)
        .frameLocator('iframe')
        .getByText('绑定身份')
        .first()
        .waitFor();
    },
  },
  {
    name: 'one phone scans the code that another shows, both on the same page',
    played: 'in-soak',
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
    played: 'in-soak',
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
    played: 'in-soak',
    run: async ({ openDesk }) => {
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
  {
    name: 'a first visit shows three phones and three steps on one screen, and the steps can be followed',
    run: async ({ openDesk }) => {
      const desk = await openDesk();
      const [presenter, scanner, quiet] = desk.phones as [DeskPhone, DeskPhone, DeskPhone];
      for (let index = 0; index < 3; index += 1) {
        await mustBeOnScreen(desk.page.locator('.phone').nth(index));
        await mustBeOnScreen(stepOf(desk.page, index + 1));
      }
      await mustBeOnScreen(desk.page.getByRole('button', { name: '加一部手机' }));

      const shows = (await stepOf(desk.page, 1).textContent()) ?? '';
      const [, topic = ''] = /《(.+)》/u.exec(shows) ?? [];
      await presenter.click('学习');
      await presenter.click(topic);
      await presenter.click('签到码');
      await presenter.click(/^今天 /u);
      await presenter.see('/ 48 人');

      const [who = ''] = await stepOf(desk.page, 2).getByRole('button').allTextContents();
      await scanner.click('签到');
      await scanner.click('扫码签到');
      await desk.page
        .locator('#camera')
        .getByRole('button', { name: /的手机/u })
        .first()
        .click();
      await scanner.see('已签到');
      await presenter.see(`刚刚：${who}`);

      await quiet.click('消息');
      await quiet.see('换届选举怎么投票');
      await stepOf(desk.page, 3).getByRole('button', { name: /^拨到/u }).click();
      await quiet.seeServiceNotice('青年突击队报名清理综合水泵房');
      await quiet.see('青年突击队报名清理综合水泵房');
      await quiet.see('等你下后夜班睡醒才送到。');
    },
  },
  {
    name: 'the steps are those of the time to which the clock is moved',
    played: 'in-soak',
    run: async ({ openDesk }) => {
      const { page } = await openDesk([PEOPLE.officer]);
      const steps = page.locator('.steps');
      const before = await steps.innerText();
      await page.getByRole('button', { name: '+1 天' }).click();
      await page.waitForFunction(
        (text) => document.querySelector<HTMLElement>('.steps')?.innerText !== text,
        before,
      );
    },
  },
];
