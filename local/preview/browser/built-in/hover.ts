import { isOn, numberOf, textOf } from '../attribute-values';
import { type BuiltIn } from './define';

export const HOVER_ATTRIBUTES = {
  hoverClass: 'none',
  hoverStopPropagation: false,
  hoverStartTime: 50,
  hoverStayTime: 400,
} as const;

/** Shows `hover-class` while a finger rests on the element. */
export function followFinger({ node, host, attributes }: BuiltIn): void {
  let timer = 0;
  const switchClass = (on: boolean): void => {
    for (const name of textOf(attributes['hoverClass']).split(/\s+/)) {
      if (name !== '' && name !== 'none') node.classList?.toggle(name, on);
    }
  };
  const after = (delay: unknown, on: boolean): void => {
    clearTimeout(timer);
    timer = window.setTimeout(() => switchClass(on), numberOf(delay, 0));
  };
  const isActive = (): boolean =>
    textOf(attributes['hoverClass']) !== 'none' && !isOn(attributes['disabled']);
  host.addEventListener('touchstart', (event) => {
    if (!isActive()) return;
    if (isOn(attributes['hoverStopPropagation'])) event.stopPropagation();
    after(attributes['hoverStartTime'], true);
  });
  for (const type of ['touchend', 'touchcancel'] as const) {
    host.addEventListener(type, () => {
      if (isActive()) after(attributes['hoverStayTime'], false);
    });
  }
}
