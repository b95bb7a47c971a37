import { spawnSync } from 'node:child_process';
import { AREAS, typeCheckOf } from './check/areas';

/** Types of all areas, or of those that are named. */
const areas = process.argv.slice(2);
const failed = (areas.length > 0 ? areas : AREAS).filter(
  (area) => spawnSync(process.execPath, typeCheckOf(area), { stdio: 'inherit' }).status !== 0,
);
process.exitCode = failed.length === 0 ? 0 : 1;
