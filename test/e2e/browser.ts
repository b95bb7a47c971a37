import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

/**
 * The browser of @sparticuz/chromium: the same on every machine, and without windows, which halves
 * what a phone costs. CHROME names another. Its own arguments stay out: they ask for a single
 * process, which ends as soon as the first phone is closed.
 */
export async function launchBrowser(): Promise<Browser> {
  const own = process.env['CHROME'];
  const args = ['--no-sandbox', '--disable-gpu'];
  if (own !== undefined) return chromium.launch({ executablePath: own, args });
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('The browser from npm is for Linux on x64; CHROME=/path names another.');
  }
  const { default: packed } = await import('@sparticuz/chromium');
  const executablePath = await packed.executablePath();
  const env = { ...process.env, ...(await lackingHere(executablePath)) };
  return chromium.launch({ executablePath, args, env });
}

/** Variables that point the browser at what its package brings and this machine does not have. */
async function lackingHere(executable: string): Promise<Record<string, string>> {
  return {
    ...(hasLibrariesOf(executable) ? {} : { LD_LIBRARY_PATH: await packedLibraries() }),
    ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(tmpdir(), 'fonts') }),
  };
}

function hasLibrariesOf(executable: string): boolean {
  const { status, stdout } = spawnSync('ldd', [executable], { encoding: 'utf8' });
  return status === 0 && !stdout.includes('not found');
}

/** The package unpacks them by itself only where it knows the cloud that it runs in. */
async function packedLibraries(): Promise<string> {
  const entry = import.meta.resolve('@sparticuz/chromium');
  const { inflate } = (await import(new URL('lambdafs.js', entry).href)) as {
    inflate: (file: string) => Promise<string>;
  };
  const archive = fileURLToPath(new URL('../../bin/al2023.tar.br', entry));
  return join(await inflate(archive), 'lib');
}
