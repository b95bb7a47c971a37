import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import type { BundledApp } from '../../../../local/preview/app-package';
import { bundlePreview } from '../../../../local/preview/bundle/bundle-preview';
import { aPackage } from './package-on-disk';

/** With the parts whose scripts are loaded. */
function readApp(outDir: string, ...scripts: readonly string[]): BundledApp {
  const place: { __bundledApp?: BundledApp } = {};
  for (const script of ['app.js', ...scripts]) {
    runInNewContext(readFileSync(path.join(outDir, script), 'utf8'), { globalThis: place });
  }
  if (place.__bundledApp === undefined) throw new Error('app.js gives no package');
  return place.__bundledApp;
}

test('a built package becomes files for the browser, and again after a change', async () => {
  const { appDir, write } = aPackage({
    'app.wxss': '.a{top:750rpx}',
    'pages/a/a.wxss': '.p{top:0}',
  });
  const outDir = mkdtempSync(path.join(tmpdir(), 'preview-out-'));

  const first = await bundlePreview({ appDir, outDir });
  expect(first.warnings).toEqual([]);
  for (const file of first.files) {
    expect(readFileSync(path.join(outDir, file)).length).toBeGreaterThan(0);
  }
  const app = readApp(outDir);
  expect(app.style).toBe('.a{top:100vw}');
  expect(app.components['pages/a/a']).toMatchObject({ isPage: true });
  expect(app.parts['']?.styles).toEqual({ 'pages/a/a': '.p{top:0}' });
  expect(Object.keys(app.parts['']?.modules ?? {})).toEqual(['app.js', 'pages/a/a.js']);

  write({ 'pages/a/a.wxss': '.p{top:75rpx}', 'pages/a/a.wxml': '<viwe/>' });
  const second = await bundlePreview({ appDir, outDir });
  expect(second.files).toEqual(first.files);
  expect(readApp(outDir).parts['']?.styles['pages/a/a']).toBe('.p{top:10vw}');
});

test('what is in a sub-package comes with its own script, and what it shares with the first', async () => {
  const { appDir } = aPackage({
    'app.json': JSON.stringify({
      pages: ['pages/a/a'],
      subPackages: [{ root: 'packages/b', pages: ['b'] }],
    }),
    'shared.js': 'module.exports = 1;',
    'parts/row.wxml': '<template name="row"><view /></template>',
    'packages/b/b.js': "require('../../shared'); Page({});",
    'packages/b/b.json': '{}',
    'packages/b/b.wxml': '<import src="../../parts/row"/><template is="row" />',
    'packages/b/b.wxss': '.b{top:0}',
  });
  const outDir = mkdtempSync(path.join(tmpdir(), 'preview-out-'));
  const { files, warnings } = await bundlePreview({ appDir, outDir });
  expect(warnings).toEqual([]);
  expect(files).toContain('part-packages-b.js');
  expect(Object.keys(readApp(outDir).parts)).toEqual(['']);
  const { '': first, 'packages/b': part } = readApp(outDir, 'part-packages-b.js').parts;
  expect(Object.keys(first?.modules ?? {}).sort()).toEqual(['app.js', 'pages/a/a.js', 'shared.js']);
  expect(Object.keys(part?.modules ?? {})).toEqual(['packages/b/b.js']);
  expect(part?.styles).toEqual({ 'packages/b/b': '.b{top:0}' });
  expect(Object.keys(part?.templates ?? {}).sort()).toEqual(['packages/b/b', 'parts/row']);
});
