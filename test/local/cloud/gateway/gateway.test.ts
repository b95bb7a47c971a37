import { request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { enter } from '../../../enter';
import { type Gateway, startGateway } from '../../../../local/cloud/gateway/start-gateway';
import {
  type ActionRegistry,
  BytesAnswer,
  GatewayError,
} from '../../../../local/cloud/gateway/wire';

let gateway: Gateway;
let lines: string[];

beforeEach(async () => {
  lines = [];
  gateway = await startGateway({ handlers: HANDLERS, log: (line) => lines.push(line) });
});
afterEach(() => gateway.stop());

const HANDLERS: ActionRegistry = {
  'test.echo': async ({ fields, env }) => ({ data: { fields, env } }),
  'test.refuse': async () => {
    throw new GatewayError('INVALID_PARAM', 'no such thing');
  },
  'test.break': async () => {
    throw new Error('a bug');
  },
  'test.bytes': async ({ parts }) =>
    new BytesAnswer(parts['requestData'] ?? Buffer.alloc(0), 'application/octet-stream'),
};

async function post(body: string | FormData): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${gateway.adminUrl}?env=env-of-test`, { method: 'POST', body });
  return { status: response.status, body: await response.json() };
}

const call = (action: string, fields: object = {}) => post(JSON.stringify({ action, ...fields }));

test('an answer carries the request id beside the data', async () => {
  const { status, body } = await call('test.echo', { x: 1 });
  expect(status).toBe(200);
  expect(body).toEqual({
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    data: { fields: { x: 1 }, env: 'env-of-test' },
  });
});

test('a refusal is an answer with a code, and no fault of ours', async () => {
  const { status, body } = await call('test.refuse');
  expect(status).toBe(200);
  expect(body).toMatchObject({ code: 'INVALID_PARAM', message: 'no such thing' });
  expect(lines).toEqual([]);
});

test('a bug is answered as SYS_ERR and logged with its stack', async () => {
  const { status, body } = await call('test.break');
  expect(status).toBe(200);
  expect(body).toMatchObject({ code: 'SYS_ERR', message: 'a bug' });
  expect(lines).toEqual([expect.stringMatching(/test\.break failed: Error: a bug\n {4}at /)]);
});

test('an unknown action is refused by name and logged', async () => {
  const { body } = await call('database.watch');
  expect(body).toMatchObject({
    code: 'INVALID_ACTION',
    message: expect.stringContaining('"database.watch"'),
  });
  expect(lines).toEqual([expect.stringContaining('database.watch')]);
});

test.each(['', 'no json', '[]', 'null', '{}', '{"action":7}'])(
  'a body that is no request is refused: %j',
  async (body) => {
    expect((await post(body)).body).toMatchObject({ code: 'INVALID_PARAM' });
  },
);

test('actions are added after the start', async () => {
  gateway.addActions({ 'later.on': async () => ({ data: 'here' }) });
  expect((await call('later.on')).body).toMatchObject({ data: 'here' });
});

test('a multipart body comes byte for byte, line ends and boundaries in it or not', async () => {
  const bytes = Buffer.from([0, 255, 13, 10, 45, 45, 13, 10, 13, 10, 128, 0]);
  const boundary = '--------------------------123456';
  const part = (name: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n`;
  const body = Buffer.concat([
    Buffer.from(`${part('action')}\r\ntest.bytes\r\n`),
    Buffer.from(`${part('requestData')}Content-Type: application/octet-stream\r\n\r\n`),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  const response = await fetch(gateway.adminUrl, {
    method: 'POST',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body,
  });
  expect(response.headers.get('content-type')).toBe('application/octet-stream');
  expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
});

test('requests are counted by action until the counts are reset', async () => {
  await call('test.echo');
  await call('test.echo');
  await call('test.refuse');
  expect(gateway.counts.byAction).toEqual({ 'test.echo': 2, 'test.refuse': 1 });
  expect(gateway.counts.total).toBe(3);
  const { 'test.echo': echoed } = gateway.counts.bytesByAction;
  expect(echoed).toEqual({ received: expect.any(Number), answered: expect.any(Number) });
  await call('test.echo');
  const { received = 0, answered = 0 } = echoed ?? {};
  const again = gateway.counts.bytesByAction['test.echo'];
  expect(again).toEqual({ received: received * 1.5, answered: answered * 1.5 });
  gateway.counts.reset();
  expect([gateway.counts.total, gateway.counts.bytesByAction]).toEqual([0, {}]);
});

test('a route answers by method and longest prefix, and is not counted', async () => {
  gateway.addRoute('GET', '/files/', (_request, response) => void response.end('any file'));
  gateway.addRoute('GET', '/files/one/', (_request, response) => void response.end('one'));
  const { headers } = await enter(gateway.address);
  const ask = (path: string, method = 'GET') => fetch(gateway.url + path, { method, headers });
  expect(await (await ask('/files/x')).text()).toBe('any file');
  expect(await (await ask('/files/one/x')).text()).toBe('one');
  expect((await ask('/files/x', 'PUT')).status).toBe(404);
  expect((await ask('/nothing')).status).toBe(404);
  expect(gateway.counts.total).toBe(0);
});

test('a route that fails is answered with 500 and logged', async () => {
  gateway.addRoute('GET', '/broken', () => Promise.reject(new Error('a bug in a route')));
  const { headers } = await enter(gateway.address);
  expect((await fetch(`${gateway.url}/broken`, { headers })).status).toBe(500);
  expect(lines).toEqual([expect.stringContaining('a bug in a route')]);
});

test('a port in use is refused', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  await expect(startGateway({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await new Promise((resolve) => other.close(resolve));
});

test('nothing answers any more after stop', async () => {
  const second = await startGateway();
  await second.stop();
  await expect(fetch(second.url)).rejects.toThrow();
});

describe('a page or program that was not given the address', () => {
  let answered: string[];
  beforeEach(() => {
    answered = [];
    const note = (what: string) => (_request: unknown, response: ServerResponse) => {
      answered.push(what);
      response.end(what);
    };
    gateway.addRoute('*', '/preview/', note('a phone'));
    gateway.addRoute('*', '/', note('the desk'));
    gateway.addRoute('*', '/files/', note('a file'), 'signed');
  });
  const admin = () => new URL(gateway.adminUrl).pathname;
  const asked = (path: string, headers: Record<string, string> = {}, method = 'POST') =>
    new Promise<number>((resolve, reject) => {
      const sent = request({ port: gateway.port, path, method, headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      });
      sent.on('error', reject);
      sent.end(method === 'POST' ? JSON.stringify({ action: 'test.echo' }) : undefined);
    });

  test.each([
    ['sends from its own origin', { origin: 'https://example.com' }],
    ['sends from a file or a sandbox', { origin: 'null' }],
    ['sends from another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['has had its name pointed at this machine', { host: 'example.com' }],
    ['names a host that begins like ours', { host: 'localhost.example.com' }],
  ])('%s: it is refused even with the token, and nothing is carried out', async (_, foreign) => {
    const { headers } = await enter(gateway.address);
    expect(await asked(admin(), { ...headers, ...foreign })).toBe(403);
    expect(await asked('/preview/clock', { ...headers, ...foreign })).toBe(403);
    expect(gateway.counts.total).toBe(0);
    expect(answered).toEqual([]);
  });

  test.each([
    ['nothing', {}],
    ['the cookie of another port', { cookie: 'qingfeng-1=x' }],
    ['a token that is wrong', { cookie: `qingfeng-PORT=${'x'.repeat(32)}` }],
    ['an empty token', { cookie: 'qingfeng-PORT=' }],
  ])('is refused by every path when it has %s', async (_, given: Record<string, string>) => {
    const cookie = given['cookie']?.replace('PORT', String(gateway.port));
    const headers = {
      'content-type': 'application/json',
      ...(cookie === undefined ? {} : { cookie }),
    };
    for (const path of ['/', '/preview/clock', '/admin', '/x/admin', `/${'x'.repeat(32)}/admin`]) {
      for (const method of ['GET', 'POST']) expect(await asked(path, headers, method)).toBe(403);
    }
    expect(gateway.counts.total).toBe(0);
    expect(answered).toEqual([]);
  });

  test('is told in the browser which address to open', async () => {
    const answer = await fetch(gateway.url);
    expect(await answer.text()).toBe('请打开 npm start 在终端里打印的完整地址。');
  });

  test('gets a file for its signature, as the SDK does, which looks at that itself', async () => {
    expect(await asked('/files/a.txt?sign=x', {}, 'GET')).toBe(200);
    expect(answered).toEqual(['a file']);
  });

  test('whoever opens the address has entered, by either name of this machine', async () => {
    for (const host of [`localhost:${gateway.port}`, `127.0.0.1:${gateway.port}`]) {
      const { headers } = await enter(
        gateway.address.replace('127.0.0.1', host.split(':')[0] ?? ''),
      );
      const own = { ...headers, host, origin: `http://${host}` };
      expect(await asked('/preview/clock', own)).toBe(200);
    }
    const opened = await fetch(gateway.address, { redirect: 'manual' });
    expect(opened.headers.get('location')).toBe('/');
    expect(opened.headers.get('set-cookie')).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/u);
  });

  test('a ticket, which a browser is started with in sight of all users, works once', async () => {
    const ticket = gateway.ticket();
    const { headers } = await enter(ticket);
    expect(await asked('/preview/clock', headers)).toBe(200);
    const second = await fetch(ticket, { redirect: 'manual' });
    expect(second.status).toBe(403);
    expect(second.headers.get('set-cookie')).toBeNull();
    expect(await asked(`${new URL(ticket).pathname}/admin`)).toBe(403);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'what a form can send is refused: %s',
    async (type) => {
      const { headers } = await enter(gateway.address);
      expect(await asked('/preview/clock', { ...headers, 'content-type': type })).toBe(415);
      expect(await asked('/preview/clock', { cookie: headers.cookie })).toBe(415);
      expect(answered).toEqual([]);
    },
  );

  test('cannot end the server with an address that is none', async () => {
    for (const path of ['//', '///', '/%', '//:0']) await asked(path);
    expect((await call('test.echo')).status).toBe(200);
  });
});

test('every gateway has a token of its own', async () => {
  const other = await startGateway();
  expect(new URL(other.address).pathname).not.toBe(new URL(gateway.address).pathname);
  await other.stop();
});
