/**
 * What a command needs before anything that reads TypeScript is there: plain JavaScript that uses
 * Node and npm only.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Installs, with a word about it, what package-lock.json asks for and node_modules lacks; from then
 * on this process reads TypeScript.
 * @throws Error with one sentence for the person at the terminal
 */
export async function prepare() {
  checkNode();
  await installIn(ROOT);
  const { register } = await import('tsx/esm/api');
  register();
}

/**
 * `npm ci` in a folder whose node_modules is not what its package-lock.json asks for.
 * @param {string} folder
 * @throws Error with one sentence for the person at the terminal
 */
export async function installIn(folder) {
  if (isInstalled(folder)) return;
  const startedAt = Date.now();
  console.log('Installing packages; the first time this takes a minute or two …');
  const ticking = setInterval(() => {
    console.log(`  still installing (${Math.round((Date.now() - startedAt) / 1000)} s)`);
  }, 10_000);
  const code = await npm(folder, ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  clearInterval(ticking);
  if (code !== 0) throw new Error(`Installing packages failed (npm ended with code ${code}).`);
  console.log(`  done in ${Math.round((Date.now() - startedAt) / 1000)} s`);
}

/** For the others npm leaves out native parts; `engines` in package.json says the same. */
function checkNode() {
  const { node } = process.versions;
  const [major = 0, minor = 0] = node.split('.').map(Number);
  const works = major === 20 ? minor >= 19 : major === 22 ? minor >= 12 : major > 22;
  if (works) return;
  throw new Error(
    `Node 20 from 20.19 on, or 22.12 and newer, is needed (21 does not do); this is ${node}.`,
  );
}

/** True when npm's own record of what it installed is what package-lock.json asks for on this system. */
function isInstalled(folder) {
  const wanted = packagesIn(join(folder, 'package-lock.json'));
  const installed = packagesIn(join(folder, 'node_modules', '.package-lock.json'));
  const here = { os: process.platform, cpu: process.arch, libc: libcHere() };
  return (
    wanted !== undefined &&
    installed !== undefined &&
    Object.entries(wanted).every(
      ([path, asked]) =>
        path === '' || !isNeeded(asked, here) || installed[path]?.version === asked.version,
    )
  );
}

/** Of what npm may leave out, that which is made for this system, as native parts are. */
function isNeeded({ optional, devOptional, link, hasInstallScript, os, cpu, libc }, here) {
  if (link === true) return false;
  if (optional !== true && devOptional !== true) return true;
  // One that is compiled here may fail, and npm goes on without it.
  if (hasInstallScript === true || (os ?? cpu ?? libc) === undefined) return false;
  return fits(os, here.os) && fits(cpu, here.cpu) && fits(libc, here.libc);
}

/** As npm reads such a list: names, or names with "!" of what it is not for. */
function fits(list, name) {
  if (list === undefined) return true;
  const others = list.filter((entry) => entry.startsWith('!'));
  if (others.includes(`!${name}`)) return false;
  return others.length === list.length || list.includes(name);
}

/** Linux has two; undefined elsewhere. */
function libcHere() {
  if (process.platform !== 'linux') return undefined;
  process.report.excludeNetwork = true;
  return process.report.getReport().header.glibcVersionRuntime === undefined ? 'musl' : 'glibc';
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** The npm that runs this script, else the one on the path. */
function npm(folder, args) {
  const script = process.env['npm_execpath'] ?? '';
  const [command, before] = /npm-cli\.c?js$/.test(script)
    ? [process.execPath, [script]]
    : ['npm', []];
  const onWindows = process.platform === 'win32';
  return new Promise((resolve) => {
    spawn(command, [...before, ...args], {
      cwd: folder,
      stdio: 'inherit',
      shell: onWindows && command === 'npm',
    })
      .on('error', () => resolve(127))
      .on('close', (code) => resolve(code ?? 1));
  });
}
