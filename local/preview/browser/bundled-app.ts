import type { BundledApp } from '../app-package';

declare global {
  var __bundledApp: BundledApp | undefined;
}

/** The package that app.js put here before this script runs. */
export const bundled: BundledApp = requireBundle();

function requireBundle(): BundledApp {
  if (globalThis.__bundledApp === undefined) throw new Error('app.js did not load');
  return globalThis.__bundledApp;
}
