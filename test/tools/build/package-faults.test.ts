import { packageFaults } from '../../../tools/build/package-faults';

const part = (path: string, json = '{}') =>
  [
    [`${path}.js`, ''],
    [`${path}.json`, json],
    [`${path}.wxml`, '<view />'],
  ] as const;

/** A sound package with a page in main and one in each of two sub-packages; `more` replaces or adds. */
const files = (more: Readonly<Record<string, string>> = {}) =>
  new Map([
    [
      'app.json',
      JSON.stringify({
        pages: ['pages/a/a'],
        subPackages: ['x', 'y'].map((name) => ({ root: `packages/${name}`, pages: ['p'] })),
        tabBar: { list: [{ iconPath: '@tab' }] },
        themeLocation: 'theme.json',
      }),
    ],
    ['theme.json', '{"light":{"tab":"icons/tab.png"}}'],
    ['icons/tab.png', ''],
    ['app.js', 'require("./common/all.js")'],
    ['app.wxss', "@import './styles/all.wxss';"],
    ['common/all.js', ''],
    ['styles/all.wxss', ''],
    ...part('pages/a/a', '{"usingComponents":{"tile":"../../components/tile"}}'),
    ['pages/a/a.wxss', ''],
    ...part('components/tile'),
    ...part('packages/x/p', '{"usingComponents":{"own":"./own"}}'),
    ...part('packages/x/own'),
    ...part('packages/y/p'),
    ...Object.entries(more),
  ]);

it('a package in which every file is needed where it stands has no fault', () => {
  expect(packageFaults(files())).toEqual([]);
});

describe('a file that no page of its package needs', () => {
  it.each([
    [
      'a script',
      { 'packages/x/p.js': 'require("../../common/x.js")', 'common/x.js': '' },
      'common/x.js',
    ],
    [
      'a style',
      { 'packages/x/p.wxss': "@import '/styles/x.wxss';", 'styles/x.wxss': '' },
      'styles/x.wxss',
    ],
    [
      'a template',
      { 'packages/x/p.wxml': '<import src="/templates/x" />', 'templates/x.wxml': '' },
      'templates/x.wxml',
    ],
  ])('is named: %s of main', (_what, more: Record<string, string>, file) => {
    expect(packageFaults(files(more))).toEqual([`${file} is in main, and no page there needs it`]);
  });

  it('is named: all files of a component of main', () => {
    const more = {
      ...Object.fromEntries(part('components/x')),
      'packages/x/p.json': '{"usingComponents":{"x":"/components/x"}}',
    };
    expect(packageFaults(files(more)).filter((fault) => fault.startsWith('components/x'))).toEqual(
      ['js', 'json', 'wxml'].map(
        (suffix) => `components/x.${suffix} is in main, and no page there needs it`,
      ),
    );
  });

  it('is named in a sub-package too', () => {
    expect(packageFaults(files({ 'packages/y/common/x.js': '' }))).toEqual([
      'packages/y/common/x.js is in packages/y, and no page there needs it',
    ]);
  });
});

it('a script that needs one of another sub-package is named', () => {
  const more = { 'packages/y/p.js': 'require(`../x/own.js`)' };
  expect(packageFaults(files(more))).toEqual([
    'packages/y/p.js needs packages/x/own.js, which is in another package',
  ]);
});

it('a picture that a script hands over has to be there', () => {
  const more = { 'packages/y/p.js': 'share({imageUrl:"/packages/y/card.png"})' };
  expect(packageFaults(files(more))).toEqual([
    'packages/y/p.js needs packages/y/card.png, which is not there',
  ]);
  expect(packageFaults(files({ ...more, 'packages/y/card.png': '' }))).toEqual([]);
});

it('what is needed and not there is named', () => {
  const more = { 'common/all.js': 'require("./gone.js")' };
  expect(packageFaults(files(more))).toEqual([
    'common/all.js needs common/gone.js, which is not there',
  ]);
});
