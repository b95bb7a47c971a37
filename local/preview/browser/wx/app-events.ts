import { offError, onError } from '../errors';
import { onSettingChange, settings } from '../settings';
import { off, on } from './network';

type Listener = (detail: object) => void;

/** Listeners for what happens to the app as a whole; the app's own life fires them. */
export const appListeners = {
  show: new Set<Listener>(),
  hide: new Set<Listener>(),
  pageNotFound: new Set<Listener>(),
  theme: new Set<Listener>(),
};

onSettingChange('theme', () => {
  for (const listener of [...appListeners.theme]) listener({ theme: settings.theme });
});

type TextListener = (message: string) => void;
type RejectionListener = (detail: { reason: unknown; promise: undefined }) => void;
const errorAdapters = new Map<unknown, Parameters<typeof onError>[1]>();

export const appEvents = {
  onThemeChange: on(appListeners.theme),
  offThemeChange: off(appListeners.theme),
  onAppShow: on(appListeners.show),
  offAppShow: off(appListeners.show),
  onAppHide: on(appListeners.hide),
  offAppHide: off(appListeners.hide),
  onPageNotFound: on(appListeners.pageNotFound),
  offPageNotFound: off(appListeners.pageNotFound),
  onError: (listener: TextListener) => {
    const adapter = ({ message, stack }: { message: string; stack: string }): void => {
      listener(`${message}\n${stack}`);
    };
    errorAdapters.set(listener, adapter);
    onError('error', adapter);
  },
  offError: (listener?: TextListener) => {
    offError('error', errorAdapters.get(listener));
  },
  onUnhandledRejection: (listener: RejectionListener) => {
    const adapter = (_: object, reason: unknown): void => {
      listener({ reason, promise: undefined });
    };
    errorAdapters.set(listener, adapter);
    onError('rejection', adapter);
  },
  offUnhandledRejection: (listener?: RejectionListener) => {
    offError('rejection', errorAdapters.get(listener));
  },
  // These never happen to a phone in the preview, and pages may listen for them.
  onMemoryWarning: () => undefined,
  offMemoryWarning: () => undefined,
  onWindowResize: () => undefined,
  offWindowResize: () => undefined,
  onKeyboardHeightChange: () => undefined,
  offKeyboardHeightChange: () => undefined,
  onUserCaptureScreen: () => undefined,
  offUserCaptureScreen: () => undefined,
  onLazyLoadError: () => undefined,
  offLazyLoadError: () => undefined,
  onMenuButtonBoundingClientRectWeightChange: () => undefined,
  offMenuButtonBoundingClientRectWeightChange: () => undefined,
};
