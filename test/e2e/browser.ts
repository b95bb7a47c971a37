import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Names under which a machine may have a browser of its own. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The browser of the machine (CHROME, then the path), else the one from npm. */
export async function launchBrowser(): Promise<Browser> {
  const own = process.env['CHROME'] ?? findOnPath();
  if (own !== undefined) {
    return chromium.launch({ executablePath: own, args: ['--no-sandbox', '--disable-gpu'] });
  }
  const { default: bundled } = await import('@sparticuz/chromium');
  const executablePath = await bundled.executablePath();
  return chromium.launch({ executablePath, args: bundled.args });
}

function findOnPath(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders
    .flatMap((folder) => NAMES.map((name) => path.join(folder, name)))
    .find((file) => existsSync(file));
}
