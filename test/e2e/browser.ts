import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Names under which a machine may have a browser of its own. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The browser of the machine (CHROME, then the path), else the one from npm. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROME'] ?? findOnPath() ?? (await fromNpm());
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}

/**
 * Unpacks the browser of @sparticuz/chromium. Its own arguments stay out: they ask for a single
 * process, which ends as soon as the first phone is closed.
 */
async function fromNpm(): Promise<string> {
  const { default: packed } = await import('@sparticuz/chromium');
  return packed.executablePath();
}

function findOnPath(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders
    .flatMap((folder) => NAMES.map((name) => path.join(folder, name)))
    .find((file) => existsSync(file));
}
