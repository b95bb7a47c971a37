import type { PhoneSettings } from '../phone-window';

export const settings: PhoneSettings = readSettings(new URL(location.href).searchParams);

function readSettings(query: URLSearchParams): PhoneSettings {
  const network = query.get('network');
  return {
    phone: query.get('phone') ?? 'guest',
    path: query.get('path')?.replace(/^\//, '') ?? undefined,
    hasHomeIndicator: query.get('frame') !== '0',
    theme: query.get('dark') === '1' ? 'dark' : 'light',
    fontScale: Number(query.get('scale') ?? '1'),
    network: network === 'weak' || network === 'offline' ? network : 'online',
    clockSkewMs: Number(query.get('skewMinutes') ?? '0') * 60_000,
  };
}

type Changeable = 'theme' | 'fontScale' | 'network' | 'clockSkewMs';
type Listener = () => void;
const listeners = new Map<Changeable, Set<Listener>>();

export function changeSetting<K extends Changeable>(name: K, value: PhoneSettings[K]): void {
  if (settings[name] === value) return;
  settings[name] = value;
  for (const listener of listeners.get(name) ?? []) listener();
}

export function onSettingChange(name: Changeable, listener: Listener): void {
  const known = listeners.get(name) ?? new Set();
  listeners.set(name, known.add(listener));
}
