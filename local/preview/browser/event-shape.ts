import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { pageOriginTop } from './page-origin';

interface TouchPoint {
  identifier: number;
  pageX: number;
  pageY: number;
  clientX: number;
  clientY: number;
  x: number;
  y: number;
}

/** The framework's events lack `touches` and `changedTouches`, which pages read in page coordinates. */
export function addTouchesToEvents(): void {
  for (const list of ['touches', 'changedTouches'] as const) {
    Object.defineProperty(glassEasel.Event.prototype, list, {
      configurable: true,
      get(this: { getOriginalEvent(): unknown }): TouchPoint[] {
        const original = this.getOriginalEvent();
        if (original instanceof TouchEvent) return [...original[list]].map(pointOf);
        return original instanceof MouseEvent ? [pointOf(original)] : [];
      },
    });
  }
}

function pointOf(touch: Touch | MouseEvent): TouchPoint {
  const { pageX, clientX } = touch;
  const pageY = touch.pageY - pageOriginTop();
  const clientY = touch.clientY - pageOriginTop();
  const identifier = 'identifier' in touch ? touch.identifier : 0;
  return { identifier, pageX, pageY, clientX, clientY, x: clientX, y: clientY };
}
