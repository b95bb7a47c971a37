import { hasDesk } from './lone-window';
import { settings } from './settings';

/** What a phone tells the page around it; local/preview/README.md lists the kinds. */
export function tellDesk(kind: string, content: object = {}): void {
  const message = { from: 'phone', phone: settings.phone, kind, ...content };
  if (hasDesk()) window.parent.postMessage(message, location.origin);
}
