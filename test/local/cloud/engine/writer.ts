import { openEngine } from '../../../../local/cloud/engine/open-engine';
import { planInsert } from '../../../../local/cloud/operations/write-documents';

/**
 * Writes until it is killed: twelve callers add single documents, four add pairs in transactions.
 * Prints the id of everything that was acknowledged. Usage: writer.ts FOLDER NAME_OF_ROUND
 */
const [dataDir = '', round = ''] = process.argv.slice(2);
const engine = await openEngine({ dataDir, nowMs: () => Date.now() });
await engine.ensureCollections([{ name: 'written', indexes: [] }]);

const acknowledge = (id: string) => void process.stdout.write(`${id}\n`);
const pad = 'x'.repeat(300);

async function writeSingles(caller: number): Promise<void> {
  for (let n = 0; ; n += 1) {
    const _id = `${round}-single-${caller}-${n}`;
    await engine.write('written', undefined, () => planInsert([{ _id, pad }], 0));
    acknowledge(_id);
  }
}

async function writePairs(caller: number): Promise<void> {
  for (let n = 0; ; n += 1) {
    const id = `${round}-pair-${caller}-${n}`;
    const transaction = engine.begin();
    for (const half of ['left', 'right']) {
      await engine.write('written', transaction, () =>
        planInsert([{ _id: `${id}/${half}`, pad }], 0),
      );
    }
    await engine.commit(transaction);
    acknowledge(id);
  }
}

const callers = Array.from({ length: 16 }, (_, caller) =>
  caller < 12 ? writeSingles(caller) : writePairs(caller),
);
await Promise.all(callers);
