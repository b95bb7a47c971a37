import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openEngine } from '../../../../local/cloud/engine/open-engine';
import { aFolder } from './an-engine';

/** Starts the writer, kills it in the midst of its work, and gives the ids it acknowledged. */
async function writeUntilKilled(dataDir: string, round: string, after: number): Promise<string[]> {
  const script = join(__dirname, 'writer.ts');
  const writer = spawn(process.execPath, ['--import', 'tsx', script, dataDir, round], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => writer.once('exit', resolve));
  const acknowledged: string[] = [];
  for await (const id of createInterface({ input: writer.stdout })) {
    acknowledged.push(id);
    if (acknowledged.length === after) writer.kill('SIGKILL');
  }
  await ended;
  return acknowledged;
}

test('everything acknowledged before kill -9 is there afterwards, and transactions are whole', async () => {
  const dataDir = aFolder();
  const acknowledged: string[] = [];
  for (const [round, after] of [150, 400, 777].entries()) {
    acknowledged.push(...(await writeUntilKilled(dataDir, `round${round}`, after)));
    const engine = await openEngine({ dataDir, nowMs: () => 0 });
    const ids = new Set(
      Array.from(engine.collection('written').all(), ({ document }) => String(document._id)),
    );
    await engine.close();
    const expected = acknowledged.flatMap((id) =>
      id.includes('pair') ? [`${id}/left`, `${id}/right`] : [id],
    );
    expect(expected.filter((id) => !ids.has(id))).toEqual([]);
    const halves = [...ids]
      .filter((id) => id.endsWith('/left'))
      .map((id) => id.replace('/left', '/right'));
    expect(halves.filter((id) => !ids.has(id))).toEqual([]);
    expect([...ids].filter((id) => id.endsWith('/right'))).toHaveLength(halves.length);
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(150 + 400 + 777);
}, 180_000);
