import { openEngine } from '../../../local/cloud/engine/open-engine';
import { demoBranches } from '../../../local/world/organisation';
import { writeDocuments } from '../../../local/world/write-documents';
import { readyLines } from '../../../tools/start/ready-lines';
import { refuseOtherWorld } from '../../../tools/start/refuse-other-world';
import { aFolder } from '../start-process';

/** A cloud with documents of these ids. */
async function aCloud(given: { branches?: string[]; members?: string[] }) {
  const dataDir = aFolder();
  const engine = await openEngine({ dataDir, nowMs: () => 0, log: () => undefined });
  for (const [collection, ids] of Object.entries({ branches: [], members: [], ...given })) {
    await engine.createCollection(collection);
    const documents = ids.map((_id) => ({ _id }));
    await writeDocuments(engine, collection, documents);
  }
  return { engine, dataDir, address: 'http://127.0.0.1:4301/token' };
}

const demo = [demoBranches[0]?.branchId ?? ''];

describe('in one data folder', () => {
  it.each([
    ['demo', demo],
    ['empty', ['own']],
    ['demo', []],
    ['empty', []],
  ] as const)('%s goes on where %j is', async (world, branches) => {
    const cloud = await aCloud({ branches: [...branches] });
    expect(() => refuseOtherWorld(cloud, world, cloud.dataDir)).not.toThrow();
    await cloud.engine.close();
  });

  it.each([
    ['demo', ['own'], 'an environment without the demo'],
    ['empty', demo, 'the demo organisation'],
  ] as const)('%s is refused where %j is', async (world, branches, held) => {
    const cloud = await aCloud({ branches: [...branches] });
    expect(() => refuseOtherWorld(cloud, world, cloud.dataDir)).toThrow(
      `The folder ${cloud.dataDir} holds ${held}.`,
    );
    await cloud.engine.close();
  });
});

it('where somebody is, nobody is told how the first person comes in', async () => {
  const [nobody, somebody] = [await aCloud({}), await aCloud({ members: ['wang'] })];
  expect(readyLines(nobody).join()).toContain('--first-officer');
  expect(readyLines(somebody)).toEqual([
    '清风 is ready: http://127.0.0.1:4301/token',
    'Ctrl-C stops it.',
  ]);
  await Promise.all([nobody.engine.close(), somebody.engine.close()]);
});
