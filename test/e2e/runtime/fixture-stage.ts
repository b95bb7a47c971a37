import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startTestCloud, type TestCloud } from '../../worlds/test-cloud';
import { startPreview } from '../../../local/preview/serve';
import type { Stage } from '../scenario';

const ROOT = path.join(import.meta.dirname, '../../..');
const PLACE = path.join(ROOT, 'dist/e2e');

export interface FixtureStage extends Stage {
  readonly cloud: TestCloud;
}

/** The small mini program beside this file on a cloud with one function of its own. */
export async function startFixtureStage(): Promise<FixtureStage> {
  mkdirSync(PLACE, { recursive: true });
  const folder = mkdtempSync(path.join(PLACE, 'fixture-'));
  const appDir = path.join(folder, 'app');
  cpSync(path.join(import.meta.dirname, 'fixture-app'), appDir, { recursive: true });
  mkdirSync(path.join(appDir, 'miniprogram_npm'));
  symlinkSync(
    path.join(ROOT, 'node_modules/tdesign-miniprogram/miniprogram_dist'),
    path.join(appDir, 'miniprogram_npm/tdesign-miniprogram'),
  );
  const functionsDir = path.join(folder, 'functions');
  cpSync(path.join(import.meta.dirname, 'fixture-functions'), functionsDir, { recursive: true });
  const rcFile = path.join(folder, 'cloudbaserc.json');
  writeFileSync(rcFile, JSON.stringify({ functions: [{ name: 'echo' }] }));
  const cloud = await startTestCloud({
    functionsDir,
    rcFile,
    schema: [],
    templates: [{ templateId: 'tpl-study', title: '学习提醒', keys: ['thing1'] }],
  });
  await startPreview({
    cloud,
    appDir,
    outDir: path.join(folder, 'preview'),
    people: async () => [{ id: 'm1', openId: 'demo-m1' }],
  });
  const stop = async (): Promise<void> => {
    await cloud.stop();
    rmSync(folder, { recursive: true });
  };
  return { address: cloud.address, cloud, stop };
}
