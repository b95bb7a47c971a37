import { parseArgs } from 'node:util';
import { browser, build, conclude, jest } from './test/suites';

/**
 * Everything that must hold, in the order in which a failure is cheapest to find: the rules in three
 * time zones, the functions on the local cloud, the built package in a browser.
 */
const PARTS = ['jest', 'zones', 'browser'];
const OTHER_ZONES = ['Asia/Shanghai', 'America/New_York'];

const { only } = parseArgs({ options: { only: { type: 'string' } } }).values;
if (only !== undefined && !PARTS.includes(only)) {
  console.error(`There is no part ${only}; there are: ${PARTS.join(', ')}.`);
  process.exit(1);
}
const wanted = (part: string): boolean => only === undefined || only === part;

const results = [];
if (wanted('jest') || wanted('browser')) results.push(await build());
if (wanted('jest')) results.push(await jest('all', [], { TZ: 'UTC' }));
if (wanted('zones')) {
  for (const zone of OTHER_ZONES) {
    results.push(await jest(`domain-${zone.replace('/', '-')}`, ['test/domain'], { TZ: zone }));
  }
}
if (wanted('browser')) results.push(await browser());
conclude('test', results);
