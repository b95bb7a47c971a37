import { parseArgs } from 'node:util';
import { LEFT_TO_SOAK } from './test/left-to-soak';
import { browser, build, conclude, jest, without } from './test/suites';

/**
 * Everything that must hold, in the order in which a failure is cheapest to find: the rules (in other
 * time zones they wait for the soak), the functions on the local cloud, the built package in a browser.
 */
const PARTS = ['jest', 'browser'];

const { only } = parseArgs({ options: { only: { type: 'string' } } }).values;
if (only !== undefined && !PARTS.includes(only)) {
  console.error(`There is no part ${only}; there are: ${PARTS.join(', ')}.`);
  process.exit(1);
}
const wanted = (part: string): boolean => only === undefined || only === part;

const results = [];
results.push(await build());
if (wanted('jest')) results.push(await jest('all', without(LEFT_TO_SOAK), { TZ: 'UTC' }));
if (wanted('browser')) results.push(await browser());
conclude('test', results);
