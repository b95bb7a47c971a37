import { launchOptions } from '../app-lifecycle';
import { bundled } from '../bundled-app';
import { NAV_BAR_PX, STATUS_BAR_PX } from '../nav-bar';
import { HOME_INDICATOR_PX, TAB_BAR_PX } from '../page-frame';
import { topPage } from '../page-stack';
import { isTabPage } from '../page-url';
import { settings } from '../settings';
import { fontSizePx } from '../theme';

/** Not a real base library: high enough for everything that this preview implements. */
const SDK_VERSION = '3.17.0';
const CAPSULE = { width: 87, height: 32, rightGap: 7, topGap: 6 };

export const deviceInfo = {
  getWindowInfo: windowInfo,
  getAppBaseInfo: appBaseInfo,
  getDeviceInfo: device,
  getSystemSetting: () => ({
    bluetoothEnabled: false,
    locationEnabled: false,
    wifiEnabled: settings.network !== 'offline',
    deviceOrientation: 'portrait',
  }),
  getAppAuthorizeSetting: () => ({
    albumAuthorized: 'authorized',
    cameraAuthorized: 'authorized',
    notificationAuthorized: 'authorized',
    phoneCalendarAuthorized: 'authorized',
    locationAuthorized: 'not determined',
  }),
  getSystemInfoSync: () => ({ ...windowInfo(), ...appBaseInfo(), ...device() }),
  getAccountInfoSync: () => ({
    miniProgram: { appId: 'wx-preview', envVersion: 'develop', version: '' },
  }),
  getLaunchOptionsSync: launchOptions,
  getEnterOptionsSync: launchOptions,
  getMenuButtonBoundingClientRect: () => {
    const right = innerWidth - CAPSULE.rightGap;
    const top = STATUS_BAR_PX + CAPSULE.topGap;
    const { width, height } = CAPSULE;
    return { left: right - width, right, top, bottom: top + height, width, height };
  },
};

function windowInfo() {
  const top = topPage();
  const path = top?.path ?? bundled.pages[0] ?? '';
  const isTab = isTabPage(path);
  const indicator = settings.hasHomeIndicator ? HOME_INDICATOR_PX : 0;
  const barsPx = (top?.nav ? STATUS_BAR_PX + NAV_BAR_PX : 0) + (isTab ? TAB_BAR_PX + indicator : 0);
  const bottom = innerHeight - indicator;
  return {
    pixelRatio: devicePixelRatio,
    screenWidth: innerWidth,
    screenHeight: innerHeight,
    windowWidth: innerWidth,
    windowHeight: innerHeight - barsPx,
    statusBarHeight: STATUS_BAR_PX,
    screenTop: top?.nav ? STATUS_BAR_PX + NAV_BAR_PX : 0,
    safeArea: {
      left: 0,
      right: innerWidth,
      top: STATUS_BAR_PX,
      bottom,
      width: innerWidth,
      height: bottom - STATUS_BAR_PX,
    },
  };
}

function appBaseInfo() {
  return {
    SDKVersion: SDK_VERSION,
    version: '8.0.62',
    language: 'zh_CN',
    enableDebug: false,
    host: { appId: '', env: 'WeChat' },
    theme: settings.theme,
    fontSizeSetting: fontSizePx(),
    fontSizeScaleFactor: settings.fontScale,
  };
}

function device() {
  return {
    abi: '',
    benchmarkLevel: 40,
    brand: 'preview',
    model: 'preview',
    platform: 'ios',
    system: 'iOS 18.0',
    cpuType: '',
    memorySize: '6144',
  };
}
