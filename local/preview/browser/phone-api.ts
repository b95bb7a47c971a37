import { hideApp, openFromOutside, showApp } from './app-lifecycle';
import { readShownCode } from './shown-code';
import { topPage } from './page-stack';
import { changeSetting, settings } from './settings';

/** Puts `phone` on the window; see phone-window.ts. */
export function offerPhoneApi(): void {
  window.phone = {
    settings,
    setTheme: (theme) => changeSetting('theme', theme),
    setFontScale: (scale) => changeSetting('fontScale', scale),
    setNetwork: (network) => changeSetting('network', network),
    setClockSkew: (skewMs) => changeSetting('clockSkewMs', skewMs),
    openPage: openFromOutside,
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
