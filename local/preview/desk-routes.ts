import type { ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import type { LocalCloud } from '../cloud/start-local-cloud';
import type { DeskAnswer, DeskPerson, DeskTour } from './desk/desk-answer';

const HERE = fileURLToPath(new URL('./desk/', import.meta.url));

export interface DeskOptions {
  readonly people: () => Promise<readonly DeskPerson[]>;
  readonly tour: () => Promise<DeskTour | null>;
}

/** The desktop page: several phones side by side, the clock, and what each phone received. */
export async function addDeskRoutes(cloud: LocalCloud, options: DeskOptions): Promise<void> {
  const script = await bundleDesk();
  cloud.addRoute('GET', '/', async (_request, response, url) => {
    const isDesk = url.pathname === '/';
    const page = isDesk ? await readFile(`${HERE}desk.html`, 'utf8') : 'not found';
    send(response, isDesk ? 200 : 404, isDesk ? 'text/html' : 'text/plain', page);
  });
  cloud.addRoute('GET', '/desk/desk.css', async (_request, response) => {
    send(response, 200, 'text/css', await readFile(`${HERE}desk.css`, 'utf8'));
  });
  cloud.addRoute('GET', '/desk/main.js', (_request, response) => {
    send(response, 200, 'text/javascript', script);
  });
  cloud.addRoute('GET', '/desk/people', async (_request, response) => {
    const people = (await options.people()).map(({ id, name, about, isGuest }) => ({
      id,
      name,
      about,
      isGuest,
    }));
    const { address } = cloud;
    const answer: DeskAnswer = { people, tour: await options.tour(), address };
    sendJson(response, answer);
  });
}

async function bundleDesk(): Promise<string> {
  const result = await esbuild.build({
    entryPoints: [`${HERE}main.ts`],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
  });
  return result.outputFiles[0]?.text ?? '';
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
  });
  response.end(body);
}

function sendJson(response: ServerResponse, body: object): void {
  send(response, 200, 'application/json', JSON.stringify(body));
}
