import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closureOf, readAppGraph } from '../../../tools/build/app-graph';
import type { MiniprogramBuild } from '../../../tools/build/build-miniprogram';
import { addressesIn, componentFaults, developmentModules } from '../../../tools/build/faults';
import { readSourceTree } from '../../../tools/build/source-tree';

const KB = 1024;

/** In a process of its own: the bundler's native part does not take objects of jest's realm. */
function build(outDir: string): MiniprogramBuild {
  const script = `
    import { buildMiniprogram } from './tools/build/build-miniprogram.ts';
    const built = await buildMiniprogram({ outDir: ${JSON.stringify(outDir)}, minify: true });
    console.log(JSON.stringify(built));`;
  const args = ['--import', 'tsx', '--input-type=module', '--eval', script];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as MiniprogramBuild;
}

describe('the built package', () => {
  const outDir = mkdtempSync(join(tmpdir(), 'qingfeng-build-'));
  let built: MiniprogramBuild;
  const json = (file: string): unknown => JSON.parse(readFileSync(join(outDir, file), 'utf8'));

  beforeAll(() => {
    built = build(outDir);
  }, 30_000);
  afterAll(() => rmSync(outDir, { recursive: true }));

  it('has a main package of at most 280 KB', () => {
    expect(built.packages['main']).toBeGreaterThan(0);
    expect(built.packages['main']).toBeLessThanOrEqual(280 * KB);
  });

  it('runs at most 53.8 KB of JavaScript before the first page', () => {
    expect(built.firstPageScript).toBeGreaterThan(5 * KB);
    expect(built.firstPageScript).toBeLessThanOrEqual(53.8 * KB);
  });

  it('stays below the 2 MB of WeChat in every package', () => {
    for (const size of Object.values(built.packages)) expect(size).toBeLessThan(2048 * KB);
  });

  it('names what the app loads later in plain quotes, and has it', () => {
    const app = readFileSync(join(outDir, 'app.js'), 'utf8');
    const late = [...app.matchAll(/require\.async\("\.\/([^"]+)"\)/gu)].map(([, file]) => file);
    expect(late).toHaveLength(app.split('require.async(').length - 1);
    expect(late).not.toHaveLength(0);
    expect(built.files).toEqual(expect.arrayContaining(late));
  });

  it('stays below 400 KB in every sub-package', () => {
    const { main: _, ...others } = built.packages;
    for (const size of Object.values(others)) expect(size).toBeLessThanOrEqual(400 * KB);
  });

  it('has script, template and json of every page, and of the components they use', () => {
    const app = json('app.json') as {
      pages: string[];
      subPackages: { root: string; pages: string[] }[];
    };
    const pages = [
      ...app.pages,
      ...app.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
    ];
    for (const page of pages) {
      for (const extension of ['.js', '.json', '.wxml']) {
        expect(built.files).toContain(page + extension);
      }
    }
    expect(built.files).toContain('components/icon/icon.js');
  });

  it('has in main no action that only pages of sub-packages call', () => {
    const withAction = built.files.filter(
      (file) =>
        file.endsWith('.js') && readFileSync(join(outDir, file), 'utf8').includes('`changeMember`'),
    );
    expect(withAction).not.toEqual([]);
    for (const file of withAction) expect(file).toMatch(/^packages\/branch-office\//u);
  });

  it('has TDesign in the sub-packages that use it, and none in main', () => {
    const homes = built.files
      .filter((file) => file.endsWith('/popup/popup.js'))
      .map((file) => file.replace('/miniprogram_npm/tdesign-miniprogram/popup/popup.js', ''));
    expect(homes).toContain('packages/study-office');
    for (const home of homes) expect(home).toMatch(/^packages\/[\w-]+$/u);
    expect(built.files.filter((file) => file.startsWith('miniprogram_npm/'))).toEqual([]);
  });

  it('has the helpers of TypeScript that TDesign calls, not all of them', () => {
    const scripts = built.files.filter((file) => file.endsWith('.js'));
    const withHelpers = scripts
      .map((file) => readFileSync(join(outDir, file), 'utf8'))
      .filter((code) => code.includes('decorate'));
    expect(withHelpers.length).toBeGreaterThan(0);
    for (const code of withHelpers) expect(code).not.toContain('__makeTemplateObject');
  });

  it('has every picture that the tab bar names in both themes, below the 40 KB of WeChat', () => {
    const themes = json('theme.json') as Record<string, Record<string, string>>;
    const pictures = Object.values(themes).flatMap((theme) =>
      Object.values(theme).filter((value) => value.endsWith('.png')),
    );
    expect(pictures).toHaveLength(20);
    for (const picture of pictures) {
      const bytes = readFileSync(join(outDir, picture));
      expect(bytes.subarray(1, 4).toString()).toBe('PNG');
      expect(bytes.length).toBeLessThan(40 * KB);
    }
  });

  it('ships an icon for every name that a template writes down', () => {
    const style = readFileSync(join(outDir, 'components/icon/icon.wxss'), 'utf8');
    const templates = built.files.filter((file) => file.endsWith('.wxml'));
    const names = templates.flatMap((file) =>
      [
        ...readFileSync(join(outDir, file), 'utf8').matchAll(
          /<qf-icon\b[^>]*?\sname="([a-z-]+)"/gu,
        ),
      ].map(([, name]) => name),
    );
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) expect(style).toContain(`.icon--${name}{`);
  });

  it('starts pages with the system font size', () => {
    const { parts } = readAppGraph(readSourceTree(join(process.cwd(), 'miniprogram')));
    const pages = parts.filter(({ isPage }) => isPage);
    for (const { path } of pages) {
      expect(readFileSync(join(outDir, `${path}.wxml`), 'utf8')).toMatch(
        /^(?:<import [^>]*>\s*)*<page-meta page-style="\{\{pageStyle\}\}"/u,
      );
    }
  });
});

describe('what the build refuses', () => {
  const part = {
    path: 'pages/a/a',
    isPage: true,
    components: { 'qf-icon': 'components/icon/icon' },
    templates: [],
    styles: [],
  };

  it('finds an address in a script, style or template, but not the name of the SVG format', () => {
    expect(addressesIn(`src:url(https://tdesign.gtimg.com/t.woff)`)).toEqual([
      'https://tdesign.gtimg.com/t.woff',
    ]);
    expect(
      addressesIn(`url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'")`),
    ).toEqual([]);
  });

  it('finds sources of the development side in a script', () => {
    const script = (modules: string[]) => ({ file: 'a.js', code: '', requires: [], modules });
    expect(
      developmentModules([
        script(['miniprogram/app.ts', 'local/cloud/a.ts', 'node_modules/v/i.js']),
      ]),
    ).toEqual(['local/cloud/a.ts']);
  });

  it('finds a tag that is used and not declared', () => {
    expect(componentFaults(part, '<view><qf-icon /><shift-chip /></view>')).toEqual([
      'pages/a/a: <shift-chip> is not declared in the json',
    ]);
  });

  it('finds a component that is declared and not used', () => {
    expect(componentFaults(part, '<view></view>')).toEqual([
      'pages/a/a: qf-icon is declared and not used',
    ]);
  });

  it('takes a comparison in an expression for no tag', () => {
    expect(componentFaults(part, '<view wx:if="{{a < b}}"><qf-icon /></view>')).toEqual([]);
  });
});

describe('what loads with a page', () => {
  it('is its components and theirs, each once', () => {
    const part = (path: string, components: Record<string, string>) => ({
      path,
      isPage: path === 'p',
      components,
      templates: [],
      styles: [],
    });
    const parts = [
      part('p', { a: 'a', b: 'b' }),
      part('a', { b: 'b' }),
      part('b', {}),
      part('c', {}),
    ];
    const graph = { firstPage: 'p', packageRoots: [], parts, styles: [] };
    expect(closureOf(graph, 'p').map(({ path }) => path)).toEqual(['p', 'a', 'b']);
  });
});
