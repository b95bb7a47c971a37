import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '../../local/cloud/engine/open-engine';
import { startLocalCloud } from '../../local/cloud/start-local-cloud';
import type { Figure } from '../bench';

const DOCUMENTS = 100_000;
const BATCH = 5000;
const CALLS = 500;
const COLLECTION = {
  name: 'things',
  indexes: [
    { name: 'by-owner', fields: [{ name: 'owner', direction: 1 as const }] },
    { name: 'by-number', fields: [{ name: 'number', direction: 1 as const }], unique: true },
  ],
};

/** The local cloud itself: opening a large data folder, and one round trip of the SDK. */
export async function run(): Promise<Figure[]> {
  return [...(await openFigures()), ...(await roundTripFigures())];
}

async function openFigures(): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const engine = await openEngine({ dataDir, nowMs: () => 0 });
    await engine.ensureCollections([COLLECTION]);
    for (let start = 0; start < DOCUMENTS; start += BATCH) {
      await engine.write('things', undefined, () => ({
        changes: Array.from({ length: BATCH }, (_, at) => ({
          before: undefined,
          after: { _id: `d${start + at}`, number: start + at, owner: `o${at % 500}`, text: 'x' },
        })),
        result: undefined,
      }));
    }
    await engine.close();
    const startedAt = performance.now();
    const opened = await openEngine({ dataDir, nowMs: () => 0 });
    const seconds = (performance.now() - startedAt) / 1000;
    await opened.close();
    return [
      { name: 'engine open, 100,000 documents', value: Math.round(seconds * 100) / 100, unit: 's' },
    ];
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function roundTripFigures(): Promise<Figure[]> {
  const cloud = await startLocalCloud({
    schema: [COLLECTION],
    functionsDir: 'dist/cloudfunctions',
    rcFile: 'cloudbaserc.json',
    functions: [],
    log: () => undefined,
  });
  try {
    Object.assign(process.env, cloud.sdkEnv());
    const { default: tcb } = await import('@cloudbase/node-sdk');
    const things = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV }).database().collection('things');
    await things.add({ _id: 'one', number: 1, owner: 'o' });
    const times: number[] = [];
    for (let at = 0; at < CALLS; at += 1) {
      const before = performance.now();
      await things.doc('one').get();
      times.push(performance.now() - before);
    }
    times.sort((a, b) => a - b);
    const median = Math.round((times[CALLS / 2] ?? 0) * 100) / 100;
    return [{ name: 'SDK round trip, one document by id, median', value: median, unit: 'ms' }];
  } finally {
    await cloud.stop();
  }
}
