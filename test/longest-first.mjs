import { statSync } from 'node:fs';

/** What takes longest would end alone if it began last: nothing of a fresh clone says how long it takes. */
const LONGEST = [
  'simulation/simulation',
  'simulation/content/content-simulation',
  'ballot/crashes',
  'ballot/attack',
  '_kit/bad-input',
  '_kit/authorisation',
  'tools/start',
  'dashboard/random-histories',
];

const rankOf = ({ path }) => {
  const rank = LONGEST.findIndex((part) => path.includes(`/${part}.test.`));
  return rank === -1 ? LONGEST.length : rank;
};

/** The longest first, then by size. */
export default class LongestFirst {
  sort(tests) {
    const placed = tests.map((test) => ({
      test,
      rank: rankOf(test),
      bytes: statSync(test.path).size,
    }));
    return placed.sort((a, b) => a.rank - b.rank || b.bytes - a.bytes).map(({ test }) => test);
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
}
