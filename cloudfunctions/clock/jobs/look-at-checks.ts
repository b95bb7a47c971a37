import { performance } from 'node:perf_hooks';
import { withoutVerdicts } from '../../_store/picture/checked-pictures';
import { items } from '../../_store/content/items';
import { suggestions } from '../../_store/content/suggestions';
import { notes } from '../../_store/note/notes';
import type { Job } from '../job';

const MOST_A_RUN = 50;

/** What has pictures: which of it is due, and its pictures without a verdict to be looked at. */
interface Checked {
  readonly due: (atMs: number, limit: number) => Promise<readonly { readonly _id: string }[]>;
  /** Whether it still was due. */
  readonly look: (id: string, atMs: number) => Promise<boolean>;
}

const CHECKED: readonly Checked[] = [
  {
    due: notes.checksDue,
    look: async (_id, atMs) => {
      const verdict = await notes.change(
        { _id },
        (note) => (note.checkDueAtMs > atMs ? 'not-due' : withoutVerdicts(note)),
        atMs,
      );
      return verdict.kind === 'changed';
    },
  },
  {
    due: items.checksDue,
    look: async (_id, atMs) => {
      const verdict = await items.change({ _id }, (item) =>
        item.checkDueAtMs > atMs ? 'not-due' : withoutVerdicts(item),
      );
      return verdict.kind === 'changed';
    },
  },
  {
    due: suggestions.checksDue,
    look: async (_id, atMs) => {
      const verdict = await suggestions.changePictures({ _id }, (pictured) =>
        pictured.checkDueAtMs > atMs ? 'not-due' : withoutVerdicts(pictured),
      );
      return verdict.kind === 'changed';
    },
  },
];

/**
 * What WeChat has given no verdict on in time, somebody looks at; one that comes later still counts.
 * Counts what was written with them. docs/rules.md#R-112
 */
export const lookAtChecks: Job = async ({ nowMs, stopAtMs }) => {
  const atMs = nowMs();
  let count = 0;
  for (const { due, look } of CHECKED) {
    for (const { _id } of await due(atMs, MOST_A_RUN)) {
      if (performance.now() >= stopAtMs) return count;
      if (await look(_id, atMs)) count += 1;
    }
  }
  return count;
};
