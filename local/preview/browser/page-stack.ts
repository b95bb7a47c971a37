import { reportError } from './errors';
import type { EventChannel } from './event-channel';
import { openPageFrame, type PageFrame, type PageObject } from './page-frame';
import { isTabPage, type PageUrl, startPage } from './page-url';
import { loadComponent } from './register';
import { onSettingChange } from './settings';
import { tellDesk } from './desk-link';

/** As on a phone. */
export const MAX_PAGES = 10;

let host: HTMLElement | undefined;
let stack: PageFrame[] = [];
/** Tab pages stay alive behind each other. */
const tabPages = new Map<string, PageFrame>();
const changeListeners = new Set<() => void>();

/** Pages are added to this element. */
export function attachPages(element: HTMLElement): void {
  host = element;
  onSettingChange('theme', () => {
    for (const frame of livingPages()) frame.repaint();
  });
}

/** Called after each change of the top page. */
export function onPageChange(listener: () => void): void {
  changeListeners.add(listener);
}

export function topPage(): PageFrame | undefined {
  return stack.at(-1);
}

export function currentPages(): PageObject[] {
  return stack.map((frame) => frame.page);
}

export function frameOfPage(page: unknown): PageFrame | undefined {
  return stack.find((frame) => frame.page === page);
}

export function pageCount(): number {
  return stack.length;
}

/** Every page that is alive, hidden tab pages included. */
export function livingPages(): readonly PageFrame[] {
  return [...new Set([...stack, ...tabPages.values()])];
}

export function navigateTo(url: PageUrl, channel?: EventChannel): PageFrame {
  loadComponent(url.path);
  topPage()?.hide();
  return mount(url, channel);
}

export function redirectTo(url: PageUrl): void {
  loadComponent(url.path);
  const replaced = stack.pop();
  if (replaced) close(replaced);
  mount(url);
}

/** Closes up to `delta` pages; the last one stays. */
export function navigateBack(delta: number): void {
  const closing = stack.splice(Math.max(1, stack.length - delta));
  if (closing.length === 0) return;
  for (const frame of closing.reverse()) close(frame);
  topPage()?.show();
  announce();
}

export function switchTab(path: string): void {
  const top = topPage();
  if (top?.path === path) return;
  loadComponent(path);
  for (const frame of stack.filter(({ path: other }) => !isTabPage(other)).reverse()) close(frame);
  if (top && isTabPage(top.path)) top.hide();
  const kept = tabPages.get(path);
  stack = kept ? [kept] : [];
  if (kept === undefined) mount({ path, query: {} });
  else {
    kept.show();
    announce();
  }
}

export function reLaunch(url: PageUrl): void {
  loadComponent(url.path);
  const closing = livingPages();
  stack = [];
  tabPages.clear();
  for (const frame of [...closing].reverse()) close(frame);
  mount(url);
}

function mount({ path, query }: PageUrl, channel?: EventChannel): PageFrame {
  if (host === undefined) throw new Error('no place for pages');
  const isTab = isTabPage(path);
  const frame = openPageFrame({ path, query, isTab, host, channel, buttons: buttonsFor(path) });
  stack.push(frame);
  if (isTab) tabPages.set(path, frame);
  frame.start();
  announce();
  return frame;
}

function buttonsFor(path: string): { kind: 'back' | 'home' | 'none'; onTap(): void } {
  if (stack.length > 0) return { kind: 'back', onTap: () => navigateBack(1) };
  if (isTabPage(path) || path === startPage()) return { kind: 'none', onTap: () => undefined };
  return { kind: 'home', onTap: goHome };
}

export function goHome(): void {
  const path = startPage();
  if (isTabPage(path)) switchTab(path);
  else reLaunch({ path, query: {} });
}

function close(frame: PageFrame): void {
  if (tabPages.get(frame.path) === frame) tabPages.delete(frame.path);
  try {
    frame.destroy();
  } catch (error) {
    reportError(error, `closing ${frame.path}`);
  }
}

function announce(): void {
  const top = topPage();
  if (top) tellDesk('page', { path: top.path, query: top.query });
  for (const listener of changeListeners) listener();
}
