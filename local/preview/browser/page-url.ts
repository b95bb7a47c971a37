import { bundled } from './bundled-app';

export interface PageUrl {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

/** Splits and resolves a page address; options are decoded once. @throws when there is no such page. */
export function parsePageUrl(url: string, from = ''): PageUrl {
  const [address = '', search = ''] = url.split('?', 2);
  const path = new URL(address, `http://package/${from}`).pathname.slice(1);
  if (bundled.components[path]?.isPage !== true) throw new Error(`page "${path}" is not found`);
  return { path, query: parseQuery(search) };
}

/** Names and values, each decoded once. */
export function parseQuery(search: string): Record<string, string> {
  const pairs = search.split('&').filter((pair) => pair !== '');
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = '', ...rest] = pair.split('=');
      return [decodeURIComponent(name), decodeURIComponent(rest.join('='))];
    }),
  );
}

export function isTabPage(path: string): boolean {
  return bundled.app.tabBar?.list.some((tab) => tab.pagePath === path) ?? false;
}

/** The page that opens when no other is asked for. */
export function startPage(): string {
  return bundled.app.entryPagePath ?? bundled.pages[0] ?? '';
}
