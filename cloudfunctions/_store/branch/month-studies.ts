import * as v from 'valibot';
import { AtMs, Count, Id } from '../../../contract/fields';
import { Audience } from '../../../contract/people/audience';
import { StudyKind } from '../../../contract/study/study-shapes';
import { heldSittings } from '../../../domain/study/sitting';
import type { Interval } from '../../../domain/time/interval';
import { fitting } from '../database';
import { documentKind } from '../document-kind';
import { fieldsOf } from '../fields-of';
import { SittingTimes, STUDIES } from '../study/studies';
import type { Reading } from '../together';

/** A study that asked somebody something, as the figures of its branch need it. */
export interface MonthStudy {
  readonly studyId: string;
  readonly branchId: string;
  readonly topic: string;
  readonly kind: StudyKind;
  readonly audience: Audience;
  readonly minutes: number;
  readonly startAtMs: number;
  /** Of each sitting, of a cancelled one of those that were held, in order. */
  readonly startsAtMs: readonly number[];
  /** It is of the month in which this lies. docs/rules.md#R-43 */
  readonly lastCloseAtMs: number;
  /** Its register is final and duty in it is noted: it counts from then on. docs/rules.md#R-120 */
  readonly isDecided: boolean;
  /** Of a cancelled one the sittings that were held; null: it stands. docs/rules.md#R-70 */
  readonly heldSittingIds: readonly string[] | null;
}

const Stored = v.object({
  _id: Id,
  branchId: Id,
  topic: v.string(),
  kind: StudyKind,
  audience: Audience,
  minutes: Count,
  state: v.picklist(['published', 'cancelled']),
  sittings: v.array(SittingTimes),
  firstStartAtMs: AtMs,
  lastCloseAtMs: AtMs,
  dutyNotedAtMs: v.exactOptional(AtMs),
});
const STORED = documentKind(STUDIES.collection, Stored);

/**
 * Studies of a branch that close in [startAtMs, endAtMs) and were ever published.
 * @param branchId null: of all branches
 */
export function studiesReading(branchId: string | null, { startAtMs, endAtMs }: Interval): Reading {
  return {
    from: STUDIES.collection,
    pipeline: [
      {
        $match: {
          ...(branchId !== null && { branchId }),
          state: { $in: ['published', 'cancelled'] },
          lastCloseAtMs: { $gte: startAtMs, $lt: endAtMs },
          publishedAtMs: { $ne: null },
        },
      },
      { $project: fieldsOf(Stored) },
      { $sort: { firstStartAtMs: 1, _id: 1 } },
    ],
  };
}

/** Those that asked anything of anybody: of a cancelled study only what was held did. */
export function monthStudiesIn(rows: readonly unknown[]): readonly MonthStudy[] {
  return fitting(STORED, rows).flatMap(({ _id, state, sittings, firstStartAtMs, ...stored }) => {
    const isCancelled = state === 'cancelled';
    const standing = isCancelled ? heldSittings(sittings) : sittings;
    if (isCancelled && standing.length === 0) return [];
    const { branchId, topic, kind, audience, minutes, lastCloseAtMs, dutyNotedAtMs } = stored;
    return [
      {
        studyId: _id,
        branchId,
        topic,
        kind,
        audience,
        minutes,
        startAtMs: firstStartAtMs,
        startsAtMs: standing.map(({ startAtMs }) => startAtMs).sort((a, b) => a - b),
        lastCloseAtMs,
        isDecided: isCancelled || dutyNotedAtMs !== undefined,
        heldSittingIds: isCancelled ? standing.map(({ sittingId }) => sittingId) : null,
      },
    ];
  });
}
