import { mkdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser';
import { DEMO_START_MS, startDemoStage } from './demo-stage';
import { openPhone } from './phone';
import { messageShotsOf, noteShotsOf } from './shots/messages';
import { pageShotsOf } from './shots/pages';
import { channelShots, takedownShotsOf, toldShotsOf } from './shots/channel';
import type { Shot } from './shots/shot';
import { afterShotsOf, pollShotsOf, starShotsOf } from './shots/star';
import { leaveShotsOf, ledgerShotsOf, makeUpShotsOf, minutesShotsOf } from './shots/study';

/**
 * Pictures of every page in light, dark and the largest font, into docs/screenshots.
 * Words on the command line keep the pages whose name has one of them.
 */
const OUT = 'docs/screenshots';
const TALLEST = 2600;
const LOOKS = [
  { suffix: '', dark: false, scale: 1 },
  { suffix: '-dark', dark: true, scale: 1 },
  { suffix: '-large', dark: false, scale: 1.65 },
] as const;

async function shoot(browser: Browser, address: string, shot: Shot): Promise<void> {
  for (const { suffix, dark, scale } of LOOKS) {
    const phone = await openPhone(browser, { address, as: shot.as, path: shot.path, dark, scale });
    await phone.shown.locator('.skeleton').first().waitFor({ state: 'detached' });
    await shot.reach?.(phone);
    await phone.page.evaluate(() => document.fonts.ready.then(() => undefined));
    const height = await phone.shown.evaluate((page) => {
      const scroller = page.querySelector('.phone-page__scroller') ?? page;
      return window.innerHeight + scroller.scrollHeight - scroller.clientHeight;
    });
    await phone.page.setViewportSize({ width: 390, height: Math.min(height, TALLEST) });
    await phone.page.screenshot({
      path: `${OUT}/${shot.name}${suffix}.jpg`,
      type: 'jpeg',
      quality: 60,
      scale: 'css',
    });
    const errors = await phone.errors();
    if (errors.length > 0) console.log(`${shot.name}${suffix}: ${errors.join('; ')}`);
    await phone.close();
  }
  console.log(shot.name);
}

mkdirSync(OUT, { recursive: true });
const words = process.argv.slice(2);
const browser = await launchBrowser();
const stage = await startDemoStage(DEMO_START_MS);
const shootWanted = async (shots: readonly Shot[], { address } = stage): Promise<void> => {
  for (const shot of shots) {
    if (words.length > 0 && !words.some((word) => shot.name.includes(word))) continue;
    await shoot(browser, address, shot);
  }
};
await shootWanted(channelShots());
await shootWanted(await pageShotsOf(stage));
await shootWanted(await minutesShotsOf(stage));
await shootWanted(await messageShotsOf(stage));
await shootWanted(await noteShotsOf(stage));
await shootWanted(await starShotsOf(stage));
await shootWanted(await afterShotsOf(stage));
const dayAfter = await startDemoStage(DEMO_START_MS);
await shootWanted(await makeUpShotsOf(dayAfter), dayAfter);
await shootWanted(await leaveShotsOf(dayAfter), dayAfter);
await shootWanted(await ledgerShotsOf(dayAfter), dayAfter);
await dayAfter.stop();
const polls = await startDemoStage(DEMO_START_MS);
await shootWanted(await pollShotsOf(polls), polls);
await polls.stop();
const told = await startDemoStage(DEMO_START_MS);
await shootWanted(await toldShotsOf(told), told);
await shootWanted(await takedownShotsOf(told), told);
await told.stop();
await browser.close();
await stage.stop();
process.exit(0);
