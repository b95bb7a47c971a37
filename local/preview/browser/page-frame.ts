import type { WindowConfig } from '../app-package';
import { bundled } from './bundled-app';
import type { TreeNode } from './box-of';
import { guarded } from './errors';
import type { EventChannel } from './event-channel';
import { backend, codeSpace } from './framework';
import {
  createNavBar,
  type NavBar,
  type NavBarButtons,
  NAV_BAR_PX,
  STATUS_BAR_PX,
} from './nav-bar';
import { setPageOrigin } from './page-origin';
import { enablePullDown, type PullDown } from './pull-down';
import { settings } from './settings';
import { usePageStyle } from './styles';
import { fontSizePx, themed } from './theme';

/** A page object of the package: data, methods, lifecycle functions. */
export type PageObject = Record<string, unknown> & { _$: TreeNode };

/** One entry of the page stack, with its own bars and its own scroller. */
export interface PageFrame {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly page: PageObject;
  readonly element: HTMLElement;
  readonly scroller: HTMLElement;
  readonly nav: NavBar | undefined;
  readonly pullDown: PullDown | undefined;
  /** Set by `page-meta root-font-size`; undefined: 16 px. */
  rootFontSize: string | undefined;
  channel: EventChannel | undefined;
  /** Builds the tree, then `onLoad`, `onShow`, and `onReady` after the first paint. */
  start(): void;
  show(): void;
  hide(): void;
  /** The phone goes to the background and comes back; the page stays on the screen. */
  leave(): void;
  comeBack(): void;
  /** Colours that come from theme.json are looked up again. */
  repaint(): void;
  destroy(): void;
}

export interface PageFrameOptions {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly buttons: NavBarButtons;
  readonly isTab: boolean;
  readonly host: HTMLElement;
  readonly channel: EventChannel | undefined;
}

export const TAB_BAR_PX = 49;
export const HOME_INDICATOR_PX = 34;

/** Makes a page ready to start; its file must be loaded. Nothing of the page has run yet. */
export function openPageFrame({
  path,
  query,
  buttons,
  isTab,
  host,
  channel,
}: PageFrameOptions): PageFrame {
  const config: WindowConfig = { ...bundled.app.window, ...bundled.components[path]?.json };
  const isCustom = config.navigationStyle === 'custom';
  const nav = isCustom ? undefined : createNavBar(config, buttons);
  const { element, viewport, scroller } = createBoxes(path, isTab);
  if (nav) element.prepend(nav.element);
  host.append(element);

  const root = backend.createRoot('wx-page-root', codeSpace, path);
  const component = root.getComponent();
  const page = root.get() as unknown as PageObject;
  Object.assign(page, { route: path, __route__: path, options: query });
  const declared = component.data as Record<string, unknown>;
  const given = Object.entries(query).filter(([name]) => name in declared);
  if (given.length > 0) component.setData(Object.fromEntries(given) as never);

  const topPx = isCustom ? 0 : STATUS_BAR_PX + NAV_BAR_PX;
  const safeBottom = settings.hasHomeIndicator && !isTab ? HOME_INDICATOR_PX : 0;
  viewport.style.setProperty('--wx-safe-top', isCustom ? `${STATUS_BAR_PX}px` : '0px');
  viewport.style.setProperty('--wx-safe-bottom', `${safeBottom}px`);
  viewport.style.setProperty('--wx-vh', `${viewport.clientHeight / 100}px`);

  const frame: PageFrame = {
    path,
    query,
    page,
    element,
    scroller,
    nav,
    channel,
    rootFontSize: undefined,
    repaint: () => {
      nav?.repaint();
      viewport.style.backgroundColor = themed(config.backgroundColorContent) ?? '';
    },
    start: () => {
      const placeholder = document.createElement('div');
      scroller.append(placeholder);
      setPageOrigin(topPx);
      usePageStyle(path);
      root.attach(scroller as never, placeholder as never);
      callPage(frame, 'onLoad', { ...query });
      frame.show();
      requestAnimationFrame(() => callPage(frame, 'onReady'));
    },
    pullDown:
      config.enablePullDownRefresh === true
        ? enablePullDown(viewport, scroller, () => callPage(frame, 'onPullDownRefresh'))
        : undefined,
    show: () => {
      element.hidden = false;
      setPageOrigin(topPx);
      usePageStyle(path);
      applyRootFontSize(frame);
      frame.comeBack();
    },
    hide: () => {
      frame.leave();
      element.hidden = true;
    },
    comeBack: () => {
      component.triggerPageLifetime('show', [{}]);
      callPage(frame, 'onShow');
    },
    leave: () => {
      component.triggerPageLifetime('hide', []);
      callPage(frame, 'onHide');
    },
    destroy: () => {
      callPage(frame, 'onUnload');
      root.release();
      element.remove();
    },
  };
  frame.repaint();
  followScroll(frame, config.onReachBottomDistance ?? 50);
  return frame;
}

export function callPage(frame: PageFrame, method: string, ...args: unknown[]): unknown {
  const run = frame.page[method];
  if (typeof run !== 'function') return undefined;
  return guarded(`${frame.path} ${method}`, () => run.apply(frame.page, args) as unknown);
}

export function applyRootFontSize(frame: PageFrame): void {
  const size = frame.rootFontSize;
  document.documentElement.style.fontSize = size === 'system' ? `${fontSizePx()}px` : (size ?? '');
}

function createBoxes(
  path: string,
  isTab: boolean,
): { element: HTMLElement; viewport: HTMLElement; scroller: HTMLElement } {
  const element = document.createElement('section');
  element.className = isTab ? 'phone-page phone-page--tab' : 'phone-page';
  element.dataset['page'] = path;
  const viewport = document.createElement('div');
  viewport.className = 'phone-page__viewport';
  const scroller = document.createElement('main');
  scroller.className = 'phone-page__scroller';
  viewport.append(scroller);
  element.append(viewport);
  return { element, viewport, scroller };
}

function followScroll(frame: PageFrame, reachBottomPx: number): void {
  const { scroller } = frame;
  let isAtBottom = false;
  scroller.addEventListener(
    'scroll',
    (event) => {
      if (event.target !== scroller) return;
      callPage(frame, 'onPageScroll', { scrollTop: scroller.scrollTop });
      const left = scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
      const wasAtBottom = isAtBottom;
      isAtBottom = left <= reachBottomPx;
      if (isAtBottom && !wasAtBottom) callPage(frame, 'onReachBottom');
    },
    { passive: true },
  );
}
