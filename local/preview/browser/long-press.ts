import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { pageOriginTop } from './page-origin';

/** How long a finger must rest, and how far it may stray meanwhile. */
const PRESS_MS = 350;
const STRAY_PX = 10;

/** `longpress` and `longtap`, which the framework does not make. */
export function makeLongPresses(): void {
  let timer = 0;
  let from: Touch | undefined;
  const stop = (): void => clearTimeout(timer);

  addEventListener(
    'touchstart',
    (event) => {
      stop();
      const [finger, second] = event.touches;
      if (finger === undefined || second !== undefined) return;
      from = finger;
      timer = window.setTimeout(() => fire(event, finger), PRESS_MS);
    },
    { capture: true },
  );
  addEventListener(
    'touchmove',
    (event) => {
      const [finger] = event.touches;
      if (finger === undefined || from === undefined) return;
      const strayed = Math.hypot(finger.clientX - from.clientX, finger.clientY - from.clientY);
      if (strayed > STRAY_PX) stop();
    },
    { capture: true },
  );
  addEventListener('touchend', stop, { capture: true });
  addEventListener('touchcancel', stop, { capture: true });
}

function fire(original: TouchEvent, { clientX, clientY }: Touch): void {
  let node = original.target as (Node & { __wxElement?: unknown }) | null;
  while (node !== null && node.__wxElement === undefined) node = node.parentNode;
  if (node === null) return;
  const detail = { x: clientX, y: clientY - pageOriginTop() };
  for (const type of ['longpress', 'longtap']) {
    const options = { originalEvent: original, bubbles: true, composed: true, capturePhase: true };
    const event = new glassEasel.Event(type, detail, options);
    glassEasel.Event.dispatchEvent(node.__wxElement as never, event);
  }
}
