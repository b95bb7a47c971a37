import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { MEANT_AS_TWO_MS, OTHER_SPOT_PX } from './phone';

/** One phone on the desktop page, used with the mouse. */
export interface DeskPhone {
  readonly screen: FrameLocator;
  /** By the words on it alone, or by a part of them. */
  readonly click: (text: string | RegExp) => Promise<void>;
  readonly fill: (placeholder: string, text: string) => Promise<void>;
  readonly see: (text: string | RegExp) => Promise<void>;
  /** A message of WeChat below the phone. */
  readonly seeServiceNotice: (text: string | RegExp) => Promise<void>;
}

export interface Desk {
  readonly page: Page;
  /** From left to right, as they are on the desk at first. */
  readonly phones: readonly DeskPhone[];
  /** By the buttons of the bar: '+1 分', or a civil time like '2026-03-11T16:00'. */
  readonly moveClock: (to: string) => Promise<void>;
  /** Uncaught errors and framework warnings of all phones so far. */
  readonly errors: () => Promise<readonly string[]>;
  readonly screenshot: (file: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The desktop page with the phones of these people, as a visitor who chose them before; absent: a first visit. */
export async function openDesk(
  browser: Browser,
  address: string,
  people?: readonly string[],
): Promise<Desk> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  const phones = people?.map((person) => ({
    person,
    theme: 'light',
    scale: '1',
    network: 'online',
    skewMinutes: '0',
  }));
  if (phones !== undefined) {
    await page.addInitScript(
      (kept) => localStorage.setItem('desk-phones', kept),
      JSON.stringify(phones),
    );
  }
  await page.goto(address);
  await page.locator('.steps__step').first().waitFor();
  const count = await page.locator('.phone').count();
  return {
    page,
    phones: Array.from({ length: count }, (_, index) => deskPhone(page, index)),
    moveClock: (to) => moveClock(page, to),
    errors: () => errorsOf(page),
    screenshot: async (file) => {
      await page.screenshot({ path: file });
    },
    close: () => context.close(),
  };
}

function deskPhone(page: Page, index: number): DeskPhone {
  const tile = page.locator('.phone').nth(index);
  const screen = tile.frameLocator('iframe');
  const messages = tile.locator('.phone__messages');
  let clicked: Box | undefined;
  return {
    screen,
    click: async (text) => {
      const alone = screen
        .getByText(text, { exact: true })
        .or(screen.getByLabel(text, { exact: true }))
        .filter({ visible: true });
      const target = alone.last();
      await target.click({ trial: true });
      const box = await target.boundingBox();
      if (box !== null && isNear(box, clicked)) await restInPage(target);
      await target.click();
      clicked = box ?? undefined;
    },
    fill: (placeholder, text) =>
      screen.getByPlaceholder(placeholder).filter({ visible: true }).first().fill(text),
    see: (text) => screen.getByText(text).filter({ visible: true }).first().waitFor(),
    seeServiceNotice: (text) => messages.getByText(text).first().waitFor(),
  };
}

interface Box {
  readonly x: number;
  readonly y: number;
}

const isNear = (one: Box, other: Box | undefined): boolean =>
  other !== undefined &&
  Math.abs(one.x - other.x) <= OTHER_SPOT_PX &&
  Math.abs(one.y - other.y) <= OTHER_SPOT_PX;

/** Whoever means two clicks at one spot looks first what comes of the first. */
async function restInPage(target: Locator): Promise<void> {
  await target.evaluate((_, ms) => new Promise((done) => setTimeout(done, ms)), MEANT_AS_TWO_MS);
}

async function moveClock(page: Page, to: string): Promise<void> {
  const clock = page.locator('#clock');
  if (to.startsWith('+')) {
    await clock.getByRole('button', { name: to, exact: true }).click();
  } else {
    await clock.getByLabel('拨到').fill(to);
    await clock.getByRole('button', { name: '拨到', exact: true }).click();
  }
  // Once around: the bar is busy while the cloud runs what falls due on the way.
  await page.locator('#clock:not([aria-busy])').waitFor();
}

async function errorsOf(page: Page): Promise<readonly string[]> {
  const phones = page.frames().filter((frame) => new URL(frame.url()).pathname === '/phone');
  const all = await Promise.all(
    phones.map(async (phone) => {
      // A phone that was added a moment ago may not have run a line yet.
      await phone.waitForFunction(() => '__errors' in window);
      return phone.evaluate(() => window.__errors.map(({ message }) => message));
    }),
  );
  return all.flat();
}
