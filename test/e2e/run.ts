import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { isSoak } from '../long-by-nature';
import { launchBrowser } from './browser';
import { openDesk, type Desk } from './desk-page';
import { openPhone, type Phone } from './phone';
import type { Scenario, ScenarioFile, Stage } from './scenario';

/**
 * Runs every `*.e2e.ts` below this folder; `-- words` keeps the scenarios whose line has them, and
 * plays of these also what is left to the soak.
 */
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** JSON file for the counts. */
    report: { type: 'string' },
    /** How many files play at the same time. */
    jobs: { type: 'string', default: '4' },
  },
});
const SHOTS_DIR = 'dist/e2e';
const counts = { passed: 0, failed: 0 };
const wanted = positionals.join(' ');

/** Whoever asks for words gets all that have them. */
function isPlayed({ played }: Scenario): boolean {
  return isSoak ? played !== undefined : played !== 'in-soak';
}

async function playFile(browser: Browser, file: string): Promise<void> {
  const area = path.relative(import.meta.dirname, file).replace(/\.e2e\.ts$/, '');
  const { start, scenarios } = (await import(pathToFileURL(file).href)) as ScenarioFile;
  const chosen = scenarios.filter((each) =>
    wanted === '' ? isPlayed(each) : `${area}: ${each.name}`.includes(wanted),
  );
  if (chosen.length === 0) return;
  const stage = await start();
  for (const scenario of chosen) await playScenario(browser, stage, area, scenario);
  await stage.stop();
}

async function playScenario(
  browser: Browser,
  stage: Stage,
  area: string,
  scenario: Scenario,
): Promise<void> {
  const startedAt = performance.now();
  const opened: (Phone | Desk)[] = [];
  const open = async (given: object = {}): Promise<Phone> => {
    const phone = await openPhone(browser, { address: stage.address, ...given });
    opened.push(phone);
    return phone;
  };
  const openDeskPage = async (people?: readonly string[]): Promise<Desk> => {
    const desk = await openDesk(browser, stage.address, people);
    opened.push(desk);
    return desk;
  };
  try {
    await scenario.run({ stage, open, openDesk: openDeskPage });
    for (const each of opened) {
      const errors = await each.errors();
      if (errors.length > 0 && scenario.expectsErrors !== true) {
        throw new Error(`uncaught on a phone: ${errors.join('; ')}`);
      }
    }
    counts.passed += 1;
    console.log(`ok   ${area}: ${scenario.name} (${seconds(startedAt)} s)`);
  } catch (error) {
    counts.failed += 1;
    const shots = await keepShots(opened, `${area}-${scenario.name}`);
    const reason = error instanceof Error ? error.message : String(error);
    console.log(`FAIL ${area}: ${scenario.name} (${seconds(startedAt)} s)`);
    console.log(`     ${reason.replaceAll('\n', '\n     ')}`);
    for (const shot of shots) console.log(`     ${shot}`);
  }
  await Promise.all(opened.map((each) => each.close()));
}

async function keepShots(opened: readonly (Phone | Desk)[], name: string): Promise<string[]> {
  mkdirSync(SHOTS_DIR, { recursive: true });
  const stem = name.replace(/[\s/\\:*?"<>|]+/g, '-');
  const files = opened.map((_, index) => path.join(SHOTS_DIR, `${stem}-${index + 1}.png`));
  await Promise.allSettled(opened.map((each, index) => each.screenshot(files[index] ?? stem)));
  return files;
}

function seconds(startedAt: number): string {
  return ((performance.now() - startedAt) / 1000).toFixed(1);
}

function scenarioFiles(): string[] {
  return readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.e2e.ts'))
    .sort()
    .map((name) => path.join(import.meta.dirname, name));
}

const browser = await launchBrowser();
const waiting = scenarioFiles();
const worker = async (): Promise<void> => {
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
    try {
      await playFile(browser, file);
    } catch (error) {
      counts.failed += 1;
      console.log(`FAIL ${path.relative(import.meta.dirname, file)}: did not start or stop`);
      console.log(error);
    }
  }
};
await Promise.all(Array.from({ length: Number(options.jobs) }, worker));
await browser.close();
if (options.report !== undefined) writeFileSync(options.report, JSON.stringify(counts));
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed === 0 ? 0 : 1);
