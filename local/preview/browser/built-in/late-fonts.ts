/** More than a page draws; who draws for ever without beginning anew is not drawn again. */
const MOST_STEPS = 5_000;

/**
 * A phone has all of its font. Here parts of it come when their letters are first drawn: what was drawn
 * without them is drawn again once they are there.
 */
export function drawAgainWithFonts(canvas: HTMLCanvasElement): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  let steps: (() => unknown)[] = [];
  let isWaiting = false;
  const take = (step: () => unknown): unknown => {
    if (steps.length < MOST_STEPS) steps.push(step);
    return step();
  };
  const drawAgain = () => {
    isWaiting = false;
    if (steps.length === MOST_STEPS) return;
    context.reset();
    for (const step of steps) step();
    // What follows a letter that was missing may want another part.
    waitForFonts();
  };
  const waitForFonts = () => {
    if (isWaiting || document.fonts.status !== 'loading') return;
    isWaiting = true;
    void document.fonts.ready.then(drawAgain);
  };
  const recorded = new Proxy(context, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]) => {
        const result = take(() => Reflect.apply(value, target, given) as unknown);
        if (name === 'fillText') waitForFonts();
        return result;
      };
    },
    set: (target, name, value) => take(() => Reflect.set(target, name, value, target)) === true,
  });
  canvas.getContext = ((kind: string) =>
    kind === '2d' ? recorded : null) as HTMLCanvasElement['getContext'];
  for (const side of ['width', 'height'] as const) begunAnewBy(canvas, side, () => (steps = []));
}

/** Setting a side of a canvas empties it. */
function begunAnewBy(canvas: HTMLCanvasElement, side: 'width' | 'height', begin: () => void): void {
  const own = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, side);
  Object.defineProperty(canvas, side, {
    get: () => own?.get?.call(canvas) as number,
    set: (value: number) => {
      begin();
      own?.set?.call(canvas, value);
    },
  });
}
