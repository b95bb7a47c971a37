import { bundlePreview } from './bundle/bundle-preview';
import { sendFile, sendHtml } from './routes/answer';
import { addCloudRoutes, type PreviewCloud } from './routes/cloud-routes';
import type { People, PreviewPerson } from './routes/people';

export interface PreviewServerOptions {
  readonly cloud: PreviewCloud;
  /** The built package: `dist/miniprogram`. */
  readonly appDir: string;
  /** Where browser files are written; `dist/preview`. */
  readonly outDir: string;
  /** The people for whom a phone can be opened; anyone else is a guest. */
  readonly people: People;
}

export interface PreviewServer {
  /** Address of the one port, without a slash at the end. */
  readonly url: string;
  /** What the last bundle shows differently from a phone, and references that lead nowhere. */
  readonly warnings: readonly string[];
  /** Bundles again after the package was built again; open phones see it when they reload. */
  refresh(): Promise<void>;
}

/**
 * Puts the preview on the local cloud's port: `/` the desktop page, `/phone?phone=…&path=…` one bare
 * phone. @throws when the package cannot be bundled
 */
export async function startPreview({
  cloud,
  appDir,
  outDir,
  people,
}: PreviewServerOptions): Promise<PreviewServer> {
  let { warnings } = await bundlePreview({ appDir, outDir });
  cloud.addRoute('GET', '/preview/', (_, response, url) => {
    sendFile(response, outDir, decodeURIComponent(url.pathname.slice('/preview/'.length)));
  });
  cloud.addRoute('GET', '/preview/package/', (_, response, url) => {
    sendFile(response, appDir, decodeURIComponent(url.pathname.slice('/preview/package/'.length)));
  });
  cloud.addRoute('GET', '/phone', (_, response) => {
    sendFile(response, outDir, 'phone.html');
  });
  cloud.addRoute('GET', '/', async (_, response, url) => {
    if (url.pathname === '/') sendHtml(response, listOfPhones(await people()));
    else response.writeHead(404).end();
  });
  addCloudRoutes(cloud, people);
  return {
    url: cloud.url,
    get warnings() {
      return warnings;
    },
    refresh: async () => {
      ({ warnings } = await bundlePreview({ appDir, outDir }));
    },
  };
}

function listOfPhones(people: readonly PreviewPerson[]): string {
  const items = people.map(
    ({ id, name }) => `<li><a href="/phone?phone=${encodeURIComponent(id)}">${name}</a></li>`,
  );
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><ul>${items.join('')}</ul></html>`;
}
