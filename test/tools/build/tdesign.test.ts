import { addressesIn } from '../../../tools/build/faults';
import { buildFixture, type BuiltFixture } from './fixture-app';

const usingComponents = Object.fromEntries(
  ['checkbox', 'dialog', 'date-time-picker', 'search'].map((name) => [
    `t-${name}`,
    `tdesign-miniprogram/${name}/${name}`,
  ]),
);
const HOME = 'miniprogram_npm/tdesign-miniprogram';

describe('TDesign in the sub-packages that use it', () => {
  let built: BuiltFixture;
  beforeAll(() => {
    const json = JSON.stringify({ usingComponents });
    built = buildFixture({
      'packages/x/p/p.json': json,
      'packages/x/p/p.wxml': '<t-search left-icon="calendar" />',
      'packages/y/p/p.json': json,
    });
  }, 30_000);
  const text = (file: string) => built.files[file] ?? '';
  const folders = (root: string) =>
    new Set(
      Object.keys(built.files)
        .filter((file) => file.startsWith(`${root}/${HOME}/`))
        .map((file) => file.split('/')[4]),
    );

  it('is there with what the components use, and nothing else of it', () => {
    for (const root of ['packages/x', 'packages/y']) {
      expect(text(`${root}/p/p.json`)).toContain(`"/${root}/${HOME}/dialog/dialog"`);
      expect([...folders(root)]).toEqual(
        expect.arrayContaining(['dialog', 'date-time-picker', 'picker', 'popup', 'icon', 'common']),
      );
      expect(folders(root)).not.toContain('collapse');
      expect(folders(root)).not.toContain('miniprogram_npm');
    }
    expect(built.faults).toEqual([]);
  });

  it('finds what it needs in its own package, helpers of the bundler too', () => {
    const scripts = Object.keys(built.files).filter((file) => /^packages\/x\/.*\.js$/u.test(file));
    expect(scripts.length).toBeGreaterThan(5);
    for (const script of scripts) {
      for (const [, target = ''] of text(script).matchAll(/require\(["`']([^"`']+)/gu)) {
        const url = new URL(target, `http://package/${script}`);
        expect(built.files).toHaveProperty([url.pathname.slice(1)]);
        expect(url.pathname).toMatch(/^\/packages\/x\//u);
      }
    }
  });

  it('loads nothing from a network: the icon font is replaced', () => {
    const all = Object.values(built.files).join('\n');
    expect(all).not.toContain('@font-face');
    expect(addressesIn(all)).toEqual([]);
  });

  it('has the icons that it or a page of its package names, and no others', () => {
    const [x, y] = ['x', 'y'].map((name) => text(`packages/${name}/${HOME}/icon/icon.wxss`));
    for (const style of [x, y]) {
      expect(style).toContain('.t-icon-close:before');
      // Its template puts this name together.
      expect(style).toContain('.t-icon-check-rectangle-filled:before');
      expect(style).not.toContain('.t-icon-zoom-in:before');
      expect(style!.length).toBeLessThan(20_000);
    }
    expect(x).toContain('.t-icon-calendar:before');
    expect(y).not.toContain('.t-icon-calendar:before');
  });
});
