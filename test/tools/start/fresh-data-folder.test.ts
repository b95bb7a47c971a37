import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openEngine } from '../../../local/cloud/engine/open-engine';
import { emptyDataFolder } from '../../../tools/start/fresh-data-folder';
import { aFolder } from '../start-process';

const open = (dataDir: string) => openEngine({ dataDir, nowMs: () => 0, log: () => undefined });

describe('--fresh', () => {
  it('empties a data folder, files and all', async () => {
    const dataDir = aFolder();
    await (await open(dataDir)).close();
    mkdirSync(join(dataDir, 'files'));
    writeFileSync(join(dataDir, 'files', 'a'), 'x');
    emptyDataFolder(dataDir);
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it('takes a folder that is empty or not there as it is', () => {
    const folder = aFolder();
    emptyDataFolder(folder);
    emptyDataFolder(join(folder, 'nothing'));
    expect(readdirSync(folder)).toEqual([]);
  });

  it('touches neither a folder of other things nor one in use', async () => {
    const foreign = aFolder();
    writeFileSync(join(foreign, 'thesis.txt'), 'years of work');
    expect(() => emptyDataFolder(foreign)).toThrow('nothing was deleted');
    expect(readdirSync(foreign)).toEqual(['thesis.txt']);

    const dataDir = aFolder();
    const engine = await open(dataDir);
    expect(() => emptyDataFolder(dataDir)).toThrow('is in use');
    expect(existsSync(join(dataDir, 'data.mdb'))).toBe(true);
    await engine.close();
  });
});
