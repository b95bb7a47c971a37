import {
  chmodSync,
  cpSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { aFolder, type Ended, runScript, runStart } from './start-process';

jest.setTimeout(60_000);

const TOOLS = fileURLToPath(new URL('../../tools', import.meta.url));
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
  for (const file of ['install.mjs', 'start.mjs', 'start/options.mjs', 'run.mjs']) {
    cpSync(join(TOOLS, file), join(root, 'tools', file));
  }
  write(root, 'tools/start.ts', "export const start = async () => console.log('handed over');");
  write(root, 'tools/test.ts', 'console.log(`tested ${process.argv.slice(2)}`);');
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

const withOwnNpm = (root: string) => ({
  PATH: `${join(root, 'bin')}:${process.env['PATH'] ?? ''}`,
});

const runIn = (root: string): Promise<Ended> => runStart([], root, withOwnNpm(root)).ended;

const npmCalls = (root: string): string => readFileSync(join(root, 'npm-calls'), 'utf8');

describe('on a Node of another version', () => {
  /** As runIn, on a Node that says it is of that version. */
  function runOn(version: string): Promise<Ended> {
    const root = aClone();
    write(
      root,
      'other-node.cjs',
      `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });`,
    );
    const NODE_OPTIONS = `--require ${join(root, 'other-node.cjs')}`;
    return runStart([], root, { ...withOwnNpm(root), NODE_OPTIONS }).ended;
  }

  it.each(['18.20.8', '20.18.3', '21.7.3', '22.0.0', '22.11.0'])(
    '%s is refused with the versions that do, before anything is installed',
    async (version) => {
      expect(await runOn(version)).toMatchObject({
        code: 1,
        out: '',
        errors: `Node 20 from 20.19 on, or 22.12 and newer, is needed (21 does not do); this is ${version}.\n`,
      });
    },
  );

  it.each(['20.19.0', '22.12.0', '23.0.0', '24.1.0'])('%s will do', async (version) => {
    expect(await runOn(version)).toMatchObject({ code: 0, errors: '' });
  });
});

describe('a fresh clone', () => {
  it('is installed once, with a word about it', async () => {
    const root = aClone();
    const first = await runIn(root);
    expect(first).toMatchObject({ code: 0, errors: '' });
    expect(first.out).toMatch(/^Installing packages.*\n {2}done in \d+ s\nhanded over\n$/u);
    const second = await runIn(root);
    expect(second.out).toBe('handed over\n');
    expect(npmCalls(root)).toBe('ci --no-audit --no-fund --loglevel=error\n');
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

  describe('with node_modules of another system', () => {
    const { platform, arch } = process;
    const native = { version: '1.0.0', optional: true };

    /** Whether a clone is installed whose node_modules has all of the lock file but a package for these. */
    async function isInstalledWithout(system: object): Promise<boolean> {
      const root = aClone();
      const packages = { ...LOCK.packages, 'node_modules/native': { ...native, ...system } };
      write(root, 'node_modules/.package-lock.json', JSON.stringify(LOCK));
      write(root, 'package-lock.json', JSON.stringify({ packages }));
      symlinkSync(TSX, join(root, 'node_modules/tsx'));
      const { out } = await runIn(root);
      return out.startsWith('Installing');
    }

    it.each([
      [{ os: [platform], cpu: [arch] }],
      [{ os: [platform] }],
      [{ cpu: [arch] }],
      [{ os: ['!elsewhere'] }],
    ])('is installed again when the part for %j is missing', async (system) => {
      expect(await isInstalledWithout(system)).toBe(true);
    });

    it.each([
      [{ os: ['elsewhere'], cpu: [arch] }],
      [{ os: [platform], cpu: ['other'] }],
      [{ os: [`!${platform}`] }],
      [{ os: [platform], cpu: [arch], hasInstallScript: true }],
    ])('is not when the part for %j is missing', async (system) => {
      expect(await isInstalledWithout(system)).toBe(false);
    });

    const onLinux = platform === 'linux' ? it : it.skip;
    onLinux('takes of two C libraries the one that is here', async () => {
      const isFor = (name: string): Promise<boolean> =>
        isInstalledWithout({ os: ['linux'], libc: [name] });
      const both = await Promise.all([isFor('glibc'), isFor('musl')]);
      expect(both.sort()).toEqual([false, true]);
      expect(await isFor('neither')).toBe(false);
    });
  });

  it('says so when the installation fails', async () => {
    const ended = await runIn(aClone(7));
    expect(ended).toMatchObject({
      code: 1,
      errors: 'Installing packages failed (npm ended with code 7).\n',
    });
  });

  it('is installed for the tests too, which get their options', async () => {
    const root = aClone();
    const args = ['tools/run.mjs', 'test', '--only', 'jest'];
    const first = await runScript(args, root, withOwnNpm(root)).ended;
    expect(first).toMatchObject({ code: 0, errors: '' });
    expect(first.out).toMatch(/^Installing packages.*\n {2}done in \d+ s\ntested --only,jest\n$/u);
    const failing = aClone(7);
    await expect(runScript(args, failing, withOwnNpm(failing)).ended).resolves.toMatchObject({
      code: 1,
      errors: 'Installing packages failed (npm ended with code 7).\n',
    });
  });

  it.each(['build', 'deploy', 'dev', 'bench'])(
    'is installed by npm run %s, which gets its arguments',
    async (script) => {
      const { scripts } = JSON.parse(readFileSync(join(TOOLS, '../package.json'), 'utf8')) as {
        scripts: Record<string, string>;
      };
      const root = aClone();
      write(
        root,
        `tools/${script}.ts`,
        'console.log(`ran ${process.argv.slice(2)}`);\nprocess.exitCode = 3;',
      );
      const [, ...words] = scripts[script]?.split(' ') ?? [];
      const ended = await runScript([...words, '--env', 'x'], root, withOwnNpm(root)).ended;
      expect(ended).toMatchObject({ code: 3, errors: '' });
      expect(ended.out).toMatch(/^Installing packages.*\n {2}done in \d+ s\nran --env,x\n$/u);
    },
  );

  it('does not install for an option that is wrong', async () => {
    const root = aClone();
    const { ended } = runStart(['--colour'], root, { PATH: process.env['PATH'] });
    await expect(ended).resolves.toMatchObject({ code: 1, out: '' });
  });
});
