import { boxOf, type TreeNode } from './box-of';
import { pageOriginTop } from './page-origin';
import { inlineUnits } from './units';

/**
 * What WXS code receives instead of components: descriptors. The compiled templates pick up the two
 * functions that are put on the global object here.
 */
export interface ComponentDescriptor {
  selectComponent(selector: string): ComponentDescriptor | null;
  selectAllComponents(selector: string): ComponentDescriptor[];
  setStyle(style: string | Record<string, string | number>): ComponentDescriptor;
  addClass(name: string): ComponentDescriptor;
  removeClass(name: string): ComponentDescriptor;
  hasClass(name: string): boolean;
  getDataset(): Record<string, unknown>;
  callMethod(name: string, argument?: unknown): void;
  triggerEvent(name: string, detail?: unknown, options?: object): void;
  requestAnimationFrame(callback: () => void): number;
  setTimeout(callback: () => void, delayMs: number): number;
  clearTimeout(timer: number): void;
  getState(): Record<string, unknown>;
  getBoundingClientRect(): DOMRect | undefined;
  getComputedStyle(names: string[]): Record<string, string>;
}

type WxsFunction = ((...args: unknown[]) => unknown) & { [IS_METHOD]?: true };

const IS_METHOD = Symbol('method of a page or component');

/** Methods of pages are told apart from WXS functions, which get descriptors. */
export function markMethods(methods: Record<string, unknown> | undefined): void {
  for (const method of Object.values(methods ?? {})) {
    if (typeof method === 'function') (method as WxsFunction)[IS_METHOD] = true;
  }
}

declare global {
  /** Called by the compiled templates: `change:prop` and event handlers in WXS. */
  var __wxsPropertyResponder: unknown;
  var __wxsEventHandler: unknown;
}

export function installWxsSupport(): void {
  globalThis.__wxsPropertyResponder =
    (respond: WxsFunction) => (value: unknown, old: unknown, host: unknown, node: unknown) =>
      queueMicrotask(() => {
        respond(value, old, descriptorOf(host), descriptorOf(node));
      });
  globalThis.__wxsEventHandler = (
    host: { _$: TreeNode },
    event: { currentTarget: unknown },
    handler: WxsFunction,
  ): unknown => {
    if (handler[IS_METHOD] === true) return handler.call(host, event);
    const seen = Object.create(event) as { instance: unknown };
    seen.instance = descriptorOf(event.currentTarget);
    return handler(seen, descriptorOf(host));
  };
}

const known = new WeakMap<TreeNode, ComponentDescriptor>();

function descriptorOf(given: unknown): ComponentDescriptor | null {
  if (given === null || typeof given !== 'object') return null;
  const node = ('_$' in given ? given._$ : given) as TreeNode;
  const before = known.get(node);
  if (before !== undefined) return before;
  const made = describe(node);
  known.set(node, made);
  return made;
}

function describe(node: TreeNode): ComponentDescriptor {
  const state: Record<string, unknown> = {};
  const root = () => node.getShadowRoot?.() ?? null;
  const caller = () =>
    node.getMethodCaller?.() as Record<string, ((a: unknown) => void) | undefined>;
  const descriptor: ComponentDescriptor = {
    selectComponent: (selector) => descriptorOf(root()?.querySelector(selector)),
    selectAllComponents: (selector) =>
      (root()?.querySelectorAll(selector) ?? []).flatMap((each) => descriptorOf(each) ?? []),
    setStyle: (style) => {
      const element = boxOf(node);
      if (element !== undefined) applyStyle(element, style);
      return descriptor;
    },
    addClass: (name) => {
      node.classList?.toggle(name, true);
      return descriptor;
    },
    removeClass: (name) => {
      node.classList?.toggle(name, false);
      return descriptor;
    },
    hasClass: (name) => node.classList?.contains(name) ?? false,
    getDataset: () => node.dataset,
    callMethod: (name, argument) => caller()[name]?.(argument),
    triggerEvent: (name, detail, options) => node.triggerEvent(name, detail, options ?? {}),
    requestAnimationFrame: (callback) => requestAnimationFrame(callback),
    setTimeout: (callback, delayMs) => window.setTimeout(callback, delayMs),
    clearTimeout: (timer) => clearTimeout(timer),
    getState: () => state,
    getBoundingClientRect: () => boxInPage(node),
    getComputedStyle: (names) => {
      const element = boxOf(node);
      const style = element && getComputedStyle(element);
      return Object.fromEntries(names.map((name) => [name, style?.getPropertyValue(name) ?? '']));
    },
  };
  return descriptor;
}

function boxInPage(node: TreeNode): DOMRect | undefined {
  const box = boxOf(node)?.getBoundingClientRect();
  return box && new DOMRect(box.x, box.y - pageOriginTop(), box.width, box.height);
}

function applyStyle(element: HTMLElement, style: string | Record<string, string | number>): void {
  if (typeof style === 'string') {
    element.style.cssText += `;${inlineUnits(style)}`;
    return;
  }
  for (const [name, value] of Object.entries(style)) {
    const property = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    element.style.setProperty(property, inlineUnits(String(value)));
  }
}
