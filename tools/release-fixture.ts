import { build } from 'esbuild';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { schema } from '../cloudfunctions/_store/schema';
import type { LocalCloud } from '../local/cloud/start-local-cloud';
import { seedWorld } from '../local/world/seed-world';
import { buildMiniprogram } from './build/build-miniprogram';
import { buildFunctions } from './build-functions';
import { liveFirstDays } from './release-fixture/first-days';
import { lineEach, packFolder } from './release-fixture/fixture-folder';
import { callEveryAction } from './release-fixture/next-day';
import { oneOfEach } from './release-fixture/one-of-each';
import { type RecordedCall, Recorder } from './release-fixture/recorder';
import { openCloud, START_MS } from './release-fixture/stage';

/** What a phone needs to read an answer. */
const CONTRACT = `
export { api } from './contract/api';
export { COMMON_ERRORS } from './contract/action';
export { lenient } from './miniprogram/api/lenient';
`;

/**
 * Keeps what the release of this checkout leaves behind, for the tests of later versions: its phone,
 * its contract, a data folder it has lived in, documents of every shape, and calls with their answers.
 */
async function recordRelease(version: string, outDir: string): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'release-fixture-'));
  const at = (name: string): string => join(scratch, name);
  await buildMiniprogram({ outDir: at('phone'), minify: true });
  await buildFunctions({ outDir: at('functions') });

  const cloud = await openCloud(at('data'), at('functions'));
  await seedWorld(cloud, START_MS);
  await liveFirstDays({ cloud, recorder: new Recorder(cloud, version) });
  const endMs = cloud.clock.nowMs();
  const documents = documentsOf(cloud);
  await cloud.stop();
  // Which processes have the folder open; lmdb makes it anew.
  rmSync(join(at('data'), 'lock.mdb'));

  mkdirSync(outDir, { recursive: true });
  packFolder(at('data'), join(outDir, 'data.tgz'));
  packFolder(at('phone'), join(outDir, 'phone.tgz'));
  await build({
    stdin: { contents: CONTRACT, resolveDir: ROOT },
    outfile: join(outDir, 'contract.cjs'),
    bundle: true,
    format: 'cjs',
    minify: true,
  });
  writeFileSync(join(outDir, 'documents.json'), documents);
  const calls = await recordCalls(at('data'), at('functions'), version, endMs);
  writeFileSync(join(outDir, 'calls.json'), `${lineEach(calls)}\n`);
  rmSync(scratch, { recursive: true });
}

function documentsOf({ engine }: LocalCloud): string {
  const collections = schema.map(({ name }) => {
    const all = [...engine.collection(name).all()].map(({ document }) => document);
    if (all.length === 0) throw new Error(`the first days leave nothing in ${name}`);
    return `${JSON.stringify(name)}: ${lineEach(oneOfEach(all))}`;
  });
  return `{\n${collections.join(',\n')}\n}\n`;
}

async function recordCalls(
  dataDir: string,
  functionsDir: string,
  version: string,
  atMs: number,
): Promise<readonly RecordedCall[]> {
  const cloud = await openCloud(dataDir, functionsDir);
  cloud.clock.jump(atMs);
  const recorder = new Recorder(cloud, version);
  await callEveryAction({ cloud, recorder });
  await cloud.stop();
  return recorder.calls;
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  version: string;
};
/** The folder named on the command line is for trying it out. */
const outDir = process.argv[2] ?? join(ROOT, 'test/fixtures', `release-${version}`);
if (existsSync(outDir)) {
  console.error(
    `${outDir} is there: what was released stays as it was. Name the next version in package.json.`,
  );
  process.exit(1);
}
await recordRelease(version, outDir);
console.log(outDir);
process.exit(0);
