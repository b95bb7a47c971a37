import { glassEasel } from 'glass-easel-miniprogram-adapter';
import type { SeenError } from '../phone-window';
import { tellDesk } from './desk-link';

type ErrorListener = (error: SeenError, cause: unknown) => void;
const listeners = { error: new Set<ErrorListener>(), rejection: new Set<ErrorListener>() };

/** Nothing is swallowed: overlay on the phone, `__errors`, console. */
export function catchErrors(): void {
  window.__errors = [];
  addEventListener('error', (event) => {
    reportError(event.error ?? event.message);
  });
  addEventListener('unhandledrejection', (event) => {
    const seen = reportError(event.reason);
    for (const listener of listeners.rejection) listener(seen, event.reason);
  });
  glassEasel.addGlobalErrorListener((error, method) => {
    reportError(error, method);
    return false;
  });
  glassEasel.addGlobalWarningListener((message, component) => {
    const owner = typeof component === 'string' ? component : component.is;
    if (isOfLibrary(owner) || isMissingKey(message)) console.debug(`${owner}: ${message}`);
    else reportError(new Error(`${owner}: ${message}`));
    return false;
  });
}

/** `wx:key` that names no property of the items is common, and phones are silent about it. */
function isMissingKey(message: string): boolean {
  return message.startsWith('Some keys are not unique') && message.endsWith('"".');
}

/** A library's own templates are not this project's to mend. */
function isOfLibrary(path: string): boolean {
  return path.includes('miniprogram_npm/');
}

export function onError(kind: 'error' | 'rejection', listener: ErrorListener): void {
  listeners[kind].add(listener);
}

export function offError(kind: 'error' | 'rejection', listener?: ErrorListener): void {
  if (listener === undefined) listeners[kind].clear();
  else listeners[kind].delete(listener);
}

/** Also for errors that the runtime itself caught around code of the package. */
export function reportError(cause: unknown, where?: string): SeenError {
  const seen = describeError(cause, where);
  window.__errors.push(seen);
  console.error(seen.stack === '' ? seen.message : seen.stack);
  showOverlay(seen);
  tellDesk('error', seen);
  for (const listener of listeners.error) listener(seen, cause);
  return seen;
}

function describeError(cause: unknown, where: string | undefined): SeenError {
  const suffix = where === undefined ? '' : ` (${where})`;
  if (cause instanceof Error) return { message: cause.message + suffix, stack: cause.stack ?? '' };
  const errMsg = (cause as { errMsg?: unknown } | undefined)?.errMsg;
  const text = typeof errMsg === 'string' ? errMsg : JSON.stringify(cause);
  return { message: `${text}${suffix}`, stack: '' };
}

/** The console has the whole stack. */
const OVERLAY_STACK_LINES = 3;

function showOverlay({ message, stack }: SeenError): void {
  let overlay = document.querySelector<HTMLElement>('.phone-errors');
  if (overlay === null) {
    overlay = document.createElement('div');
    overlay.className = 'phone-errors';
    overlay.setAttribute('role', 'alert');
    const close = document.createElement('button');
    close.textContent = '关闭';
    close.addEventListener('click', () => document.querySelector('.phone-errors')?.remove());
    overlay.append(close);
    document.body.append(overlay);
  }
  const entry = document.createElement('pre');
  const [top = '', ...rest] = stack.split('\n');
  const head = top.includes(message) ? top : `${message}\n${top}`;
  entry.textContent = [head, ...rest.slice(0, OVERLAY_STACK_LINES)].join('\n');
  overlay.append(entry);
}

/** Runs code of the package; an exception is reported and does not stop the phone. */
export function guarded<T>(where: string, run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    reportError(error, where);
    return undefined;
  }
}
