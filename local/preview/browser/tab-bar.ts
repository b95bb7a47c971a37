import type { TabItem } from '../app-package';
import { bundled } from './bundled-app';
import { callPage } from './page-frame';
import { onPageChange, switchTab, topPage } from './page-stack';
import { packageUrl } from './package-url';
import { isTabPage } from './page-url';
import { onSettingChange } from './settings';
import { themed } from './theme';

interface TabState {
  text: string;
  iconPath: string | undefined;
  selectedIconPath: string | undefined;
  badge: string | undefined;
  hasRedDot: boolean;
}

let element: HTMLElement | undefined;
let states: TabState[] = [];
let isHidden = false;
/** Whether the finger came down on the bar itself. */
let isPressed = false;
const style: Record<string, string | undefined> = {};

/** The native tab bar of app.json. Shown on tab pages only. */
export function createTabBar(phone: HTMLElement): void {
  const config = bundled.app.tabBar;
  if (config === undefined) return;
  if (config.custom === true) throw new Error('tabBar.custom is not supported by the preview');
  states = config.list.map(({ text, iconPath, selectedIconPath }) => ({
    ...{ text, iconPath, selectedIconPath },
    badge: undefined,
    hasRedDot: false,
  }));
  element = document.createElement('nav');
  element.className = 'phone-tabs';
  element.setAttribute('role', 'tablist');
  element.addEventListener('pointerdown', () => {
    isPressed = true;
  });
  phone.append(element);
  onPageChange(drawTabBar);
  onSettingChange('theme', drawTabBar);
}

/** Throws the message of the real client when there is no such tab. */
export function changeTab(index: number, change: Partial<TabState>): void {
  const state = states[index];
  if (state === undefined) throw new Error('tabbar item not found');
  Object.assign(state, change);
  drawTabBar();
}

export function changeTabBarStyle(change: Record<string, string | undefined>): void {
  Object.assign(style, change);
  drawTabBar();
}

export function hideTabBar(hidden: boolean): void {
  isHidden = hidden;
  drawTabBar();
}

export function drawTabBar(): void {
  const config = bundled.app.tabBar;
  const path = topPage()?.path;
  if (element === undefined || config === undefined) return;
  element.hidden = isHidden || path === undefined || !isTabPage(path);
  element.style.background = style['backgroundColor'] ?? themed(config.backgroundColor) ?? '#fff';
  const border = style['borderStyle'] ?? themed(config.borderStyle) ?? 'black';
  element.dataset['border'] = border;
  element.replaceChildren(
    ...config.list.map((tab, index) => drawTab(tab, index, tab.pagePath === path)),
  );
}

function drawTab(tab: TabItem, index: number, isOn: boolean): HTMLElement {
  const config = bundled.app.tabBar;
  const state = states[index];
  const button = document.createElement('button');
  button.className = 'phone-tabs__tab';
  button.setAttribute('role', 'tab');
  button.setAttribute('aria-selected', String(isOn));
  const color = isOn
    ? (style['selectedColor'] ?? themed(config?.selectedColor))
    : (style['color'] ?? themed(config?.color));
  button.style.color = color ?? '';
  const icon = themed(isOn ? state?.selectedIconPath : state?.iconPath);
  if (icon !== undefined) {
    const image = document.createElement('img');
    image.src = packageUrl(icon, '');
    image.alt = '';
    button.append(image);
  }
  const label = document.createElement('span');
  label.textContent = state?.text ?? tab.text;
  button.append(label);
  const mark = state && drawMark(state);
  if (mark) button.append(mark);
  button.addEventListener('click', ({ detail }) => {
    // A tap that brings the bar up is followed by the browser's click, which then lands on the bar.
    // Without a pointer, as from a screen reader, `detail` is 0.
    if (isPressed || detail === 0) tapTab(tab, index);
    isPressed = false;
  });
  return button;
}

function tapTab({ pagePath, text }: TabItem, index: number): void {
  switchTab(pagePath);
  const shown = topPage();
  if (shown) callPage(shown, 'onTabItemTap', { index: String(index), pagePath, text });
}

function drawMark({ badge, hasRedDot }: TabState): HTMLElement | undefined {
  if (badge === undefined && !hasRedDot) return undefined;
  const mark = document.createElement('b');
  mark.className = badge === undefined ? 'phone-tabs__dot' : 'phone-tabs__badge';
  mark.textContent = badge === undefined ? '' : badge.length > 4 ? '…' : badge;
  return mark;
}
