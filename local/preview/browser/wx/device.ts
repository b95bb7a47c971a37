import { tellDesk } from '../desk-link';
import { wxCall } from './call';
import { dialogs } from './dialogs';
import { requirePrivacy } from './privacy';

let clipboard = '';
let brightness = 0.5;
let isScreenKeptOn = false;

/** Parts of the phone that a browser has not: what pages asked of them is kept and can be seen. */
export const device = {
  vibrateShort: wxCall('vibrateShort', ({ type = 'medium' }: { type?: string }) => {
    tellDesk('vibrate', { type });
  }),
  vibrateLong: wxCall('vibrateLong', () => {
    tellDesk('vibrate', { type: 'long' });
  }),
  setClipboardData: wxCall('setClipboardData', async ({ data }: { data: string }) => {
    await requirePrivacy('setClipboardData');
    clipboard = data;
    tellDesk('clipboard', { data });
    await dialogs.showToast({ title: '内容已复制', icon: 'none' });
  }),
  getClipboardData: wxCall('getClipboardData', async () => {
    await requirePrivacy('getClipboardData');
    return { data: clipboard };
  }),
  setKeepScreenOn: wxCall('setKeepScreenOn', ({ keepScreenOn }: { keepScreenOn: boolean }) => {
    isScreenKeptOn = keepScreenOn;
    tellScreen();
  }),
  setScreenBrightness: wxCall('setScreenBrightness', ({ value }: { value: number }) => {
    if (!(value >= 0 && value <= 1)) throw new Error('parameter error: value must be 0 to 1');
    brightness = value;
    tellScreen();
  }),
  getScreenBrightness: wxCall('getScreenBrightness', () => ({ value: brightness })),
  setVisualEffectOnCapture: wxCall('setVisualEffectOnCapture', () => undefined),
  getRandomValues: wxCall('getRandomValues', ({ length }: { length: number }) => ({
    randomValues: crypto.getRandomValues(new Uint8Array(length)).buffer,
  })),
  checkIsOpenAccessibility: wxCall('checkIsOpenAccessibility', () => ({ open: false })),
  base64ToArrayBuffer: (text: string): ArrayBuffer =>
    Uint8Array.from(atob(text), (character) => character.charCodeAt(0)).buffer,
  arrayBufferToBase64: (buffer: ArrayBuffer): string =>
    btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('')),
};

function tellScreen(): void {
  document.documentElement.style.setProperty('--phone-brightness', String(brightness));
  tellDesk('screen', { brightness, isScreenKeptOn });
}
