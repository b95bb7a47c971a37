import type { IncomingMessage, ServerResponse } from 'node:http';

/** Answers a request that is not an SDK action: file upload and download, the preview pages. */
export type RouteHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
) => Promise<void> | void;

export type RouteMethod = 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE' | '*';

export interface Routes {
  add(method: RouteMethod, prefix: string, handler: RouteHandler): void;
  find(method: string, pathname: string): RouteHandler | undefined;
}

/** The longest prefix wins; of two equal ones, the one that was added last. */
export function createRoutes(): Routes {
  const routes: { method: RouteMethod; prefix: string; handler: RouteHandler }[] = [];
  return {
    add: (method, prefix, handler) => {
      routes.unshift({ method, prefix, handler });
      routes.sort((left, right) => right.prefix.length - left.prefix.length);
    },
    find: (method, pathname) =>
      routes.find(
        (route) =>
          (route.method === '*' || route.method === method) && pathname.startsWith(route.prefix),
      )?.handler,
  };
}
