import { buildFixture, runPages, type BuiltFixture } from './fixture-app';

const component = (folder: string, name: string) => ({
  [`${folder}/${name}.ts`]: 'Component({});',
  [`${folder}/${name}.json`]: '{ "component": true }',
  [`${folder}/${name}.wxml`]: '<import src="./row.wxml" /><view />',
  [`${folder}/row.wxml`]: '<template name="row" />',
  [`${folder}/${name}.wxss`]: `@import '/styles/${name}.wxss';`,
  [`styles/${name}.wxss`]: `.${name} {}`,
});
const using = (...paths: string[]) =>
  JSON.stringify({
    usingComponents: Object.fromEntries(paths.map((path) => [path.split('/').at(-1), path])),
  });

const COUNTER = 'let count = 0; export const countOn = () => (count += 1);';

const SOURCES = {
  'of-all.ts': "export const ofAll = ['of all'];",
  'of-subs.ts': "export const ofSubs = ['of subs'];",
  'grown.ts': "export const small = 'a small part'; export const large = 'a large part';",
  'counter.ts': `${COUNTER} export const counted = () => count;`,
  'doubled.ts': COUNTER,
  ...component('components/badge', 'badge'),
  ...component('components/tile', 'tile'),
  'components/tile/tile.wxml': '<import src="../badge/row.wxml" /><import src="./row.wxml" />',

  'pages/a/a.ts': `
    import { ofAll } from '../../of-all';
    import { small } from '../../grown';
    import { counted } from '../../counter';
    Page({ ofAll, small, counted });`,
  'pages/a/a.json': using('/components/badge/badge'),

  'packages/x/p/p.ts': `
    import { ofAll } from '../../../of-all';
    import { ofSubs } from '../../../of-subs';
    import { small, large } from '../../../grown';
    import { counted, countOn } from '../../../counter';
    import * as doubled from '../../../doubled';
    Page({ ofAll, ofSubs, small, large, counted, countOn, onTap: doubled.countOn });`,
  'packages/x/p/p.json': using('/components/badge/badge', '/components/tile/tile'),

  'packages/y/p/p.ts': `
    import { ofSubs } from '../../../of-subs';
    import { countOn } from '../../../doubled';
    Page({ ofSubs, countOn });`,
  'packages/y/p/p.json': using('/components/tile/tile'),
};

describe('code lives where it is used:', () => {
  let built: BuiltFixture;
  beforeAll(() => {
    built = buildFixture(SOURCES);
  }, 30_000);

  const scriptsWith = (word: string) =>
    Object.keys(built.files)
      .filter((file) => file.endsWith('.js') && built.files[file]!.includes(word))
      .sort();
  const filesIn = (folder: string) =>
    Object.keys(built.files)
      .filter((file) => file.startsWith(folder))
      .map((file) => file.slice(folder.length))
      .sort();

  it('a module that main and sub-packages need stands in main, once', () => {
    expect(scriptsWith('of all')).toEqual([expect.stringMatching(/^common\//u)]);
  });

  it('a module that only sub-packages need stands in each of them', () => {
    expect(scriptsWith('of subs')).toEqual(['packages/x/p/p.js', 'packages/y/p/p.js']);
  });

  it('main does not grow by what only a sub-package needs of a module', () => {
    expect(scriptsWith('a large part')).toEqual(['packages/x/p/p.js']);
    expect(scriptsWith('a small part')).toEqual(['packages/x/p/p.js', 'pages/a/a.js']);
  });

  it('a module that keeps state is one for the whole app, whatever a sub-package needs of it', () => {
    const [main, sub] = runPages(built, ['pages/a/a', 'packages/x/p/p']);
    (sub!['countOn'] as () => void)();
    expect((main!['counted'] as () => number)()).toBe(1);
  });

  it('a module that keeps state and would stand in two packages is the only fault', () => {
    expect(built.faults).toEqual([
      'doubled.ts keeps state, and packages/x and packages/y have a copy',
    ]);
  });

  it('a component that a page of main uses stands in main only', () => {
    expect(filesIn('components/badge/')).toEqual([
      'badge.js',
      'badge.json',
      'badge.wxml',
      'badge.wxss',
      'row.wxml',
    ]);
    expect(filesIn('packages/x/components/badge')).toEqual([]);
    expect(built.files['packages/x/p/p.json']).toContain('"/components/badge/badge"');
  });

  it('a component that only sub-packages use stands in each of them, with its style', () => {
    for (const root of ['packages/x', 'packages/y']) {
      expect(filesIn(`${root}/components/`)).toEqual(
        ['row.wxml', 'tile.js', 'tile.json', 'tile.wxml', 'tile.wxss'].map((f) => `tile/${f}`),
      );
      expect(filesIn(`${root}/styles/`)).toEqual(['tile.wxss']);
      expect(built.files[`${root}/p/p.json`]).toContain(`"/${root}/components/tile/tile"`);
    }
    expect(filesIn('components/tile')).toEqual([]);
    expect(filesIn('styles/')).toEqual(['badge.wxss']);
  });

  it('a copied template and style name what they use where it stands', () => {
    expect(built.files['packages/x/components/tile/tile.wxml']).toBe(
      '<import src="../../../../components/badge/row.wxml" /><import src="./row.wxml" />',
    );
    expect(built.files['packages/x/components/tile/tile.wxss']).toBe(
      "@import '../../styles/tile.wxss';",
    );
  });
});

it('a component of one sub-package is refused to another', () => {
  const build = () =>
    buildFixture({
      ...component('packages/x/tile', 'tile'),
      'packages/y/p/p.json': using('/packages/x/tile/tile'),
    });
  expect(build).toThrow('packages/x/tile/tile is used by packages/y');
});
