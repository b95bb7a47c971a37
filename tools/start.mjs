/**
 * `npm start`: on a fresh clone with Node and nothing else it installs what is missing, then hands
 * over to start.ts. Plain JavaScript, because nothing that reads TypeScript may be there yet.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { clearInterval, setInterval } from 'node:timers';
import { fileURLToPath } from 'node:url';
import { parseOptions } from './start/options.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OLDEST_NODE = [20, 19];

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Error(
    `Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}.`,
  );
}

/** True when npm's own record of what it installed is what package-lock.json asks for. */
function isInstalled() {
  const wanted = packagesIn('package-lock.json');
  const installed = packagesIn('node_modules/.package-lock.json');
  return (
    wanted !== undefined &&
    installed !== undefined &&
    Object.entries(wanted).every(
      ([path, { version, optional, devOptional, link }]) =>
        path === '' ||
        optional === true ||
        devOptional === true ||
        link === true ||
        installed[path]?.version === version,
    )
  );
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

async function install() {
  const startedAt = Date.now();
  console.log('Installing packages; the first time this takes a minute or two …');
  const ticking = setInterval(() => {
    console.log(`  still installing (${Math.round((Date.now() - startedAt) / 1000)} s)`);
  }, 10_000);
  // NOTE: `npm ci` refuses a lock file that was written where packages for other systems could not
  // be had; this installs by the lock file all the same and leaves it as it is.
  const code = await npm(['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']);
  clearInterval(ticking);
  if (code !== 0) throw new Error(`Installing packages failed (npm ended with code ${code}).`);
  console.log(`  done in ${Math.round((Date.now() - startedAt) / 1000)} s`);
}

/** The npm that runs this script, else the one on the path. */
function npm(args) {
  const script = process.env['npm_execpath'] ?? '';
  const [command, before] = /npm-cli\.c?js$/.test(script)
    ? [process.execPath, [script]]
    : ['npm', []];
  const onWindows = process.platform === 'win32';
  return new Promise((resolve) => {
    spawn(command, [...before, ...args], {
      cwd: ROOT,
      stdio: 'inherit',
      shell: onWindows && command === 'npm',
    })
      .on('error', () => resolve(127))
      .on('close', (code) => resolve(code ?? 1));
  });
}

try {
  checkNode();
  const options = parseOptions(process.argv.slice(2));
  if (!isInstalled()) await install();
  // Functions run in UTC in production; threads have the zone of their process.
  process.env['TZ'] = 'UTC';
  const { register } = await import('tsx/esm/api');
  register();
  const { start } = await import('./start.ts');
  await start(options);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
