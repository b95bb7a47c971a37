import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
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
  gateway.counts.reset();
  expect(gateway.counts.total).toBe(0);
});

test('a route answers by method and longest prefix, and is not counted', async () => {
  gateway.addRoute('GET', '/files/', (_request, response) => void response.end('any file'));
  gateway.addRoute('GET', '/files/one/', (_request, response) => void response.end('one'));
  const text = async (path: string, method = 'GET') =>
    (await fetch(gateway.url + path, { method })).text();
  expect(await text('/files/x')).toBe('any file');
  expect(await text('/files/one/x')).toBe('one');
  expect((await fetch(`${gateway.url}/files/x`, { method: 'PUT' })).status).toBe(404);
  expect((await fetch(`${gateway.url}/nothing`)).status).toBe(404);
  expect(gateway.counts.total).toBe(0);
});

test('a route that fails is answered with 500 and logged', async () => {
  gateway.addRoute('GET', '/broken', () => Promise.reject(new Error('a bug in a route')));
  expect((await fetch(`${gateway.url}/broken`)).status).toBe(500);
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

describe('a foreign page that is open on this machine', () => {
  const asked = (headers: Record<string, string>, path = '/admin') =>
    new Promise<number>((resolve, reject) => {
      const { port } = gateway;
      const sent = request({ port, path, method: 'POST', headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      });
      sent.on('error', reject);
      sent.end(JSON.stringify({ action: 'test.echo' }));
    });

  test.each([
    ['sends from its own origin', { origin: 'https://example.com' }],
    ['sends from a file or a sandbox', { origin: 'null' }],
    ['has had its name pointed at this machine', { host: 'example.com' }],
    ['names a host that begins like ours', { host: 'localhost.example.com' }],
  ])('%s: it is refused, and nothing is carried out', async (_, headers) => {
    expect(await asked(headers)).toBe(403);
    expect(gateway.counts.total).toBe(0);
  });

  test('our own pages are answered, by either name of this machine', async () => {
    for (const host of [`localhost:${gateway.port}`, `127.0.0.1:${gateway.port}`]) {
      expect(await asked({ host, origin: `http://${host}` })).toBe(200);
    }
  });

  test('cannot end the server with an address that is none', async () => {
    for (const path of ['//', '///', '/%', '//:0']) await asked({}, path);
    expect((await call('test.echo')).status).toBe(200);
  });
});
