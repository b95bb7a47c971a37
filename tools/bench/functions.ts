import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildFunctions } from '../build-functions';
import type { Figure } from '../bench';

const RUNS = 7;
const LOAD = `const t=process.hrtime.bigint();require(process.argv[1]);console.log(Number(process.hrtime.bigint()-t)/1e6)`;

/** Milliseconds to load a module in a process of its own: the median of several, one warm-up first. */
function loadMs(module: string): number {
  const times = Array.from({ length: RUNS + 1 }, () => {
    const { stdout } = spawnSync(process.execPath, ['-e', LOAD, module], { encoding: 'utf8' });
    return Number(stdout.trim().split('\n').at(-1));
  });
  return times.slice(1).sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Number.NaN;
}

/** Size and load time of each function bundle, against the SDK as it is installed, in the same run. */
export async function run(): Promise<Figure[]> {
  const built = await buildFunctions({ outDir: 'dist/cloudfunctions' });
  const unbundledMs = loadMs('@cloudbase/node-sdk');
  const figures = built.flatMap(({ name }): Figure[] => {
    const file = resolve('dist/cloudfunctions', name, 'index.js');
    const ms = loadMs(file);
    return [
      { name: `bundle size of ${name}`, value: Math.round(statSync(file).size / 1024), unit: 'KB' },
      { name: `load time of ${name}`, value: Math.round(ms * 10) / 10, unit: 'ms' },
      {
        name: `load time of ${name}`,
        value: Math.round((ms / unbundledMs) * 100) / 100,
        unit: 'ratio',
        against: 'the unbundled @cloudbase/node-sdk alone',
      },
    ];
  });
  const unbundled = {
    name: 'load time of the unbundled SDK',
    value: Math.round(unbundledMs),
    unit: 'ms',
  };
  return [...figures, unbundled];
}
