import { settings } from './settings';

/** What a phone tells the page around it; local/preview/README.md lists the kinds. */
export function tellDesk(kind: string, content: object = {}): void {
  const message = { from: 'phone', phone: settings.phone, kind, ...content };
  if (window.parent !== window) window.parent.postMessage(message, location.origin);
}
