import { deviceInfo } from './device-info';
import { dialogs } from './dialogs';
import { navigation } from './navigation';
import { storage } from './storage';
import { cloud } from './cloud';

/** The global `wx`. Anything that is not implemented throws, naming itself, when it is touched. */
export function createWx(): object {
  return refuseUnknown('wx', {
    ...navigation,
    ...dialogs,
    ...storage,
    ...deviceInfo,
    cloud: refuseUnknown('wx.cloud', cloud),
  });
}

/** Names that the language or a console looks up on any object. */
const LOOKED_UP = new Set(['then', 'toJSON', 'constructor', 'toString', 'valueOf', 'nodeType']);

function refuseUnknown<T extends object>(path: string, given: T): T {
  return new Proxy(given, {
    get(target, name, receiver) {
      if (typeof name === 'symbol' || name in target || LOOKED_UP.has(name)) {
        return Reflect.get(target, name, receiver) as unknown;
      }
      throw new Error(`${path}.${name} is not supported by the preview`);
    },
  });
}
