import { CLASS_SCOPE_MARK } from '../app-package';
import { bundled, partWith } from './bundled-app';

/** Adds a style sheet; `owner` is only for reading in the inspector. */
export function addStyle(css: string, owner: string): HTMLStyleElement {
  const element = document.createElement('style');
  element.dataset['owner'] = owner;
  element.textContent = css;
  document.head.append(element);
  return element;
}

const added = new Map<string, HTMLStyleElement>();

/** Styles of a component; with shared isolation its classes stay plain and reach the whole page. */
export function addComponentStyle(path: string, isShared: boolean): void {
  const component = bundled.components[path];
  const style = partWith(path).styles[path];
  if (component === undefined || style === undefined || added.has(path)) return;
  const css = style
    .replaceAll(CLASS_SCOPE_MARK, isShared ? '' : `${component.scope}--`)
    .replaceAll(`[wx-host="${path}"]`, `[wx-host="${component.scope}"]`);
  added.set(path, addStyle(css, path));
}

/** Only the page on top is painted, so its style is the only page style in force. */
export function usePageStyle(path: string): void {
  for (const [owner, element] of added) {
    if (bundled.components[owner]?.isPage === true) element.disabled = owner !== path;
  }
}
