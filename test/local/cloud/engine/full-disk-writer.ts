import { execFileSync } from 'node:child_process';
import { openEngine } from '../../../../local/cloud/engine/open-engine';
import { planInsert } from '../../../../local/cloud/operations/write-documents';

/**
 * Fills a data folder, in a process whose files may not grow beyond a limit, until it refuses; then
 * lifts the limit and writes once more. Prints what became of it.
 */
const [, , dataDir] = process.argv;
const lines: string[] = [];
const engine = await openEngine({
  ...(dataDir !== undefined && { dataDir }),
  nowMs: () => 0,
  log: (line) => lines.push(line),
});
await engine.ensureCollections([{ name: 'written', indexes: [] }]);
const kept: string[] = [];

/** Undefined when it was acknowledged, else why not. */
async function write(_id: string): Promise<string | undefined> {
  try {
    const text = _id.padEnd(4000, '.');
    await engine.write('written', undefined, () => planInsert([{ _id, text }], 0));
    kept.push(_id);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

let refusal: string | undefined;
for (let n = 0; refusal === undefined && n < 1000; n += 1) refusal = await write(`d${n}`);
const again = await write('again');
const read = engine.collection('written').size;
execFileSync('prlimit', [`--pid=${process.pid}`, '--fsize=unlimited']);
const afterwards = await write('afterwards');
await engine.close();
process.stdout.write(JSON.stringify({ refusal, again, afterwards, kept, read, lines }));
