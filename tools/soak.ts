import { conclude, jest } from './test/suites';

/** What takes long by nature, whole; `npm test` runs a part of it. */
const SIMULATION = { SIMULATION_DAYS: '90', SIMULATION_SEEDS: '20250305,7,11' };

conclude('soak', [await jest('simulation', ['simulation.test.ts'], { TZ: 'UTC', ...SIMULATION })]);
