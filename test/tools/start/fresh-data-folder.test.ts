import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { schema } from '../../../cloudfunctions/_store/schema';
import { openEngine } from '../../../local/cloud/engine/open-engine';
import { startLocalCloud } from '../../../local/cloud/start-local-cloud';
import { emptyDataFolder } from '../../../tools/start/fresh-data-folder';
import { aFolder } from '../start-process';

const open = (dataDir: string) => openEngine({ dataDir, nowMs: () => 0, log: () => undefined });

/** A data folder in which a local cloud has kept documents. */
async function aDataFolder(): Promise<string> {
  const dataDir = aFolder();
  await (await open(dataDir)).close();
  return dataDir;
}

describe('--fresh', () => {
  it('empties a data folder: whatever the local cloud has kept, and what a kill left half written', async () => {
    const dataDir = aFolder();
    const cloud = await startLocalCloud({
      dataDir,
      schema,
      functionsDir: aFolder(),
      rcFile: 'cloudbaserc.json',
      functions: [],
    });
    cloud.files.write('a.txt', Buffer.from('x'));
    cloud.wechat.messages.grant('o-ann', 'TPL', 2);
    await cloud.clock.advance(1000);
    await cloud.stop();
    writeFileSync(join(dataDir, 'clock.json.123.tmp'), '{');
    const kept = readdirSync(dataDir);
    expect(kept).toEqual(
      expect.arrayContaining(['clock.json', 'data.mdb', 'files', 'format.json', 'wechat.jsonl']),
    );
    emptyDataFolder(dataDir);
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it('takes a folder that is empty or not there as it is', () => {
    const folder = aFolder();
    emptyDataFolder(folder);
    emptyDataFolder(join(folder, 'nothing'));
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ['documents only', ['thesis.txt']],
    ['a database of another program', ['data.mdb', 'lock.mdb']],
    ['documents beside a file of a name that we use', ['data.mdb', 'thesis.txt']],
    ['a file that says nothing of ours', ['data.mdb', 'format.json']],
  ])('leaves a folder alone that has %s', (_what, names) => {
    const foreign = aFolder();
    for (const name of names) writeFileSync(join(foreign, name), 'years of work');
    expect(() => emptyDataFolder(foreign)).toThrow(
      'was not made by the local cloud; nothing was deleted',
    );
    expect(readdirSync(foreign)).toEqual(names);
  });

  it.each([
    [
      'thesis.txt',
      (dataDir: string) => writeFileSync(join(dataDir, 'thesis.txt'), 'years of work'),
    ],
    [
      'files/thesis.txt',
      (dataDir: string) => {
        mkdirSync(join(dataDir, 'files'));
        writeFileSync(join(dataDir, 'files', 'thesis.txt'), 'years of work');
      },
    ],
    ['files', (dataDir: string) => symlinkSync(aFolder(), join(dataDir, 'files'))],
    ['clock.json', (dataDir: string) => mkdirSync(join(dataDir, 'clock.json'))],
  ])('deletes nothing where there is %s besides, and names it', async (name, put) => {
    const dataDir = await aDataFolder();
    put(dataDir);
    const before = readdirSync(dataDir);
    expect(() => emptyDataFolder(dataDir)).toThrow(
      `holds ${name}, which is not of the local cloud; nothing was deleted`,
    );
    expect(readdirSync(dataDir)).toEqual(before);
  });

  it('leaves one in use alone', async () => {
    const dataDir = aFolder();
    const engine = await open(dataDir);
    expect(() => emptyDataFolder(dataDir)).toThrow('is in use');
    expect(existsSync(join(dataDir, 'data.mdb'))).toBe(true);
    await engine.close();
  });
});
