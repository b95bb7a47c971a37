import { topPage } from '../page-stack';
import { changeTab, changeTabBarStyle, hideTabBar } from '../tab-bar';
import { wxCall } from './call';

interface IndexOptions {
  index: number;
}

/** The native bars: navigation bar of the visible page and tab bar. */
export const bars = {
  setNavigationBarTitle: wxCall('setNavigationBarTitle', ({ title }: { title: string }) => {
    topPage()?.nav?.setTitle(title);
  }),
  setNavigationBarColor: wxCall(
    'setNavigationBarColor',
    ({ frontColor, backgroundColor }: { frontColor: string; backgroundColor: string }) => {
      if (frontColor !== '#ffffff' && frontColor !== '#000000') {
        throw new Error('invalid frontColor, should be "#ffffff" or "#000000"');
      }
      topPage()?.nav?.setColors(frontColor, backgroundColor);
    },
  ),
  showNavigationBarLoading: wxCall('showNavigationBarLoading', () => {
    topPage()?.nav?.setLoading(true);
  }),
  hideNavigationBarLoading: wxCall('hideNavigationBarLoading', () => {
    topPage()?.nav?.setLoading(false);
  }),
  hideHomeButton: wxCall('hideHomeButton', () => {
    topPage()?.nav?.hideHome();
  }),
  setTabBarBadge: wxCall('setTabBarBadge', ({ index, text }: IndexOptions & { text: string }) => {
    changeTab(index, { badge: text, hasRedDot: false });
  }),
  removeTabBarBadge: wxCall('removeTabBarBadge', ({ index }: IndexOptions) => {
    changeTab(index, { badge: undefined });
  }),
  showTabBarRedDot: wxCall('showTabBarRedDot', ({ index }: IndexOptions) => {
    changeTab(index, { hasRedDot: true, badge: undefined });
  }),
  hideTabBarRedDot: wxCall('hideTabBarRedDot', ({ index }: IndexOptions) => {
    changeTab(index, { hasRedDot: false });
  }),
  setTabBarItem: wxCall(
    'setTabBarItem',
    ({
      index,
      ...change
    }: IndexOptions & { text?: string; iconPath?: string; selectedIconPath?: string }) => {
      const { text, iconPath, selectedIconPath } = change;
      changeTab(index, {
        ...(text === undefined ? {} : { text }),
        ...(iconPath === undefined ? {} : { iconPath }),
        ...(selectedIconPath === undefined ? {} : { selectedIconPath }),
      });
    },
  ),
  setTabBarStyle: wxCall('setTabBarStyle', (style: Record<string, string>) => {
    changeTabBarStyle(style);
  }),
  showTabBar: wxCall('showTabBar', () => {
    hideTabBar(false);
  }),
  hideTabBar: wxCall('hideTabBar', () => {
    hideTabBar(true);
  }),
};
