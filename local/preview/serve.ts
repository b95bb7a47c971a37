import type { PreviewBundle } from './bundle/bundle-preview';
import { sendFile } from './routes/answer';
import { addCloudRoutes, type PreviewCloud } from './routes/cloud-routes';
import type { People } from './routes/people';

export interface PreviewServerOptions {
  readonly cloud: PreviewCloud;
  /** The built package: `dist/miniprogram`. */
  readonly appDir: string;
  /** Where browser files are written; `dist/preview`. */
  readonly outDir: string;
  /** What is in `outDir` is the bundle of `appDir`; absent: it is made first. */
  readonly isBundled?: boolean;
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
  isBundled = false,
  people,
}: PreviewServerOptions): Promise<PreviewServer> {
  const bundle = () => bundled({ appDir, outDir });
  let warnings = isBundled ? [] : (await bundle()).warnings;
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
      ({ warnings } = await bundle());
    },
  };
}

/** Its compilers are loaded when there is something to compile. */
async function bundled(folders: { appDir: string; outDir: string }): Promise<PreviewBundle> {
  const { bundlePreview } = await import('./bundle/bundle-preview');
  return bundlePreview(folders);
}
