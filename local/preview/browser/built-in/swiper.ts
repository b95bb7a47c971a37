import { isOn, numberOf, textOf } from '../attribute-values';
import { type BuiltIn, type BuiltInPart, defineBuiltIn, innerElement } from './define';

export function defineSwiper(): void {
  defineBuiltIn('swiper', {
    attributes: {
      indicatorDots: false,
      indicatorColor: 'rgba(0, 0, 0, .3)',
      indicatorActiveColor: '#000000',
      autoplay: false,
      current: 0,
      interval: 5000,
      duration: 500,
      circular: false,
      vertical: false,
      displayMultipleItems: 1,
      previousMargin: '0px',
      nextMargin: '0px',
      snapToEdge: false,
      easingFunction: 'default',
      currentItemId: '',
    },
    create,
  });
  defineBuiltIn('swiper-item', { attributes: { itemId: '', skipHiddenItemLayout: false } });
}

/** Scroll snapping does the moving; the event follows when the scrolling has come to rest. */
function create({ host, attributes, set, fire }: BuiltIn): BuiltInPart {
  const dots = innerElement(host, 'div');
  dots.className = 'wx-swiper-dots';
  let current = 0;
  let isByHand = false;
  let autoplay = 0;

  const isVertical = (): boolean => isOn(attributes['vertical']);
  const items = (): HTMLElement[] => [...host.querySelectorAll<HTMLElement>('wx-swiper-item')];
  const scrollTo = (index: number, behavior: ScrollBehavior): void => {
    const item = items()[index];
    if (item === undefined) return;
    host.scrollTo({ left: item.offsetLeft, top: item.offsetTop, behavior });
  };
  const settle = (): void => {
    const size = isVertical() ? host.clientHeight : host.clientWidth;
    if (size === 0) return;
    const index = Math.round((isVertical() ? host.scrollTop : host.scrollLeft) / size);
    if (index === current) return;
    current = index;
    const source = isByHand ? 'touch' : isOn(attributes['autoplay']) ? 'autoplay' : '';
    const currentItemId = '';
    set({ current: index });
    fire('change', { current: index, source, currentItemId });
    fire('animationfinish', { current: index, source, currentItemId });
    drawDots();
  };
  const drawDots = (): void => {
    dots.hidden = !isOn(attributes['indicatorDots']);
    dots.replaceChildren(
      ...items().map((_, index) => {
        const dot = document.createElement('i');
        const color = index === current ? 'indicatorActiveColor' : 'indicatorColor';
        dot.style.background = textOf(attributes[color]);
        return dot;
      }),
    );
  };
  host.addEventListener('touchstart', () => {
    isByHand = true;
  });
  host.addEventListener('scroll', (event) => event.stopImmediatePropagation());
  host.addEventListener('scrollend', () => {
    settle();
    isByHand = false;
  });
  return {
    attached: () => {
      requestAnimationFrame(() => {
        current = numberOf(attributes['current'], 0);
        scrollTo(current, 'instant');
        drawDots();
      });
    },
    detached: () => clearInterval(autoplay),
    update: () => {
      host.toggleAttribute('vertical', isVertical());
      const wanted = numberOf(attributes['current'], 0);
      if (wanted !== current) requestAnimationFrame(() => scrollTo(wanted, 'smooth'));
      clearInterval(autoplay);
      if (!isOn(attributes['autoplay'])) return;
      autoplay = window.setInterval(
        () => scrollTo((current + 1) % Math.max(1, items().length), 'smooth'),
        numberOf(attributes['interval'], 5000),
      );
    },
  };
}
