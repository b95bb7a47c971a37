import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import type { BundledApp } from '../../../../local/preview/app-package';
import { bundlePreview } from '../../../../local/preview/bundle/bundle-preview';
import { aPackage } from './package-on-disk';

function readApp(outDir: string): BundledApp {
  const code = readFileSync(path.join(outDir, 'app.js'), 'utf8');
  const place: { __bundledApp?: BundledApp } = {};
  runInNewContext(code, { globalThis: place });
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
  expect(app.components['pages/a/a']).toMatchObject({ isPage: true, style: '.p{top:0}' });
  expect(Object.keys(app.modules)).toEqual(['app.js', 'pages/a/a.js']);

  write({ 'pages/a/a.wxss': '.p{top:75rpx}', 'pages/a/a.wxml': '<viwe/>' });
  const second = await bundlePreview({ appDir, outDir });
  expect(second.files).toEqual(first.files);
  expect(readApp(outDir).components['pages/a/a']?.style).toBe('.p{top:10vw}');
});
