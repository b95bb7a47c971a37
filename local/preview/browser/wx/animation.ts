import { inlineUnits } from '../units';

/** One step of `wx.createAnimation`: transforms and properties that change together. */
interface AnimationStep {
  transforms: string[];
  styles: Record<string, string>;
  option: StepOptions;
}

interface StepOptions {
  duration?: number;
  timingFunction?: string;
  delay?: number;
  transformOrigin?: string;
}

export interface ExportedAnimation {
  steps: AnimationStep[];
}

type Format = (value: never) => string;

const px = (value: number | string): string => (typeof value === 'number' ? `${value}px` : value);
const degrees = (value: number): string => `${value}deg`;
const plain = (value: number | string): string => String(value);

const TRANSFORMS: Readonly<Record<string, Format>> = {
  ...each(['translateX', 'translateY', 'translateZ'], px),
  ...each(['rotate', 'rotateX', 'rotateY', 'rotateZ', 'skewX', 'skewY'], degrees),
  ...each(['scaleX', 'scaleY', 'scaleZ'], plain),
};
const PAIRS: Readonly<Record<string, Format>> = {
  ...each(['translate'], px),
  ...each(['scale'], plain),
  ...each(['skew'], degrees),
};
const STYLES: Readonly<Record<string, Format>> = {
  ...each(['opacity', 'backgroundColor'], plain),
  ...each(['width', 'height', 'top', 'left', 'bottom', 'right'], px),
};

function each(names: readonly string[], value: Format): Record<string, Format> {
  return Object.fromEntries(names.map((name) => [name, value]));
}

/** A chain of steps that `<view animation>` plays one after the other. */
export function createAnimation(defaults: StepOptions = {}): object {
  let steps: AnimationStep[] = [];
  let open: AnimationStep = { transforms: [], styles: {}, option: {} };
  const chain: Record<string, (...args: never[]) => unknown> = {
    step: (option: StepOptions = {}) => {
      steps.push({ ...open, option: { ...defaults, ...option } });
      open = { transforms: [], styles: {}, option: {} };
      return chain;
    },
    export: () => {
      const exported: ExportedAnimation = { steps };
      steps = [];
      return exported;
    },
  };
  for (const [name, format] of Object.entries(TRANSFORMS)) {
    chain[name] = (value: never) => {
      open.transforms.push(`${name}(${format(value)})`);
      return chain;
    };
  }
  for (const [name, format] of Object.entries(PAIRS)) {
    chain[name] = (first: never, second: never = first) => {
      open.transforms.push(`${name}(${format(first)}, ${format(second)})`);
      return chain;
    };
  }
  for (const [name, format] of Object.entries(STYLES)) {
    chain[name] = (value: never) => {
      open.styles[name] = format(value);
      return chain;
    };
  }
  return chain;
}

/** Plays the steps on an element; a new animation takes over from the one that runs. */
export function playAnimation(element: HTMLElement, animation: ExportedAnimation): void {
  const running = { isOver: false };
  element.dispatchEvent(new CustomEvent('animation-replaced'));
  element.addEventListener('animation-replaced', () => (running.isOver = true), { once: true });
  const play = (index: number): void => {
    const step = animation.steps[index];
    if (step === undefined || running.isOver) return;
    const { duration = 400, timingFunction = 'linear', delay = 0, transformOrigin } = step.option;
    element.style.transition = `all ${duration}ms ${timingFunction} ${delay}ms`;
    if (transformOrigin !== undefined) element.style.transformOrigin = transformOrigin;
    if (step.transforms.length > 0)
      element.style.transform = inlineUnits(step.transforms.join(' '));
    for (const [name, value] of Object.entries(step.styles)) {
      const property = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      element.style.setProperty(property, inlineUnits(value));
    }
    setTimeout(() => play(index + 1), duration + delay);
  };
  requestAnimationFrame(() => play(0));
}
