import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One measured number. `against` names what it is compared with in the same run. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly against?: string;
}

/** Runs every file of tools/bench, or those named on the command line, and prints one JSON line a figure. */
const folder = new URL('./bench/', import.meta.url);
const wanted = process.argv.slice(2);
for (const file of readdirSync(fileURLToPath(folder)).sort()) {
  const name = file.replace(/\.ts$/u, '');
  if (!file.endsWith('.ts') || (wanted.length > 0 && !wanted.includes(name))) continue;
  process.stderr.write(`bench: ${name}\n`);
  const { run } = (await import(new URL(file, folder).href)) as { run: () => Promise<Figure[]> };
  for (const figure of await run()) console.log(JSON.stringify({ bench: name, ...figure }));
}
process.exit(0);
