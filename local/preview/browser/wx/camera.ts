import { tellDesk } from '../desk-link';
import { hasDesk } from '../lone-window';
import { wxCall } from './call';
import { afterClick, openLayer, textElement } from './dialogs';

interface ScanOptions {
  onlyFromCamera?: boolean;
  scanType?: string[];
}

/** The answer of the page around the phones, under the id of the question. */
interface CameraAnswer {
  readonly from?: string;
  readonly kind?: string;
  readonly id?: string;
  /** What the camera read; null: the person closed it. */
  readonly text?: string | null;
}

/** The camera. The page around the phones points it at another phone; a bare phone takes a pasted code. */
export const camera = {
  scanCode: wxCall('scanCode', async ({ scanType }: ScanOptions) => {
    if (scanType !== undefined && !scanType.includes('qrCode')) {
      throw new Error('scanType without "qrCode" is not supported by the preview');
    }
    await afterClick();
    const result = hasDesk() ? await askDesk() : await askForPaste();
    if (result === null) throw new Error('cancel');
    return { result, scanType: 'QR_CODE', charSet: 'utf-8', path: '', rawData: toBase64(result) };
  }),
};

function askDesk(): Promise<string | null> {
  const id = crypto.randomUUID();
  return new Promise((resolve) => {
    const listen = ({ origin, source, data }: MessageEvent<CameraAnswer>): void => {
      if (origin !== location.origin || source !== window.parent) return;
      if (data.from !== 'desk' || data.kind !== 'camera' || data.id !== id) return;
      removeEventListener('message', listen);
      resolve(data.text ?? null);
    };
    addEventListener('message', listen);
    tellDesk('camera', { id });
  });
}

function askForPaste(): Promise<string | null> {
  const { element, box } = openLayer('phone-camera', 'dialog');
  box.setAttribute('aria-label', '相机');
  const input = document.createElement('input');
  input.placeholder = '粘贴码的内容';
  const accept = textElement('button', '识别');
  const cancel = textElement('button', '取消');
  box.append(textElement('h3', '对准二维码'), input, accept, cancel);
  return new Promise((resolve) => {
    const close = (text: string | null): void => {
      element.remove();
      resolve(text);
    };
    accept.addEventListener('click', () => {
      if (input.value !== '') close(input.value);
    });
    cancel.addEventListener('click', () => close(null));
  });
}

function toBase64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
