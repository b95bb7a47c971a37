import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Access, accessBy, tokenOf } from './access';
import { parseMultipart } from './multipart';
import { hasOwnType, isOwnRequest } from './own-requests';
import { createRequestCounter, type RequestCounter, type RequestCounts } from './request-counts';
import {
  createRoutes,
  type Route,
  type RouteGuard,
  type RouteHandler,
  type RouteMethod,
} from './routes';
import {
  type ActionRegistry,
  BytesAnswer,
  GatewayError,
  type GatewayRequest,
  LostAnswer,
} from './wire';

/** What a path is completed with; nothing is read from it. */
const ORIGIN = 'http://127.0.0.1';

export interface Gateway {
  /** Without a path: `http://127.0.0.1:PORT`. */
  readonly url: string;
  /** What a browser opens first: with the token, see Access. */
  readonly address: string;
  /** An address that can be opened once. */
  ticket(): string;
  /** For TCB_CONTEXT_CNFG of the SDK. */
  readonly adminUrl: string;
  readonly port: number;
  readonly server: Server;
  readonly counts: RequestCounts;
  /** Add or replace actions after the start. */
  addActions(handlers: ActionRegistry): void;
  /** Without a guard: for who has entered. */
  addRoute(method: RouteMethod, prefix: string, handler: RouteHandler, guard?: RouteGuard): void;
  stop(): Promise<void>;
}

export interface GatewayOptions {
  /** Absent or 0: any free port. A port in use rejects with the error of node:net (EADDRINUSE). */
  port?: number;
  /** Absent: a new one. */
  token?: string;
  handlers?: ActionRegistry;
  log?: (line: string) => void;
}

/** An HTTP server on 127.0.0.1 that speaks to the unmodified SDK. */
export async function startGateway(options: GatewayOptions = {}): Promise<Gateway> {
  const actions = new Map(Object.entries(options.handlers ?? {}));
  const routes = createRoutes();
  const counts = createRequestCounter();
  const log = options.log ?? ((line: string) => void process.stderr.write(`${line}\n`));

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!isOwnRequest(request.headers)) {
      refuse(response, 403, 'for pages and programs of this machine only');
      return;
    }
    const path = request.url ?? '/';
    if (!URL.canParse(path, ORIGIN)) {
      refuse(response, 400, 'no such address');
      return;
    }
    const url = new URL(path, ORIGIN);
    if (url.pathname === access.adminPath) {
      await answerAction(request, response, url, { actions, counts, log });
    } else if (access.enters(url.pathname)) {
      response.writeHead(302, { location: '/', 'set-cookie': access.setCookie }).end();
    } else {
      const route = routes.find(request.method ?? 'GET', url.pathname);
      await answerRoute(request, response, { url, route, access });
    }
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      log(`${request.method ?? ''} ${request.url ?? ''} failed: ${stackOf(error)}`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });

  const { port } = server.address() as AddressInfo;
  const access = accessBy(options.token ?? tokenOf(undefined), port);
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    address: url + access.enterPath,
    ticket: () => url + access.ticketPath(),
    adminUrl: url + access.adminPath,
    port,
    server,
    counts,
    addActions: (handlers) => {
      for (const [action, handler] of Object.entries(handlers)) actions.set(action, handler);
    },
    addRoute: (method, prefix, handler, guard = 'entered') =>
      routes.add({ method, prefix, handler, guard }),
    stop: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

interface ActionTable {
  readonly actions: ReadonlyMap<string, ActionRegistry[string]>;
  readonly counts: RequestCounter;
  readonly log: (line: string) => void;
}

async function answerAction(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  { actions, counts, log }: ActionTable,
): Promise<void> {
  const requestId = randomUUID();
  let action = '(unread)';
  try {
    const { parsed, bytes } = await readRequest(request, url, requestId);
    action = parsed.action;
    counts.add(action);
    const handler = actions.get(action);
    if (handler === undefined) {
      throw new GatewayError('INVALID_ACTION', `the local cloud does not support "${action}"`);
    }
    const answer = await handler(parsed);
    if (answer instanceof BytesAnswer) {
      response.setHeader('content-type', answer.contentType);
      response.end(answer.bytes);
      return;
    }
    const answered = sendJson(response, { requestId, ...answer });
    counts.addBytes(action, { received: bytes, answered });
  } catch (error) {
    if (error instanceof LostAnswer) {
      response.destroy();
      return;
    }
    const expected = error instanceof GatewayError;
    if (!expected || error.code === 'INVALID_ACTION') {
      log(`local cloud: ${action} failed: ${expected ? error.message : stackOf(error)}`);
    }
    const code = expected ? error.code : 'SYS_ERR';
    const message = error instanceof Error ? error.message : String(error);
    sendJson(response, { code, message, requestId });
  }
}

interface RouteCall {
  readonly url: URL;
  readonly route: Route | undefined;
  readonly access: Access;
}

async function answerRoute(
  request: IncomingMessage,
  response: ServerResponse,
  { url, route, access }: RouteCall,
): Promise<void> {
  if (route?.guard !== 'signed') {
    if (!access.hasEntered(request.headers)) {
      refuse(response, 403, '请打开 npm start 在终端里打印的完整地址。');
      return;
    }
    if (!hasOwnType(request.method, request.headers)) {
      refuse(response, 415, 'send application/json or application/octet-stream');
      return;
    }
  }
  if (route === undefined) response.writeHead(404).end();
  else await route.handler(request, response, url);
}

function refuse(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(words);
}

async function readRequest(
  request: IncomingMessage,
  url: URL,
  requestId: string,
): Promise<{ readonly parsed: GatewayRequest; readonly bytes: number }> {
  const body = await readBody(request);
  const contentType = request.headers['content-type'] ?? '';
  const parts = contentType.startsWith('multipart/form-data')
    ? parseMultipart(body, contentType)
    : {};
  const fields: Record<string, unknown> = contentType.startsWith('multipart/form-data')
    ? Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, bytes.toString()]))
    : parseJsonObject(body);
  const { action, ...rest } = fields;
  if (typeof action !== 'string') {
    throw new GatewayError('INVALID_PARAM', 'the request names no action');
  }
  const envName = typeof rest['envName'] === 'string' ? rest['envName'] : '';
  const env = url.searchParams.get('env') ?? envName;
  return { parsed: { action, env, requestId, fields: rest, parts }, bytes: body.length };
}

/** The whole body of a request; routes use it too. */
export function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => void chunks.push(chunk));
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
  });
}

function parseJsonObject(body: Buffer): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(body.toString());
  } catch {
    throw new GatewayError('INVALID_PARAM', 'the body is not JSON');
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw new GatewayError('INVALID_PARAM', 'the body is not a JSON object');
  }
  return value as Record<string, unknown>;
}

/** Gives the bytes of the answer. */
function sendJson(response: ServerResponse, body: object): number {
  const text = Buffer.from(JSON.stringify(body));
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(text);
  return text.length;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
