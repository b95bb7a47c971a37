import { settings } from '../settings';
import { WxFailure, wxCall } from './call';
import { openLayer, textElement } from './dialogs';

type Answer = { event: 'exposureAuthorization' | 'agree' | 'disagree'; buttonId?: string };
type NeedListener = (resolve: (answer: Answer) => void, info: { referrer: string }) => void;

const CONTRACT = '《用户隐私保护指引》';
const key = `phone:${settings.phone}::privacy`;
const needListeners = new Set<NeedListener>();
/** As on a phone: a refusal is remembered for a while and asks nobody again. */
const REFUSAL_LASTS_MS = 10_000;
let refusedAt: number | undefined;

function isAgreed(): boolean {
  return localStorage.getItem(key) === 'agreed';
}

/** The person agreed, by the app's own popup or by the platform's. */
export function agreeToPrivacy(): void {
  localStorage.setItem(key, 'agreed');
}

/**
 * Before a call that touches personal data: asks the app's handler, or the person directly when it
 * has none. @throws as the real client when it was refused
 */
export async function requirePrivacy(referrer: string): Promise<void> {
  if (isAgreed()) return;
  if (refusedAt !== undefined && performance.now() - refusedAt < REFUSAL_LASTS_MS) throw refused();
  const [listener] = needListeners;
  const agreed =
    listener === undefined ? await askDirectly() : await askThrough(listener, referrer);
  if (!agreed) {
    refusedAt = performance.now();
    throw refused();
  }
  agreeToPrivacy();
}

function refused(): WxFailure {
  return new WxFailure('privacy permission is not authorized', { errno: 104 });
}

function askThrough(listener: NeedListener, referrer: string): Promise<boolean> {
  return new Promise((resolve) => {
    listener(
      ({ event }) => {
        if (event !== 'exposureAuthorization') resolve(event === 'agree');
      },
      { referrer },
    );
  });
}

/** The platform's own dialog, for apps that handle nothing themselves. */
function askDirectly(): Promise<boolean> {
  return new Promise((resolve) => {
    const { element, box } = openLayer('phone-modal', 'dialog');
    box.append(
      textElement('h3', '用户隐私保护提示'),
      textElement('p', `使用前请阅读并同意${CONTRACT}`),
    );
    const buttons = document.createElement('footer');
    for (const [text, agreed] of [
      ['拒绝', false],
      ['同意', true],
    ] as const) {
      const button = textElement('button', text);
      button.addEventListener('click', () => {
        element.remove();
        resolve(agreed);
      });
      buttons.append(button);
    }
    box.append(buttons);
  });
}

export const privacy = {
  getPrivacySetting: wxCall('getPrivacySetting', () => ({
    needAuthorization: !isAgreed(),
    privacyContractName: CONTRACT,
  })),
  requirePrivacyAuthorize: wxCall('requirePrivacyAuthorize', () =>
    requirePrivacy('requirePrivacyAuthorize'),
  ),
  openPrivacyContract: wxCall('openPrivacyContract', () => {
    const { element, box } = openLayer('phone-modal', 'dialog');
    box.append(
      textElement('h3', CONTRACT),
      textElement('p', '正式版里，这里打开微信后台填写的指引。'),
    );
    const close = textElement('button', '知道了');
    close.addEventListener('click', () => element.remove());
    const buttons = document.createElement('footer');
    buttons.append(close);
    box.append(buttons);
  }),
  onNeedPrivacyAuthorization: (listener: NeedListener) => {
    needListeners.clear();
    needListeners.add(listener);
  },
};
