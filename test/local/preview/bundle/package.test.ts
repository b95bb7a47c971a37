import { readPackage } from '../../../../local/preview/bundle/read-package';
import { aPackage } from './package-on-disk';

const component = { '.json': '{"component":true}', '.wxml': '', '.js': 'Component({});' };
const filesOf = (path: string): Record<string, string> =>
  Object.fromEntries(Object.entries(component).map(([suffix, text]) => [path + suffix, text]));

test('components are found by relative and absolute path and in the nearest npm folder', () => {
  const { appDir } = aPackage({
    'pages/a/a.json': JSON.stringify({
      usingComponents: { near: './near', card: '/parts/card/card', 't-tag': 'lib/tag/tag' },
    }),
    ...filesOf('pages/a/near'),
    ...filesOf('parts/card/card'),
    ...filesOf('miniprogram_npm/lib/tag/tag'),
  });
  const { components, warnings } = readPackage(appDir);
  expect(warnings).toEqual([]);
  expect(components.get('pages/a/a')?.using).toEqual({
    near: '/pages/a/near',
    card: '/parts/card/card',
    't-tag': '/miniprogram_npm/lib/tag/tag',
  });
  expect([...components.keys()]).toHaveLength(4);
});

test('pages of sub-packages are pages', () => {
  const { appDir } = aPackage({
    'app.json': JSON.stringify({
      pages: ['pages/a/a'],
      subPackages: [{ root: 'packages/b/', pages: ['one/one'] }],
    }),
    ...filesOf('packages/b/one/one'),
  });
  const { pages, components } = readPackage(appDir);
  expect(pages).toEqual(['pages/a/a', 'packages/b/one/one']);
  expect(components.get('packages/b/one/one')?.isPage).toBe(true);
});

test('a component that is not in the package is warned of', () => {
  const { appDir } = aPackage({
    'pages/a/a.json': JSON.stringify({ usingComponents: { gone: '/parts/gone' } }),
  });
  expect(readPackage(appDir).warnings).toEqual([
    'pages/a/a.json: component "/parts/gone" is not in the package',
  ]);
});

test('broken JSON names its file', () => {
  const { appDir } = aPackage({ 'pages/a/a.json': '{' });
  expect(() => readPackage(appDir)).toThrow('pages/a/a.json cannot be read as JSON');
});
