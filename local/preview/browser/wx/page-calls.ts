import { viewport } from '../component-methods';
import { topPage } from '../page-stack';
import { SelectorQuery } from '../selector-query';
import { wxCall } from './call';

type Observed = Record<string, (options?: object) => unknown>;

/** Calls that act on the visible page. */
export const pageCalls = {
  pageScrollTo: wxCall(
    'pageScrollTo',
    ({ scrollTop, selector, offsetTop = 0, duration }: ScrollOptions) => {
      const scroller = topPage()?.scroller;
      const behavior = duration === 0 ? 'instant' : 'smooth';
      const target =
        selector === undefined
          ? undefined
          : topPage()?.page._$.getShadowRoot?.()?.querySelector(selector)?.$$;
      if (target instanceof HTMLElement && scroller) {
        const from = target.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
        scroller.scrollTo({ top: scroller.scrollTop + from + offsetTop, behavior });
      } else if (scrollTop !== undefined) {
        scroller?.scrollTo({ top: scrollTop, behavior });
      }
    },
  ),
  startPullDownRefresh: wxCall('startPullDownRefresh', () => {
    const pullDown = topPage()?.pullDown;
    if (pullDown === undefined) throw new Error('enablePullDownRefresh is not set for this page');
    pullDown.start();
  }),
  stopPullDownRefresh: wxCall('stopPullDownRefresh', () => topPage()?.pullDown?.stop()),
  createSelectorQuery: () => new SelectorQuery(undefined, viewport),
  createIntersectionObserver: (owner?: Observed, options?: object) =>
    (owner ?? (topPage()?.page as Observed | undefined))?.['createIntersectionObserver']?.(options),
  createMediaQueryObserver: (owner?: Observed) =>
    (owner ?? (topPage()?.page as Observed | undefined))?.['createMediaQueryObserver']?.(),
  nextTick: (callback: () => void) => {
    queueMicrotask(callback);
  },
  hideKeyboard: wxCall('hideKeyboard', () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }),
  setBackgroundColor: wxCall(
    'setBackgroundColor',
    ({ backgroundColor }: { backgroundColor?: string }) => {
      const element = topPage()?.scroller.parentElement;
      if (element && backgroundColor !== undefined) element.style.backgroundColor = backgroundColor;
    },
  ),
  setBackgroundTextStyle: wxCall('setBackgroundTextStyle', () => undefined),
  setPageStyle: wxCall('setPageStyle', ({ style }: { style: { overflow?: string } }) => {
    const scroller = topPage()?.scroller;
    if (scroller) scroller.style.overflowY = style.overflow ?? '';
  }),
};

interface ScrollOptions {
  scrollTop?: number;
  selector?: string;
  offsetTop?: number;
  duration?: number;
}
