import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { AREAS, typeCheckOf } from './check/areas';

interface Step {
  readonly name: string;
  /** What Node runs. */
  readonly args: readonly string[];
}

const IMPORTING = ['domain', 'contract', 'cloudfunctions', 'miniprogram', 'local', 'tools'];
/**
 * Everything about the sources that a program can judge without running them, as many steps at a time
 * as there are cores: what takes longest comes first, so that the last ones to end are short.
 * `npm run check -- lint types` runs only those whose names begin so.
 */
const STEPS: readonly Step[] = [
  { name: 'lint', args: bin('oxlint/bin/oxlint') },
  ...AREAS.map((area) => ({ name: `types of ${area}`, args: typeCheckOf(area) })),
  { name: 'format', args: bin('oxfmt/bin/oxfmt', '--check') },
  { name: 'layers', args: bin('dependency-cruiser/bin/dependency-cruise.mjs', ...IMPORTING) },
  { name: 'dead code', args: bin('knip/bin/knip.js') },
  { name: 'dead code but for its tests', args: bin('knip/bin/knip.js', '--production') },
];

function bin(file: string, ...args: readonly string[]): readonly string[] {
  return [`node_modules/${file}`, ...args];
}

/** Says how the step went, with all it wrote when it failed. */
function run({ name, args }: Step): Promise<boolean> {
  const startedAtMs = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    child.on('close', (code) => {
      console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds(startedAtMs)} s)`);
      if (code !== 0) console.log(output);
      resolve(code === 0);
    });
  });
}

function seconds(sinceMs: number): string {
  return ((performance.now() - sinceMs) / 1000).toFixed(1);
}

const words = process.argv.slice(2);
const chosen = STEPS.filter(
  ({ name }) => words.length === 0 || words.some((word) => name.startsWith(word)),
);
if (chosen.length === 0) {
  const names = STEPS.map(({ name }) => name).join(', ');
  console.error(`No step begins with ${words.join(' or ')}. There are: ${names}.`);
  process.exit(1);
}
const waiting = [...chosen];
const failed: string[] = [];
const worker = async (): Promise<void> => {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
    if (!(await run(step))) failed.push(step.name);
  }
};
await Promise.all(Array.from({ length: availableParallelism() }, worker));
console.log(failed.length === 0 ? `clean in ${seconds(0)} s` : `not clean: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
