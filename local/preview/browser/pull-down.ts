export interface PullDown {
  start(): void;
  stop(): void;
}

const TRIGGER_PX = 60;

/** Pull-down refresh of a page: three dots above the content, by finger or by `start`. */
export function enablePullDown(
  viewport: HTMLElement,
  scroller: HTMLElement,
  onRefresh: () => void,
): PullDown {
  const dots = document.createElement('div');
  dots.className = 'phone-pull-down';
  dots.innerHTML = '<i></i><i></i><i></i>';
  viewport.prepend(dots);
  let startY: number | undefined;
  let isRefreshing = false;

  const draw = (px: number): void => {
    scroller.style.transform = px === 0 ? '' : `translateY(${px}px)`;
    dots.style.opacity = px === 0 ? '0' : '1';
  };
  const start = (): void => {
    if (isRefreshing) return;
    isRefreshing = true;
    draw(TRIGGER_PX);
    onRefresh();
  };
  scroller.addEventListener('touchstart', (event) => {
    startY = scroller.scrollTop <= 0 ? event.touches[0]?.clientY : undefined;
  });
  scroller.addEventListener('touchmove', (event) => {
    const y = event.touches[0]?.clientY;
    if (startY === undefined || y === undefined || isRefreshing) return;
    if (y > startY && scroller.scrollTop <= 0) draw(Math.min((y - startY) / 2, TRIGGER_PX * 1.5));
  });
  scroller.addEventListener('touchend', (event) => {
    const y = event.changedTouches[0]?.clientY;
    if (startY === undefined || y === undefined || isRefreshing) return;
    const pulled = (y - startY) / 2;
    startY = undefined;
    if (pulled >= TRIGGER_PX && scroller.scrollTop <= 0) start();
    else draw(0);
  });
  return {
    start,
    stop: () => {
      isRefreshing = false;
      draw(0);
    },
  };
}
