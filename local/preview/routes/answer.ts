import { createReadStream, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
};

/** A file of the folder. Only fonts are cached: a new build must show after a reload. */
export function sendFile(response: ServerResponse, folder: string, name: string): void {
  const file = path.join(folder, path.normalize(`/${name}`));
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) {
    response.writeHead(404).end();
    return;
  }
  const suffix = path.extname(file);
  response.writeHead(200, {
    'content-type': TYPES[suffix] ?? 'application/octet-stream',
    'cache-control': suffix === '.woff2' ? 'max-age=86400' : 'no-store',
  });
  createReadStream(file).pipe(response);
}

export function sendJson(response: ServerResponse, body: object, status = 200): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(body));
}

export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

export async function readJson<T>(request: IncomingMessage): Promise<T> {
  return JSON.parse((await readBytes(request)).toString()) as T;
}
