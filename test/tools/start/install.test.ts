import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { aFolder, type Ended, runStart } from './start-process';

jest.setTimeout(60_000);

const TOOLS = fileURLToPath(new URL('../../../tools', import.meta.url));
const TSX = join(TOOLS, '..', 'node_modules', 'tsx');
const LOCK = {
  packages: {
    '': { name: 'sample' },
    'node_modules/tsx': { version: '1.2.3' },
    'node_modules/only-elsewhere': { version: '9.0.0', optional: true },
  },
};

/** A clone whose npm is a script: it notes that it ran, and installs what the lock file says. */
function aClone(npmExit = 0): string {
  const root = aFolder();
  cpSync(join(TOOLS, 'start.mjs'), join(root, 'tools', 'start.mjs'));
  cpSync(join(TOOLS, 'start', 'options.mjs'), join(root, 'tools', 'start', 'options.mjs'));
  write(root, 'tools/start.ts', "export const start = async () => console.log('handed over');");
  write(root, 'package.json', '{"type":"module"}');
  write(root, 'package-lock.json', JSON.stringify(LOCK));
  const script = `#!/bin/sh
    echo "$@" >> npm-calls
    [ ${npmExit} = 0 ] || exit ${npmExit}
    mkdir -p node_modules
    ln -sfn '${TSX}' node_modules/tsx
    cp package-lock.json node_modules/.package-lock.json`;
  write(root, 'bin/npm', script);
  chmodSync(join(root, 'bin', 'npm'), 0o755);
  return root;
}

function write(root: string, name: string, text: string): void {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), text);
}

function runIn(root: string): Promise<Ended> {
  const path = `${join(root, 'bin')}:${process.env['PATH'] ?? ''}`;
  return runStart([], root, { PATH: path }).ended;
}

const npmCalls = (root: string): string => readFileSync(join(root, 'npm-calls'), 'utf8');

describe('a fresh clone', () => {
  it('is installed once, with a word about it', async () => {
    const root = aClone();
    const first = await runIn(root);
    expect(first).toMatchObject({ code: 0, errors: '' });
    expect(first.out).toMatch(/^Installing packages.*\n {2}done in \d+ s\nhanded over\n$/u);
    const second = await runIn(root);
    expect(second.out).toBe('handed over\n');
    expect(npmCalls(root)).toBe('install --no-save --no-audit --no-fund --loglevel=error\n');
  });

  it('is installed again when the lock file asks for something else', async () => {
    const root = aClone();
    await runIn(root);
    const packages = { ...LOCK.packages, 'node_modules/new': { version: '1.0.0' } };
    write(root, 'package-lock.json', JSON.stringify({ packages }));
    await expect(runIn(root)).resolves.toMatchObject({ code: 0 });
    expect(npmCalls(root).split('\n')).toHaveLength(3);
  });

  it('is installed again after an installation that was cut off', async () => {
    const root = aClone();
    await runIn(root);
    rmSync(join(root, 'node_modules', '.package-lock.json'));
    await runIn(root);
    expect(npmCalls(root).split('\n')).toHaveLength(3);
  });

  it('says so when the installation fails', async () => {
    const ended = await runIn(aClone(7));
    expect(ended).toMatchObject({
      code: 1,
      errors: 'Installing packages failed (npm ended with code 7).\n',
    });
  });

  it('does not install for an option that is wrong', async () => {
    const root = aClone();
    const { ended } = runStart(['--colour'], root, { PATH: process.env['PATH'] });
    await expect(ended).resolves.toMatchObject({ code: 1, out: '' });
  });
});
