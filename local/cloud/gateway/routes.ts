import type { IncomingMessage, ServerResponse } from 'node:http';

/** Answers a request that is not an SDK action: file upload and download, the preview pages. */
export type RouteHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
) => Promise<void> | void;

export type RouteMethod = 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE' | '*';

/** Whom a route answers: who has entered, or anybody, because it looks at a signature itself. */
export type RouteGuard = 'entered' | 'signed';

export interface Route {
  readonly method: RouteMethod;
  readonly prefix: string;
  readonly handler: RouteHandler;
  readonly guard: RouteGuard;
}

export interface Routes {
  add(route: Route): void;
  find(method: string, pathname: string): Route | undefined;
}

/** The longest prefix wins; of two equal ones, the one that was added last. */
export function createRoutes(): Routes {
  const routes: Route[] = [];
  return {
    add: (route) => {
      routes.unshift(route);
      routes.sort((left, right) => right.prefix.length - left.prefix.length);
    },
    find: (method, pathname) =>
      routes.find(
        (route) =>
          (route.method === '*' || route.method === method) && pathname.startsWith(route.prefix),
      ),
  };
}
