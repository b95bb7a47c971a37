import { requireTap } from '../tap-state';
import { WxFailure, wxCall } from './call';
import { dialogs, openLayer, textElement } from './dialogs';
import { settings } from '../settings';
import { keepSubscriptions, keptSubscriptions } from './subscribe';

const key = `phone:${settings.phone}::permissions`;

const SCOPES: Readonly<Record<string, string>> = {
  'scope.addPhoneCalendar': '添加到日历',
  'scope.writePhotosAlbum': '保存到相册',
  'scope.camera': '摄像头',
  'scope.record': '麦克风',
};

type Permissions = Record<string, boolean>;

export function permissionsGiven(): Permissions {
  return JSON.parse(localStorage.getItem(key) ?? '{}') as Permissions;
}

function keep(scope: string, allowed: boolean): void {
  localStorage.setItem(key, JSON.stringify({ ...permissionsGiven(), [scope]: allowed }));
}

/** Asks once; a refusal lasts until the person changes it in the settings. */
export async function requirePermission(scope: string): Promise<void> {
  const name = SCOPES[scope];
  if (name === undefined) throw new WxFailure(`${scope} is not supported by the preview`);
  const before = permissionsGiven()[scope];
  if (before === undefined) {
    const { confirm } = (await dialogs.showModal({
      title: name,
      content: `允许使用“${name}”？`,
      confirmText: '允许',
      cancelText: '拒绝',
    })) as { confirm: boolean };
    keep(scope, confirm);
  }
  if (permissionsGiven()[scope] !== true) throw new Error('auth deny');
}

export const permissions = {
  getSetting: wxCall('getSetting', ({ withSubscriptions }: { withSubscriptions?: boolean }) => ({
    authSetting: permissionsGiven(),
    ...(withSubscriptions === true ? { subscriptionsSetting: subscriptionsSetting() } : {}),
  })),
  authorize: wxCall('authorize', ({ scope }: { scope: string }) => requirePermission(scope)),
  openSetting: wxCall('openSetting', ({ withSubscriptions }: { withSubscriptions?: boolean }) => {
    requireTap();
    return openSettings(withSubscriptions === true);
  }),
};

function subscriptionsSetting(): object {
  const { mainSwitch, items } = keptSubscriptions();
  return { mainSwitch, ...(Object.keys(items).length > 0 ? { itemSettings: items } : {}) };
}

/** The page where a person changes what was allowed before. */
export function openSettings(withSubscriptions: boolean): Promise<object> {
  const { element, box } = openLayer('phone-sheet', 'dialog');
  box.append(textElement('h3', '设置'));
  const rows = Object.entries(permissionsGiven()).map(
    ([scope, allowed]) =>
      [SCOPES[scope] ?? scope, allowed, (on: boolean) => keep(scope, on)] as const,
  );
  const kept = keptSubscriptions();
  const messages = [
    '接收订阅消息',
    kept.mainSwitch,
    (on: boolean) => keepSubscriptions({ mainSwitch: on, items: on ? kept.items : {} }),
  ] as const;
  for (const [name, on, change] of [...rows, ...(withSubscriptions ? [messages] : [])]) {
    const label = document.createElement('label');
    const input = document.createElement('input');
    input.type = 'checkbox';
    input.checked = on;
    input.addEventListener('change', () => change(input.checked));
    label.append(input, name);
    box.append(label);
  }
  const close = textElement('button', '返回');
  box.append(close);
  return new Promise((resolve) => {
    close.addEventListener('click', () => {
      element.remove();
      resolve({
        authSetting: permissionsGiven(),
        ...(withSubscriptions ? { subscriptionsSetting: subscriptionsSetting() } : {}),
      });
    });
  });
}
