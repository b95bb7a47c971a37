import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const OUT = 'dist/test';

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** A script of the repository, its output shown; resolves with the exit code. */
function run(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return new Promise((resolve) => {
    spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } }).on(
      'close',
      (code) => resolve(code ?? 1),
    );
  });
}

/** A build that ends badly is one failure. */
export async function build(): Promise<Counts> {
  const code = await run(['--import', 'tsx', 'tools/build.ts']);
  return { passed: 0, failed: code === 0 ? 0 : 1 };
}

export async function jest(
  name: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Counts> {
  const file = freshFile(`${name}.json`);
  const code = await run(
    ['node_modules/jest/bin/jest.js', '--json', '--outputFile', file, '--silent', ...args],
    env,
  );
  return readCounts(code, () => {
    const report = JSON.parse(readFileSync(file, 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
      numRuntimeErrorTestSuites: number;
    };
    const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
    return { passed: report.numPassedTests, failed };
  });
}

/** Arguments of jest that leave out files. */
export function without(files: readonly string[]): readonly string[] {
  return files.flatMap((each) => ['--testPathIgnorePatterns', each]);
}

export async function browser(env: NodeJS.ProcessEnv = {}): Promise<Counts> {
  const file = freshFile('browser.json');
  const code = await run(['--import', 'tsx', 'test/e2e/run.ts', '--report', file], env);
  return readCounts(code, () => JSON.parse(readFileSync(file, 'utf8')) as Counts);
}

function freshFile(name: string): string {
  mkdirSync(OUT, { recursive: true });
  const file = `${OUT}/${name}`;
  rmSync(file, { force: true });
  return file;
}

/** A suite that crashed, before it could count or after, is one failure, never nothing. */
function readCounts(exitCode: number, read: () => Counts): Counts {
  try {
    const { passed, failed } = read();
    return { passed, failed: failed + (exitCode !== 0 && failed === 0 ? 1 : 0) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/**
 * The last line says the sum, which stays behind in dist/test/<command>.counts; a sum with failures
 * is exit code 1.
 */
export function conclude(command: string, results: readonly Counts[]): void {
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  const sum = `${passed} passed, ${failed} failed`;
  console.log(`\n${(performance.now() / 1000).toFixed(0)} s in all\n${sum}`);
  writeFileSync(freshFile(`${command}.counts`), `${sum}\n`);
  process.exitCode = failed === 0 ? 0 : 1;
}
