import { isOn, numberOf, textOf } from '../attribute-values';
import { type BuiltIn, type BuiltInPart, defineBuiltIn } from './define';

export function defineMovable(): void {
  defineBuiltIn('movable-area', { attributes: { scaleArea: false } });
  defineBuiltIn('movable-view', {
    attributes: {
      direction: 'none',
      inertia: false,
      outOfBounds: false,
      x: 0,
      y: 0,
      damping: 20,
      friction: 2,
      disabled: false,
      scale: false,
      scaleMin: 0.1,
      scaleMax: 10,
      scaleValue: 1,
      animation: true,
    },
    create,
  });
}

/** Follows one finger inside its area; scaling by two fingers is not shown. */
function create({ host, attributes, fire }: BuiltIn): BuiltInPart {
  const at = { x: 0, y: 0 };
  let from: { x: number; y: number; fingerX: number; fingerY: number } | undefined;

  const moveTo = (x: number, y: number, source: string): void => {
    const area = host.closest<HTMLElement>('wx-movable-area');
    const width = (area?.clientWidth ?? 0) - host.offsetWidth;
    const height = (area?.clientHeight ?? 0) - host.offsetHeight;
    const nextX = Math.min(Math.max(x, Math.min(0, width)), Math.max(0, width));
    const nextY = Math.min(Math.max(y, Math.min(0, height)), Math.max(0, height));
    if (nextX === at.x && nextY === at.y) return;
    at.x = nextX;
    at.y = nextY;
    host.style.transform = `translate(${nextX}px, ${nextY}px)`;
    fire('change', { x: nextX, y: nextY, source });
  };
  host.addEventListener('touchstart', (event) => {
    const finger = event.touches[0];
    if (finger === undefined || isOn(attributes['disabled'])) return;
    from = { ...at, fingerX: finger.clientX, fingerY: finger.clientY };
  });
  host.addEventListener('touchmove', (event) => {
    const finger = event.touches[0];
    if (finger === undefined || from === undefined) return;
    const direction = textOf(attributes['direction']);
    const canX = direction === 'all' || direction === 'horizontal';
    const canY = direction === 'all' || direction === 'vertical';
    if (!canX && !canY) return;
    event.preventDefault();
    moveTo(
      canX ? from.x + finger.clientX - from.fingerX : from.x,
      canY ? from.y + finger.clientY - from.fingerY : from.y,
      'touch',
    );
  });
  host.addEventListener('touchend', () => {
    from = undefined;
  });
  return {
    update: () => {
      requestAnimationFrame(() =>
        moveTo(numberOf(attributes['x'], 0), numberOf(attributes['y'], 0), ''),
      );
    },
  };
}
