import { onSettingChange, settings } from '../settings';
import { wxCall } from './call';

type Listener<T> = (status: T) => void;

const networkType = (): string =>
  ({ online: 'wifi', weak: '3g', offline: 'none' })[settings.network];

const statusListeners = new Set<Listener<{ isConnected: boolean; networkType: string }>>();
const weakListeners = new Set<Listener<{ weakNet: boolean; networkType: string }>>();

let before = settings.network;
onSettingChange('network', () => {
  const type = networkType();
  const isConnected = settings.network !== 'offline';
  const weakNet = settings.network === 'weak';
  for (const listener of [...statusListeners]) listener({ isConnected, networkType: type });
  if (weakNet !== (before === 'weak')) {
    for (const listener of [...weakListeners]) listener({ weakNet, networkType: type });
  }
  before = settings.network;
});

export const network = {
  getNetworkType: wxCall('getNetworkType', () => ({
    networkType: networkType(),
    signalStrength: settings.network === 'weak' ? -95 : -50,
    hasSystemProxy: false,
    weakNet: settings.network === 'weak',
  })),
  onNetworkStatusChange: on(statusListeners),
  offNetworkStatusChange: off(statusListeners),
  onNetworkWeakChange: on(weakListeners),
  offNetworkWeakChange: off(weakListeners),
};

/** `wx.onX` of a set of listeners. */
export function on<T>(listeners: Set<T>): (listener: T) => void {
  return (listener) => {
    listeners.add(listener);
  };
}

/** `wx.offX`: one listener, or all of them. */
export function off<T>(listeners: Set<T>): (listener?: T) => void {
  return (listener) => {
    if (listener === undefined) listeners.clear();
    else listeners.delete(listener);
  };
}
