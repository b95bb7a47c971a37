import { isOn, numberOf, textOf } from '../attribute-values';
import { type BuiltIn, type BuiltInPart, defineBuiltIn } from './define';

export function defineScrollView(): void {
  defineBuiltIn('scroll-view', {
    attributes: {
      scrollX: false,
      scrollY: false,
      scrollTop: undefined,
      scrollLeft: undefined,
      scrollIntoView: '',
      scrollIntoViewOffset: 0,
      scrollWithAnimation: false,
      upperThreshold: 50,
      lowerThreshold: 50,
      enableBackToTop: false,
      enableFlex: false,
      enablePassive: false,
      scrollAnchoring: false,
      refresherEnabled: false,
      refresherThreshold: 45,
      refresherDefaultStyle: 'black',
      refresherBackground: '',
      refresherTriggered: false,
      enhanced: false,
      bounces: true,
      showScrollbar: true,
      pagingEnabled: false,
      fastDeceleration: false,
      binding: false,
      type: 'list',
      reverse: false,
      clip: true,
      cacheExtent: 0,
      minDragDistance: 18,
      padding: null,
      usingSticky: false,
    },
    create,
  });
}

function create({ host, attributes, fire }: BuiltIn): BuiltInPart {
  const last = { left: 0, top: 0 };
  let asked: { top?: unknown; left?: unknown; into?: unknown } = {};

  host.addEventListener(
    'scroll',
    (event) => {
      event.stopImmediatePropagation();
      const { scrollLeft, scrollTop, scrollHeight, scrollWidth, clientHeight, clientWidth } = host;
      const deltaX = last.left - scrollLeft;
      const deltaY = last.top - scrollTop;
      last.left = scrollLeft;
      last.top = scrollTop;
      const seen = { scrollLeft, scrollTop, scrollHeight, scrollWidth, deltaX, deltaY };
      fire('scroll', seen);
      const upper = numberOf(attributes['upperThreshold'], 50);
      const lower = numberOf(attributes['lowerThreshold'], 50);
      if (deltaY > 0 && scrollTop <= upper) fire('scrolltoupper', { direction: 'top' });
      if (deltaX > 0 && scrollLeft <= upper) fire('scrolltoupper', { direction: 'left' });
      const below = scrollHeight - clientHeight - scrollTop;
      const right = scrollWidth - clientWidth - scrollLeft;
      if (deltaY < 0 && below <= lower) fire('scrolltolower', { direction: 'bottom' });
      if (deltaX < 0 && right <= lower) fire('scrolltolower', { direction: 'right' });
    },
    { passive: true },
  );
  followRefresher(host, attributes, fire);

  return {
    update: () => {
      host.toggleAttribute('scroll-x', isOn(attributes['scrollX']));
      host.toggleAttribute('scroll-y', isOn(attributes['scrollY']));
      host.toggleAttribute('enable-flex', isOn(attributes['enableFlex']));
      const behavior = isOn(attributes['scrollWithAnimation']) ? 'smooth' : 'auto';
      const { scrollTop: top, scrollLeft: left, scrollIntoView: into } = attributes;
      const before = asked;
      asked = { top, left, into };
      requestAnimationFrame(() => {
        if (isAsked(top) && top !== before.top) host.scrollTo({ top: pixels(top), behavior });
        if (isAsked(left) && left !== before.left) host.scrollTo({ left: pixels(left), behavior });
        if (textOf(into) !== '' && into !== before.into) {
          host.querySelector(`#${CSS.escape(textOf(into))}`)?.scrollIntoView({ behavior });
        }
      });
    },
  };
}

function isAsked(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

/** Numbers are px, strings may be rpx. */
function pixels(value: unknown): number {
  const size = numberOf(value, 0);
  return textOf(value).endsWith('rpx') ? (size * innerWidth) / 750 : size;
}

function followRefresher(
  host: HTMLElement,
  attributes: Record<string, unknown>,
  fire: BuiltIn['fire'],
): void {
  let startY: number | undefined;
  host.addEventListener('touchstart', (event) => {
    const canPull = isOn(attributes['refresherEnabled']) && host.scrollTop <= 0;
    startY = canPull ? event.touches[0]?.clientY : undefined;
  });
  host.addEventListener('touchend', (event) => {
    const y = event.changedTouches[0]?.clientY;
    if (startY === undefined || y === undefined) return;
    const pulled = y - startY;
    startY = undefined;
    if (pulled >= numberOf(attributes['refresherThreshold'], 45)) fire('refresherrefresh', {});
  });
}
