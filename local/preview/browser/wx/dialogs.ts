import { rememberTap } from '../tap-state';
import { wxCall } from './call';

/** The notice in the middle of the screen; there is one at a time, toast or loading. */
let notice: { hide(callback?: () => void): void } | undefined;

export const dialogs = {
  showToast: wxCall('showToast', ({ title, icon, duration = 1500, mask }: ToastOptions) => {
    hideNotice();
    showNotice(title, icon ?? 'success', mask === true);
    const shown = notice;
    setTimeout(() => {
      if (notice === shown) hideNotice();
    }, duration);
  }),
  hideToast: wxCall('hideToast', hideNotice),
  showLoading: wxCall('showLoading', ({ title, mask }: ToastOptions) => {
    hideNotice();
    showNotice(title, 'loading', mask === true);
  }),
  hideLoading: wxCall('hideLoading', hideNotice),
  showModal: wxCall('showModal', showModal),
  showActionSheet: wxCall('showActionSheet', showActionSheet),
};

interface ToastOptions {
  title: string;
  icon?: 'success' | 'error' | 'loading' | 'none';
  duration?: number;
  mask?: boolean;
}

function hideNotice(): void {
  notice?.hide();
  notice = undefined;
}

const ICON_CLASS = {
  success: 'weui-icon-success-no-circle',
  error: 'weui-icon-warn',
  loading: 'weui-loading',
};

function showNotice(title: string, icon: NonNullable<ToastOptions['icon']>, mask: boolean): void {
  const element = document.createElement('div');
  element.className = `phone-toast phone-toast--${icon}${mask ? ' phone-toast--mask' : ''}`;
  element.setAttribute('role', 'status');
  const box = document.createElement('div');
  box.className = 'phone-toast__box';
  if (icon !== 'none') {
    const image = document.createElement('i');
    image.className = ICON_CLASS[icon];
    box.append(image);
  }
  const text = document.createElement('p');
  text.textContent = title;
  box.append(text);
  element.append(box);
  document.body.append(element);
  notice = { hide: () => element.remove() };
}

interface ModalOptions {
  title?: string;
  content?: string;
  showCancel?: boolean;
  cancelText?: string;
  cancelColor?: string;
  confirmText?: string;
  confirmColor?: string;
  editable?: boolean;
  placeholderText?: string;
}

/**
 * A finger's tap comes before the browser's own click, which would hit an overlay that opened at
 * once and close it.
 */
export async function afterClick(): Promise<void> {
  const delayMs = 'ontouchstart' in window ? 320 : 0;
  await new Promise((resolve) => setTimeout(resolve, delayMs));
}

async function showModal(options: ModalOptions): Promise<object> {
  await afterClick();
  const { element, box } = openLayer('phone-modal', 'dialog');
  if (options.title) box.append(textElement('h3', options.title));
  const input = document.createElement('input');
  if (options.editable === true) {
    input.placeholder = options.placeholderText ?? '';
    input.value = options.content ?? '';
    box.append(input);
  } else if (options.content) {
    box.append(textElement('p', options.content));
  }
  const buttons = document.createElement('footer');
  box.append(buttons);
  return new Promise((resolve) => {
    const add = (text: string, color: string | undefined, confirm: boolean): void => {
      const button = textElement('button', text);
      if (color !== undefined) button.style.color = color;
      button.addEventListener('click', () => {
        element.remove();
        rememberTap();
        const typed = options.editable === true && confirm ? { content: input.value } : {};
        resolve({ confirm, cancel: !confirm, ...typed });
      });
      buttons.append(button);
    };
    if (options.showCancel !== false) add(options.cancelText ?? '取消', options.cancelColor, false);
    add(options.confirmText ?? '确定', options.confirmColor ?? '#576b95', true);
  });
}

interface SheetOptions {
  itemList: string[];
  itemColor?: string;
  alertText?: string;
}

async function showActionSheet({ itemList, itemColor, alertText }: SheetOptions): Promise<object> {
  if (itemList.length === 0 || itemList.length > 6) {
    throw new Error('parameter error: itemList must have one to six items');
  }
  await afterClick();
  const { element, box } = openLayer('phone-sheet', 'menu');
  if (alertText !== undefined) box.append(textElement('p', alertText));
  return new Promise((resolve, reject) => {
    const add = (text: string, onTap: () => void): HTMLElement => {
      const button = textElement('button', text);
      button.addEventListener('click', () => {
        element.remove();
        rememberTap();
        onTap();
      });
      box.append(button);
      return button;
    };
    itemList.forEach((text, tapIndex) => {
      add(text, () => resolve({ tapIndex })).style.color = itemColor ?? '';
    });
    const cancel = (): void => reject(new Error('cancel'));
    add('取消', cancel).className = 'phone-sheet__cancel';
    element.addEventListener('click', (event) => {
      if (event.target !== element) return;
      element.remove();
      cancel();
    });
  });
}

/** A layer above the page, with its box; the caller removes `element`. */
export function openLayer(
  className: string,
  role: string,
): { element: HTMLElement; box: HTMLElement } {
  const element = document.createElement('div');
  element.className = `phone-layer ${className}`;
  const box = document.createElement('div');
  box.className = `${className}__box`;
  box.setAttribute('role', role);
  element.append(box);
  document.body.append(element);
  return { element, box };
}

export function textElement(tag: keyof HTMLElementTagNameMap, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}
