import { bundlePreview } from './bundle/bundle-preview';
import { sendFile } from './routes/answer';
import { addCloudRoutes, type PreviewCloud } from './routes/cloud-routes';
import type { People } from './routes/people';

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
 * Puts the preview on the local cloud's port: `/phone?phone=…&path=…` is one bare phone. The desktop
 * page with several of them is added by desk-routes. @throws when the package cannot be bundled
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
