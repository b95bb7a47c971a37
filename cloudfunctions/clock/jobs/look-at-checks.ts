import { performance } from 'node:perf_hooks';
import { checkFields, NO_CHECK_MS } from '../../_store/note/note-document';
import { notes } from '../../_store/note/notes';
import type { Job } from '../job';

const MOST_A_RUN = 50;

/**
 * What WeChat has given no verdict on in time, an officer looks at; one that comes later still counts.
 * Counts notes. docs/rules.md#R-112
 */
export const lookAtChecks: Job = async ({ nowMs, stopAtMs }) => {
  const atMs = nowMs();
  let count = 0;
  for (const { _id } of await notes.checksDue(atMs, MOST_A_RUN)) {
    if (performance.now() >= stopAtMs) break;
    const verdict = await notes.change(
      { _id },
      ({ pictures, checkDueAtMs }) => {
        if (checkDueAtMs > atMs) return 'not-due';
        const looked = pictures.map((picture) =>
          picture.check === 'pending' ? { ...picture, check: 'to-look-at' as const } : picture,
        );
        return checkFields(looked, NO_CHECK_MS);
      },
      atMs,
    );
    if (verdict.kind === 'changed') count += 1;
  }
  return count;
};
