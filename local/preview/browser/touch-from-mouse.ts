/**
 * On a desktop without touch, the left mouse button acts as a finger, so that pickers, sliders and
 * swipes work. Where real touch exists nothing is done: the framework ignores the mouse there.
 */
export function makeTouchesFromMouse(): void {
  if ('ontouchstart' in window) return;
  let held: EventTarget | undefined;

  const send = (type: 'touchstart' | 'touchmove' | 'touchend', event: MouseEvent): void => {
    // Pickers listen to both and would move twice.
    event.stopPropagation();
    if (held === undefined) return;
    const { clientX, clientY, pageX, pageY } = event;
    const touch = new Touch({ identifier: 1, target: held, clientX, clientY, pageX, pageY });
    const touches = type === 'touchend' ? [] : [touch];
    const init = { bubbles: true, cancelable: true, composed: true, changedTouches: [touch] };
    held.dispatchEvent(new TouchEvent(type, { ...init, touches, targetTouches: touches }));
  };
  const listen = (type: 'mousedown' | 'mousemove' | 'mouseup', on: (e: MouseEvent) => void) =>
    addEventListener(type, on, { capture: true });

  listen('mousedown', (event) => {
    if (event.button !== 0) return;
    held = event.target ?? undefined;
    send('touchstart', event);
  });
  listen('mousemove', (event) => send('touchmove', event));
  listen('mouseup', (event) => {
    send('touchend', event);
    held = undefined;
  });
}
