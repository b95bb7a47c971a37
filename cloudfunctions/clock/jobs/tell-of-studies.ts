import { performance } from 'node:perf_hooks';
import { settledStudy } from '../../_deliver/settle-register';
import { tellOfRevision } from '../../_deliver/tell-of-revision';
import { studies } from '../../_store/study/studies';
import { CUT_OFF_AFTER_MS, type Job } from '../job';

const MOST_A_RUN = 20;

/**
 * Completes the publications, changes and callings-off of studies that were cut off before everybody was
 * told. One that somebody has written on since is told by them. How many were told. docs/rules.md#R-366
 */
export const tellOfStudies: Job = async ({ nowMs, stopAtMs }) => {
  let count = 0;
  for (const study of await studies.toTell(nowMs() - CUT_OFF_AFTER_MS, MOST_A_RUN)) {
    if (performance.now() >= stopAtMs) break;
    const { toTell, lastRequestId } = study;
    if (toTell === undefined) continue;
    if (toTell.revision === study.revision) {
      await tellOfRevision(await settledStudy(study, nowMs()), toTell.by, lastRequestId, nowMs());
      count += 1;
    } else await studies.told(study._id, toTell.revision);
  }
  return count;
};
