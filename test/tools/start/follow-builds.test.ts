import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { followBuilds } from '../../../tools/start/follow-builds';
import { aFolder } from '../start-process';

it('a rebuilt function and a rebuilt package are told of, each once, until it is stopped', async () => {
  const functionsDir = aFolder();
  const appDir = aFolder();
  mkdirSync(join(functionsDir, 'study'));
  const told: string[] = [];
  const waiting: (() => void)[] = [];
  const tell = (what: string): void => {
    told.push(what);
    waiting.shift()?.();
  };
  const next = (): Promise<void> => new Promise((resolve) => waiting.push(resolve));
  const stop = followBuilds({
    functionsDir,
    onFunction: tell,
    appDir,
    onApp: () => tell('the package'),
  });

  const first = next();
  const bundle = join(functionsDir, 'study', 'index.js');
  writeFileSync(`${bundle}.tmp`, 'one');
  renameSync(`${bundle}.tmp`, bundle);
  await first;
  const second = next();
  writeFileSync(join(appDir, 'app.js'), 'one');
  writeFileSync(join(appDir, 'app.wxss'), 'one');
  await second;
  stop();
  expect(told).toEqual(['study', 'the package']);
});
