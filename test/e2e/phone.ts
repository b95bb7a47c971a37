import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { NetworkMode } from '../../local/preview/phone-window';

export interface PhoneOptions {
  /** Of the preview, as npm start prints it. */
  readonly address: string;
  /** A member id of the demo organisation, or any name for a guest. */
  readonly as?: string;
  /** Page with its query, without a leading slash; absent: the start page. */
  readonly path?: string;
  readonly dark?: boolean;
  /** Font scale, 1 to 1.65. */
  readonly scale?: number;
  readonly network?: NetworkMode;
  /** How far the phone's clock is ahead of the cloud's. */
  readonly skewMinutes?: number;
}

/** The longest that a step waits for what it needs. */
const PATIENCE_MS = 30_000;
export const PHONE_SIZE = { width: 390, height: 844 };

/** A person's phone: every step waits until what it needs is on the screen. */
export interface Phone {
  readonly page: Page;
  /** The visible page of the mini program. */
  readonly shown: Locator;
  /** By the words on it, or by a locator. Words on layers above the page are found too. */
  readonly tap: (target: string | Locator) => Promise<void>;
  /** Types into the field with this placeholder or label. */
  readonly fill: (field: string | Locator, text: string) => Promise<void>;
  readonly see: (text: string | RegExp) => Promise<void>;
  readonly notSee: (text: string | RegExp) => Promise<void>;
  /** The back button of the native bar. */
  readonly back: () => Promise<void>;
  /** A slow drag of one finger, in px. */
  readonly drag: (target: Locator, by: { x?: number; y?: number }) => Promise<void>;
  readonly setNetwork: (network: NetworkMode) => Promise<void>;
  /** Ends the app and starts it anew where it was first opened, with this network. */
  readonly restart: (network: NetworkMode) => Promise<void>;
  /** What a camera in front of this phone reads, or undefined. */
  readonly shownCode: () => Promise<string | undefined>;
  /** Uncaught errors and framework warnings so far. */
  readonly errors: () => Promise<readonly string[]>;
  readonly screenshot: (file: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Makes a browser one that has opened the address, without the page that it leads to. */
export async function enter(context: BrowserContext, address: string): Promise<void> {
  await context.request.get(address, { maxRedirects: 0 });
}

export async function openPhone(browser: Browser, options: PhoneOptions): Promise<Phone> {
  const context = await browser.newContext({
    viewport: PHONE_SIZE,
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.addInitScript(noteTouches);
  await enter(context, options.address);
  await start(page, options);
  return phoneOn(context, page, options);
}

async function start(page: Page, options: PhoneOptions): Promise<void> {
  await page.goto(urlOf(options));
  await page.locator('.phone-page').first().waitFor({ state: 'attached' });
}

function urlOf({ address, as = 'guest', path, dark, scale, network, skewMinutes }: PhoneOptions) {
  const query = new URLSearchParams({ phone: as });
  if (path !== undefined) query.set('path', path);
  if (dark === true) query.set('dark', '1');
  if (scale !== undefined) query.set('scale', String(scale));
  if (network !== undefined) query.set('network', network);
  if (skewMinutes !== undefined) query.set('skewMinutes', String(skewMinutes));
  return `${new URL(address).origin}/phone?${query.toString()}`;
}

function phoneOn(context: BrowserContext, page: Page, options: PhoneOptions): Phone {
  const visible = (text: string | RegExp): Locator =>
    page.getByText(text).filter({ visible: true }).first();
  return {
    page,
    shown: page.locator('.phone-page:not([hidden])'),
    tap: async (target) => {
      const found = typeof target === 'string' ? await findByWords(page, target) : target;
      await restBetween(page, found);
      await found.tap();
    },
    fill: async (field, text) => {
      const found =
        typeof field === 'string'
          ? page
              .getByPlaceholder(field)
              .or(page.getByLabel(field))
              .filter({ visible: true })
              .first()
          : field;
      await found.fill(text);
      await drawn(page);
    },
    see: (text) => visible(text).waitFor(),
    notSee: (text) => visible(text).waitFor({ state: 'detached' }),
    back: () => page.getByLabel('返回').filter({ visible: true }).tap(),
    drag: (target, by) => drag(context, page, target, by),
    setNetwork: (network) => page.evaluate((mode) => window.phone.setNetwork(mode), network),
    restart: (network) => start(page, { ...options, network }),
    shownCode: () => page.evaluate(() => window.phone.shownCode()),
    errors: () => page.evaluate(() => window.__errors.map(({ message }) => message)),
    screenshot: async (file) => {
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      await page.screenshot({ path: file, scale: 'css' });
    },
    close: () => context.close(),
  };
}

declare global {
  interface Window {
    /** Where and when a finger was lifted, the last few times. */
    lastTouches?: { readonly x: number; readonly y: number; readonly atMs: number }[];
  }
}

/** Runs in the page, where nothing is that the compiler adds to functions with names. */
function noteTouches(): void {
  window.addEventListener(
    'touchend',
    ({ changedTouches: [touch] }) => {
      if (!touch) return;
      const lifted = { x: touch.clientX, y: touch.clientY, atMs: performance.now() };
      window.lastTouches = [...(window.lastTouches ?? []).slice(-5), lifted];
    },
    { capture: true, passive: true },
  );
}

/** Longer and farther than what is taken for the second of two quick taps. docs/rules.md#R-361 */
export const MEANT_AS_TWO_MS = 600;
export const OTHER_SPOT_PX = 40;
/** On a busy machine the timer of the page may be late by this. */
const LATE_MS = 2000;

/** Whoever means two taps at one spot looks first what comes of the first. */
export async function restBetween(page: Page, target: Locator): Promise<void> {
  const touches = await page.evaluate(() =>
    (window.lastTouches ?? []).map((touch) => ({
      ...touch,
      agoMs: performance.now() - touch.atMs,
    })),
  );
  const late = touches.filter(({ agoMs }) => agoMs <= LATE_MS);
  if (late.length === 0) return;
  // Only looks, and brings it where it will be tapped.
  await target.tap({ trial: true });
  const box = await target.boundingBox();
  if (box === null) return;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const near = late.filter(
    (touch) => Math.abs(x - touch.x) <= OTHER_SPOT_PX && Math.abs(y - touch.y) <= OTHER_SPOT_PX,
  );
  if (near.length === 0) return;
  const lastAgoMs = Math.min(...near.map(({ agoMs }) => agoMs));
  // By a timer of the page, which comes after the one that it waits for, however busy the page is.
  await page.evaluate(
    (ms) => new Promise((done) => setTimeout(done, ms)),
    Math.max(0, MEANT_AS_TWO_MS - lastAgoMs),
  );
}

/** What follows from a touch is on the screen: a finger is never quicker than the next picture. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise((done) => {
        requestAnimationFrame(() => requestAnimationFrame(() => done(undefined)));
      }),
  );
}

/**
 * Waits for the words; those alone come before those within a longer text, and what is on top comes
 * last in the document.
 */
async function findByWords(page: Page, text: string): Promise<Locator> {
  const alone = page
    .getByText(text, { exact: true })
    .or(page.getByLabel(text, { exact: true }))
    .filter({ visible: true });
  const within = page.getByText(text).filter({ visible: true });
  await alone.or(within).first().waitFor();
  return (await alone.count()) > 0 ? alone.last() : within.last();
}

const DRAG_STEPS = 12;
const REST_MS = 350;

/** Real touch events in steps, one per frame, so that what follows a finger can follow. */
async function drag(
  context: BrowserContext,
  page: Page,
  target: Locator,
  { x = 0, y = 0 }: { x?: number; y?: number },
): Promise<void> {
  // Only looks: what is still moving would slip from under the finger.
  await target.tap({ trial: true });
  const box = await target.boundingBox();
  if (box === null) throw new Error('what should be dragged is not on the screen');
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const session = await context.newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', share: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x: from.x + x * share, y: from.y + y * share }],
    });
  await send('touchStart', 0);
  for (let step = 1; step <= DRAG_STEPS; step += 1) {
    await send('touchMove', step / DRAG_STEPS);
    await nextFrame(page);
  }
  await rest(page);
  await send('touchEnd', 1);
  await session.detach();
}

/** What rests before it is lifted, a finger or the mouse, leaves no momentum. */
export async function rest(page: Page): Promise<void> {
  const restedAt = performance.now() + REST_MS;
  while (performance.now() < restedAt) await nextFrame(page);
}

function nextFrame(page: Page): Promise<unknown> {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => done(undefined))));
}
