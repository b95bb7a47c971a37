import { bundled } from './bundled-app';
import { guarded, reportError } from './errors';
import { defineBehavior, defineComponent, definePage } from './register';
import { giveGlobals, requireFile } from './modules';
import { currentPages, reLaunch } from './page-stack';
import { type PageUrl, parsePageUrl, startPage } from './page-url';
import { settings } from './settings';

type AppObject = Record<string, unknown>;

let app: AppObject | undefined;

/** Runs app.js, then `onLaunch` and `onShow`, then the first page. */
export function startApp(wx: object): void {
  const getApp = (): AppObject | undefined => app;
  giveGlobals([wx, defineApp, definePage, defineComponent, defineBehavior, getApp, currentPages]);
  guarded('app.js', () => requireFile('app.js'));
  const { path, query } = firstPage();
  const options = { path, query, scene: 1001, referrerInfo: {} };
  callApp('onLaunch', options);
  callApp('onShow', options);
  guarded(`opening ${path}`, () => reLaunch({ path, query }));
}

function defineApp(definition: AppObject = {}): void {
  app = definition;
}

export function callApp(method: string, argument?: unknown): boolean {
  const run = app?.[method];
  if (typeof run !== 'function') return false;
  guarded(`App.${method}`, () => {
    run.call(app, argument);
  });
  return true;
}

function firstPage(): PageUrl {
  const asked = settings.path ?? startPage();
  try {
    return parsePageUrl(`/${asked}`);
  } catch (error) {
    const [path = ''] = asked.split('?');
    const isHandled = callApp('onPageNotFound', { path, query: {}, isEntryPage: true });
    if (!isHandled) reportError(error);
    return { path: bundled.pages[0] ?? '', query: {} };
  }
}
