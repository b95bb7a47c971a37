import type { WindowConfig } from '../app-package';
import { themed } from './theme';

export interface NavBar {
  readonly element: HTMLElement;
  setTitle(title: string): void;
  setColors(front: string | undefined, background: string | undefined): void;
  setLoading(on: boolean): void;
  hideHome(): void;
  /** Colours that come from theme.json are looked up again. */
  repaint(): void;
}

export interface NavBarButtons {
  readonly kind: 'back' | 'home' | 'none';
  readonly onTap: () => void;
}

export const STATUS_BAR_PX = 47;
export const NAV_BAR_PX = 44;

/** The native bar of one page: status bar area, title, back or home. */
export function createNavBar(config: WindowConfig, buttons: NavBarButtons): NavBar {
  const element = document.createElement('header');
  element.className = 'phone-nav';
  const title = document.createElement('h1');
  title.className = 'phone-nav__title';
  title.textContent = config.navigationBarTitleText ?? '';
  const loading = document.createElement('i');
  loading.className = 'phone-nav__loading weui-loading';
  loading.hidden = true;
  element.append(loading, title);
  const button = buttons.kind === 'none' ? undefined : createButton(buttons);
  if (button !== undefined) element.append(button);

  let given: { front?: string | undefined; background?: string | undefined } = {};
  const repaint = (): void => {
    const front = given.front ?? frontOf(themed(config.navigationBarTextStyle));
    element.style.color = front;
    element.style.background =
      given.background ?? themed(config.navigationBarBackgroundColor) ?? '#000000';
    element.dataset['front'] = front === '#ffffff' ? 'white' : 'black';
  };
  repaint();
  return {
    element,
    repaint,
    setTitle: (text) => {
      title.textContent = text;
    },
    setColors: (front, background) => {
      given = { front: front ?? given.front, background: background ?? given.background };
      repaint();
    },
    setLoading: (on) => {
      loading.hidden = !on;
    },
    hideHome: () => {
      if (buttons.kind === 'home') button?.remove();
    },
  };
}

function frontOf(textStyle: string | undefined): string {
  return textStyle === 'black' ? '#000000' : '#ffffff';
}

const BACK_ICON = '<path d="M15.5 4.5 8 12l7.5 7.5" />';
const HOME_ICON = '<path d="M4 11.2 12 4l8 7.2M6.2 9.6V20h11.6V9.6" />';

function createButton({ kind, onTap }: NavBarButtons): HTMLButtonElement {
  const button = document.createElement('button');
  button.className = 'phone-nav__button';
  button.setAttribute('aria-label', kind === 'back' ? '返回' : '首页');
  button.innerHTML = `<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2"
    stroke-linecap="round" stroke-linejoin="round">${kind === 'back' ? BACK_ICON : HOME_ICON}</svg>`;
  button.addEventListener('click', onTap);
  return button;
}
