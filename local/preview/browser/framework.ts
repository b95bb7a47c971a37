import { type CodeSpace, glassEasel, MiniProgramEnv } from 'glass-easel-miniprogram-adapter';
import { pageOriginTop } from './page-origin';
import { rememberTap } from './tap-state';
import { inlineUnits } from './units';

/** The framework's answers to an event; it exports them only as constants of its own compilation. */
const EVENT_STATUS = { normal: 0, noDefault: 1 } as const;

/**
 * WeChat's own component framework, set up once per phone. Everything that works around a gap
 * between the framework and a real phone is in this folder, one file per gap.
 */
glassEasel.globalOptions.throwGlobalError = false;
const env = new MiniProgramEnv();
export const codeSpace: CodeSpace = env.createCodeSpace('', true);
export const componentSpace = codeSpace.getComponentSpace();
export const backend = env.associateBackend(createBackend());

function createBackend(): glassEasel.CurrentWindowBackendContext {
  listenActivelyOnBody();
  const context = new glassEasel.CurrentWindowBackendContext();
  // The framework's document is a small interface; these are the real functions behind it.
  context.document = {
    createElement: createElementWithUnits,
    createTextNode: (text: string) => document.createTextNode(text),
    createDocumentFragment: () => document.createDocumentFragment(),
  } as unknown as typeof context.document;
  context.onEvent((target, type, detail, options) => {
    if (type === 'tap') rememberTap();
    const event = new glassEasel.Event(type, inPage(type, detail), options);
    glassEasel.Event.dispatchEvent(target, event);
    return EVENT_STATUS[event.defaultPrevented() ? 'noDefault' : 'normal'];
  });
  return context;
}

/** Taps say where they were, from the top of the page. */
function inPage(type: string, detail: unknown): unknown {
  if (type !== 'tap' || detail === null || typeof detail !== 'object') return detail;
  const { x, y } = detail as { x: number; y: number };
  return { x, y: y - pageOriginTop() };
}

/** Inline styles carry `rpx` and `vh` too. */
function createElementWithUnits(tag: string): HTMLElement {
  const element = document.createElement(tag);
  const setAttribute = element.setAttribute.bind(element);
  element.setAttribute = (name, value) => {
    setAttribute(name, name === 'style' ? inlineUnits(value) : value);
  };
  return element;
}

/** Chrome makes touch listeners on body passive; `catchtouchmove` must be able to stop scrolling. */
function listenActivelyOnBody(): void {
  const { body } = document;
  const addEventListener = body.addEventListener.bind(body);
  body.addEventListener = (
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ) => {
    const given = typeof options === 'object' ? options : { capture: options ?? false };
    addEventListener(type, listener, { ...given, passive: false });
  };
}
