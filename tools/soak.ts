import { LEFT_TO_SOAK } from './test/left-to-soak';
import { browser, build, conclude, jest } from './test/suites';

/** Of these `npm test` walks a part: test/long-by-nature.ts. */
const LONG = [
  'simulation/simulation.test',
  'content/content-simulation',
  'ballot/attack',
  '_kit/authorisation',
  '_kit/bad-input',
  '_kit/words-for-wechat',
  'dashboard/request-budget',
  'beside-a-mark',
  'contest/cut-off',
  'lecture/cut-off',
  'engine/data-folder',
  'two-versions/old-phone',
];
const SOAK = { SOAK: '1' };

/** What takes long by nature, whole. */
conclude('soak', [
  await build(),
  await jest('soak', [...LONG, ...LEFT_TO_SOAK], { TZ: 'UTC', ...SOAK }),
  await jest('domain-Shanghai', ['test/domain'], { TZ: 'Asia/Shanghai' }),
  await jest('domain-New-York', ['test/domain'], { TZ: 'America/New_York' }),
  await browser(SOAK),
]);
