import { component } from 'glass-easel-miniprogram-adapter';
import type { TreeNode } from './box-of';
import { EventChannel } from './event-channel';
import { frameOfPage, topPage } from './page-stack';
import { SelectorQuery } from './selector-query';

type Caller = Record<string, unknown> & { _$: TreeNode };
type Method = (this: Caller, ...args: never[]) => unknown;

export const viewport = {
  scroller: () => topPage()?.scroller,
  page: () => topPage()?.page,
};

/** Methods of page and component instances that the framework's adapter lacks. */
export function completeMethods(): void {
  const prototype = component.ComponentCaller.prototype as unknown as Record<string, Method>;
  const trigger = prototype['triggerEvent'] as (
    this: Caller,
    name: string,
    detail: unknown,
    options: object,
  ) => void;
  const methods: Record<string, Method> = {
    triggerEvent(name: string, detail?: unknown, options?: object) {
      trigger.call(this, name, detail ?? {}, options ?? {});
    },
    createSelectorQuery() {
      return new SelectorQuery(this, viewport);
    },
    getOpenerEventChannel() {
      return frameOfPage(this)?.channel ?? new EventChannel();
    },
    getPageId() {
      return topPage()?.path;
    },
    getTabBar() {
      return undefined;
    },
  };
  Object.assign(prototype, methods);
}
