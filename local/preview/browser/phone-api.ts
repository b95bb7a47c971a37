import { hideApp, showApp } from './app-lifecycle';
import { readShownCode } from './shown-code';
import { parsePageUrl } from './page-url';
import { reLaunch, topPage } from './page-stack';
import { changeSetting, settings } from './settings';

/** Puts `phone` on the window; see phone-window.ts. */
export function offerPhoneApi(): void {
  window.phone = {
    settings,
    setTheme: (theme) => changeSetting('theme', theme),
    setFontScale: (scale) => changeSetting('fontScale', scale),
    setNetwork: (network) => changeSetting('network', network),
    setClockSkew: (skewMs) => changeSetting('clockSkewMs', skewMs),
    openPage: (address) => reLaunch(parsePageUrl(`/${address.replace(/^\//, '')}`)),
    currentPage: () => {
      const top = topPage();
      return top && { path: top.path, query: top.query };
    },
    shownCode: readShownCode,
    leave: () => {
      topPage()?.leave();
      hideApp();
    },
    comeBack: () => {
      showApp();
      topPage()?.comeBack();
    },
  };
}
