import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly errors: string;
}

export interface StartProcess {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves with the printed address; rejects when the process ends before. */
  readonly ready: Promise<string>;
  readonly printed: () => string;
}

/** `npm start -- …args`, without npm. */
export function runStart(args: readonly string[], root = ROOT, env = process.env): StartProcess {
  return runScript(['tools/start.mjs', '--no-open', ...args], root, env);
}

/** A script of `root` and its arguments, as npm runs it. */
export function runScript(
  args: readonly string[],
  root: string,
  env: NodeJS.ProcessEnv,
): StartProcess {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, out, errors }));
  });
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      const address = /(http:\/\/127\.0\.0\.1:\d+\/[\w-]{32})\n/u.exec(out)?.[1];
      if (address !== undefined) resolve(address);
    });
    void ended.then(() => reject(new Error(`it ended: ${errors}`)));
  });
  // Tests of failing starts never look at it.
  ready.catch(() => undefined);
  return { child, ended, ready, printed: () => out };
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

export const aFolder = (): string => mkdtempSync(join(tmpdir(), 'start-'));
