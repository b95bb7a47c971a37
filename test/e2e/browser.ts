import { type Browser, chromium } from 'playwright-core';

/**
 * The browser of @sparticuz/chromium: the same on every machine, and without windows, which halves
 * what a phone costs. CHROME names another. Its own arguments stay out: they ask for a single
 * process, which ends as soon as the first phone is closed.
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROME'] ?? (await fromNpm());
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}

async function fromNpm(): Promise<string> {
  const { default: packed } = await import('@sparticuz/chromium');
  return packed.executablePath();
}
