import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Locked {
  readonly version?: string;
  readonly os?: readonly string[];
  readonly engines?: { readonly node?: string };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const ROOT = join(__dirname, '..');
const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
  packages: Readonly<Record<string, Locked>>;
};

/** The folders in which Node looks for what a package asks for, from its own outwards. */
function foldersAround(place: string): readonly string[] {
  const inner = place.lastIndexOf('node_modules/');
  const outer = inner <= 0 ? '' : place.slice(0, inner - 1);
  return place === '' ? [''] : [`${place}/`, ...foldersAround(outer)];
}

describe('the lock file', () => {
  it('names what every package asks for, the native parts of every system included', () => {
    const missing = Object.entries(packages).flatMap(([place, asked]) =>
      Object.keys({ ...asked.dependencies, ...asked.optionalDependencies })
        .filter((name) =>
          foldersAround(place).every(
            (folder) => packages[`${folder}node_modules/${name}`] === undefined,
          ),
        )
        .map((name) => `${name}, for ${place}`),
    );
    expect(missing).toEqual([]);
  });

  it('is of use on Linux, macOS and Windows', () => {
    const systems = new Set(Object.values(packages).flatMap(({ os }) => os ?? []));
    expect([...systems]).toEqual(expect.arrayContaining(['linux', 'darwin', 'win32']));
  });

  it('asks for the Node that every native part runs on, for which npm leaves out none', () => {
    const { engines } = packages[''] ?? {};
    const native = Object.values(packages).filter(({ os }) => os !== undefined);
    const asked = new Set(native.flatMap(({ engines: asks }) => asks?.node ?? []));
    const oldest = [...asked].filter((range) => /[\^=]2\d/u.test(range));
    expect(oldest).toEqual([engines?.node]);
  });

  // docs/decisions/packages-with-advisories.md
  it.each([
    ['axios', '0.27.2'],
    ['request', '2.88.2'],
    ['tough-cookie', '2.5.0'],
    ['form-data', '2.3.3'],
    ['fast-xml-parser', '4.2.5'],
  ])('has %s, but not %s, which has an advisory', (name, version) => {
    const versions = Object.entries(packages)
      .filter(([place]) => place.endsWith(`node_modules/${name}`))
      .map(([, locked]) => locked.version);
    expect(versions).not.toHaveLength(0);
    expect(versions).not.toContain(version);
  });
});
