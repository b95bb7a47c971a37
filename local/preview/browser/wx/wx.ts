import { createAnimation } from './animation';
import { appEvents } from './app-events';
import { bars } from './bars';
import { calendar } from './calendar';
import { camera } from './camera';
import { canvasCalls } from './canvas-calls';
import { cloud, download } from './cloud';
import { device } from './device';
import { deviceInfo } from './device-info';
import { dialogs } from './dialogs';
import { fileSystem } from './file-system';
import { links } from './links';
import { media } from './media';
import { navigation } from './navigation';
import { network } from './network';
import { pageCalls } from './page-calls';
import { permissions } from './permissions';
import { privacy } from './privacy';
import { reporting } from './reporting';
import { storage } from './storage';
import { subscriptions } from './subscribe';

/** The global `wx`. Anything that is not implemented throws, naming itself, when it is touched. */
export function createWx(): object {
  const calls: Record<string, unknown> = {
    ...navigation,
    ...bars,
    ...pageCalls,
    ...dialogs,
    ...storage,
    ...fileSystem,
    ...media,
    ...canvasCalls,
    ...download,
    ...device,
    ...deviceInfo,
    ...network,
    ...camera,
    ...calendar,
    ...subscriptions,
    ...permissions,
    ...privacy,
    ...links,
    ...appEvents,
    ...reporting,
    createAnimation,
    cloud: refuseUnknown('wx.cloud', cloud),
  };
  // Only names of calls are known here; parameters and components count as present.
  calls['canIUse'] = (schema: string): boolean => {
    const [name = ''] = schema.split('.');
    return name in calls || !/^[a-z]+[A-Z]/.test(name);
  };
  return refuseUnknown('wx', calls);
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
