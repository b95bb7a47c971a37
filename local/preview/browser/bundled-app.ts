import { type BundledApp, type BundledPart, partFile, partOf } from '../app-package';

declare global {
  var __bundledApp: BundledApp | undefined;
}

/** The package that app.js put here before this script runs. */
export const bundled: BundledApp = requireBundle();

function requireBundle(): BundledApp {
  if (globalThis.__bundledApp === undefined) throw new Error('app.js did not load');
  return globalThis.__bundledApp;
}

/**
 * What belongs to the package that this file of the mini program is in; the script of a sub-package
 * is fetched with its first use, at once, for `require` gives what it asks for.
 */
export function partWith(file: string): BundledPart {
  const root = partOf(bundled.app, file);
  const part = bundled.parts[root] ?? fetchPart(root);
  bundled.parts[root] = part;
  return part;
}

function fetchPart(root: string): BundledPart {
  const request = new XMLHttpRequest();
  request.open('GET', `/preview/${partFile(root)}`, false);
  request.send();
  if (request.status === 200) {
    const script = document.createElement('script');
    script.textContent = `${request.responseText}\n//# sourceURL=/preview/${partFile(root)}`;
    document.head.append(script);
    script.remove();
  }
  const part = bundled.parts[root];
  if (part === undefined) throw new Error(`package "${root}" did not load`);
  return part;
}
