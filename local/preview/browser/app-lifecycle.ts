import { bundled } from './bundled-app';
import { guarded, reportError } from './errors';
import { defineBehavior, defineComponent, definePage } from './register';
import { giveGlobals, requireFile } from './modules';
import { currentPages, pageCount, reLaunch } from './page-stack';
import { type PageUrl, parsePageUrl, parseQuery, startPage } from './page-url';
import { settings } from './settings';
import { appListeners } from './wx/app-events';

type AppObject = Record<string, unknown>;

let app: AppObject | undefined;

export interface LaunchOptions {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly scene: number;
  readonly referrerInfo: object;
}

/** Runs app.js, then `onLaunch` and `onShow`, then the first page. */
export function startApp(wx: object): void {
  const getApp = (): AppObject | undefined => app;
  giveGlobals([wx, defineApp, definePage, defineComponent, defineBehavior, getApp, currentPages]);
  guarded('app.js', () => requireFile('app.js'));
  callApp('onLaunch', launchOptions());
  showApp();
  openFromOutside(settings.path ?? startPage());
  const path = bundled.pages[0] ?? '';
  if (pageCount() === 0) guarded(`opening ${path}`, () => reLaunch({ path, query: {} }));
}

/** Opens a page as WeChat does: by the app's address, by a tap on a message. */
export function openFromOutside(address: string): void {
  let url: PageUrl;
  try {
    url = parsePageUrl(`/${address.replace(/^\//, '')}`);
  } catch (error) {
    tellNotFound(address, error);
    return;
  }
  guarded(`opening ${url.path}`, () => reLaunch(url));
}

/** How the mini program was opened: by its address, as from the search (scene 1001). */
export function launchOptions(): LaunchOptions {
  const [path = '', search = ''] = (settings.path ?? startPage()).split('?', 2);
  return { path, query: parseQuery(search), scene: 1001, referrerInfo: {} };
}

function defineApp(definition: AppObject = {}): void {
  app = definition;
}

/** The phone is locked or WeChat is left, and comes back. */
export function showApp(): void {
  const options = launchOptions();
  callApp('onShow', options);
  for (const listener of [...appListeners.show]) listener(options);
}

export function hideApp(): void {
  callApp('onHide');
  for (const listener of [...appListeners.hide]) listener({});
}

export function callApp(method: string, argument?: unknown): boolean {
  const run = app?.[method];
  if (typeof run !== 'function') return false;
  guarded(`App.${method}`, () => {
    run.call(app, argument);
  });
  return true;
}

/** The app may open another page at once, and only at once. */
function tellNotFound(address: string, error: unknown): void {
  const [path = '', search = ''] = address.split('?', 2);
  const missing = { path, query: parseQuery(search), isEntryPage: pageCount() === 0 };
  const isHandled = callApp('onPageNotFound', missing);
  for (const listener of [...appListeners.pageNotFound]) listener(missing);
  if (!isHandled && appListeners.pageNotFound.size === 0) reportError(error);
}
