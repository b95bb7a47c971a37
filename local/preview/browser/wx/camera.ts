import { settings } from '../settings';
import { wxCall } from './call';
import { afterClick, openLayer, textElement } from './dialogs';

/** How often the phones beside this one are looked at while the camera is open. */
const LOOK_EVERY_MS = 600;

interface ScanOptions {
  onlyFromCamera?: boolean;
  scanType?: string[];
}

interface Seen {
  readonly owner: string;
  readonly code: string;
}

/** The camera: sees the code that another phone on the page shows, or takes a pasted one. */
export const camera = {
  scanCode: wxCall('scanCode', async ({ scanType }: ScanOptions) => {
    if (scanType !== undefined && !scanType.some((type) => type === 'qrCode')) {
      throw new Error('scanType without "qrCode" is not supported by the preview');
    }
    await afterClick();
    const result = await scan();
    return { result, scanType: 'QR_CODE', charSet: 'utf-8', path: '', rawData: btoaText(result) };
  }),
};

function scan(): Promise<string> {
  const { element, box } = openLayer('phone-camera', 'dialog');
  box.setAttribute('aria-label', '相机');
  const list = document.createElement('div');
  list.className = 'phone-camera__seen';
  const input = document.createElement('input');
  input.placeholder = '粘贴码的内容';
  const accept = textElement('button', '识别');
  const cancel = textElement('button', '取消');
  box.append(textElement('h3', '对准二维码'), list, input, accept, cancel);
  return new Promise((resolve, reject) => {
    const close = (): void => {
      clearInterval(looking);
      element.remove();
    };
    const take = (code: string): void => {
      close();
      resolve(code);
    };
    const look = async (): Promise<void> => {
      const seen = await codesAround();
      const known = seen.map(({ owner, code }) => `${owner}\n${code}`).join('\n\n');
      if (list.dataset['seen'] === known) return;
      list.dataset['seen'] = known;
      list.replaceChildren(
        ...seen.map(({ owner, code }) => {
          const button = textElement('button', `扫 ${owner} 的屏幕`);
          button.addEventListener('click', () => take(code));
          return button;
        }),
      );
      if (seen.length === 0) list.append(textElement('p', '旁边没有手机在出示二维码'));
    };
    const looking = setInterval(() => void look(), LOOK_EVERY_MS);
    void look();
    accept.addEventListener('click', () => {
      if (input.value !== '') take(input.value);
    });
    cancel.addEventListener('click', () => {
      close();
      reject(new Error('cancel'));
    });
  });
}

/** What a camera of this phone reads on the phones beside it, from their pixels. */
async function codesAround(): Promise<Seen[]> {
  const seen: Seen[] = [];
  for (let index = 0; index < parent.frames.length; index += 1) {
    const other = parent.frames[index];
    if (other === undefined || other === window) continue;
    // A frame that is still loading has no phone yet.
    const phone = (other as { phone?: Window['phone'] }).phone;
    const code = await phone?.shownCode();
    if (phone && code !== undefined) seen.push({ owner: ownerOf(other, phone), code });
  }
  return seen;
}

/** The page around the phones titles each frame with its owner's name. */
function ownerOf(frame: Window, phone: Window['phone']): string {
  const title = frame.frameElement?.getAttribute('title')?.replace(/的手机$/, '') ?? '';
  return title === '' || title === settings.phone ? phone.settings.phone : title;
}

function btoaText(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
