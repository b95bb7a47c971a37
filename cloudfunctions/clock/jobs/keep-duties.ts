import { performance } from 'node:perf_hooks';
import { seeToDuties } from '../../_deliver/see-to-duties';
import type { Job } from '../job';

/** What nobody has changed by a deed of theirs: shifts, leave and days go by. docs/rules.md#R-295 */
export const keepDuties: Job = ({ nowMs, stopAtMs }) =>
  seeToDuties(nowMs(), () => performance.now() < stopAtMs);
