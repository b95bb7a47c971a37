import { EventChannel } from '../event-channel';
import {
  MAX_PAGES,
  navigateBack,
  navigateTo,
  pageCount,
  redirectTo,
  reLaunch,
  switchTab,
  topPage,
} from '../page-stack';
import { isTabPage, type PageUrl, parsePageUrl } from '../page-url';
import { wxCall } from './call';

interface UrlOptions {
  url: string;
  events?: Record<string, (...args: unknown[]) => void>;
}

export const navigation = {
  navigateTo: wxCall('navigateTo', ({ url, events }: UrlOptions) => {
    const target = parse(url);
    if (isTabPage(target.path)) throw new Error('can not navigateTo a tabbar page');
    if (pageCount() >= MAX_PAGES) throw new Error('webview count limit exceed');
    const channel = new EventChannel();
    for (const [name, listener] of Object.entries(events ?? {})) channel.on(name, listener);
    navigateTo(target, channel);
    return { eventChannel: channel };
  }),
  redirectTo: wxCall('redirectTo', ({ url }: UrlOptions) => {
    const target = parse(url);
    if (isTabPage(target.path)) throw new Error('can not redirectTo a tabbar page');
    redirectTo(target);
  }),
  switchTab: wxCall('switchTab', ({ url }: UrlOptions) => {
    const target = parse(url);
    if (!isTabPage(target.path)) throw new Error('can not switch to no-tabBar page');
    switchTab(target.path);
  }),
  reLaunch: wxCall('reLaunch', ({ url }: UrlOptions) => reLaunch(parse(url))),
  navigateBack: wxCall('navigateBack', ({ delta = 1 }: { delta?: number }) => {
    if (pageCount() <= 1) throw new Error('cannot navigate back at first page.');
    navigateBack(delta);
  }),
};

function parse(url: string): PageUrl {
  return parsePageUrl(url, topPage()?.path);
}
