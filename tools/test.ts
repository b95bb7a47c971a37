import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';

/**
 * Everything that must hold, in the order in which a failure is cheapest to find: the rules in three
 * time zones, the functions on the local cloud, the built package in a browser.
 * `npm test -- --only jest|zones|browser` runs one part.
 */
const OUT = 'dist/test';
const OTHER_ZONES = ['Asia/Shanghai', 'America/New_York'];

interface Counts {
  passed: number;
  failed: number;
}

function run(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return new Promise((resolve) => {
    spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } }).on(
      'close',
      (code) => resolve(code ?? 1),
    );
  });
}

async function jest(name: string, args: readonly string[], zone: string): Promise<Counts> {
  const file = `${OUT}/${name}.json`;
  rmSync(file, { force: true });
  const code = await run(
    ['node_modules/jest/bin/jest.js', '--json', '--outputFile', file, '--silent', ...args],
    { TZ: zone },
  );
  return readCounts(file, code);
}

/** A suite that crashed before it could count is one failure, never nothing. */
function readCounts(file: string, exitCode: number): Counts {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
      numRuntimeErrorTestSuites: number;
    };
    const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
    return {
      passed: report.numPassedTests,
      failed: failed + (exitCode !== 0 && failed === 0 ? 1 : 0),
    };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

async function browser(): Promise<Counts> {
  const file = `${OUT}/browser.json`;
  rmSync(file, { force: true });
  const code = await run(['--import', 'tsx', 'test/e2e/run.ts', '--report', file]);
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as Counts;
    return {
      passed: report.passed,
      failed: report.failed + (code !== 0 && report.failed === 0 ? 1 : 0),
    };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const only = process.argv[process.argv.indexOf('--only') + 1];
const wanted = (part: string): boolean => !process.argv.includes('--only') || only === part;

mkdirSync(OUT, { recursive: true });
const startedAt = performance.now();
const results: Counts[] = [];
if (wanted('jest') || wanted('browser')) {
  if ((await run(['--import', 'tsx', 'tools/build.ts'])) !== 0)
    results.push({ passed: 0, failed: 1 });
}
if (wanted('jest')) results.push(await jest('all', [], 'UTC'));
if (wanted('zones')) {
  for (const zone of OTHER_ZONES) {
    results.push(await jest(`domain-${zone.replace('/', '-')}`, ['test/domain'], zone));
  }
}
if (wanted('browser')) results.push(await browser());

const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
console.log(`\n${((performance.now() - startedAt) / 1000).toFixed(0)} s in all`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
