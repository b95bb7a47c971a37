import * as v from 'valibot';
import { AtMs, Count, Id } from '../../../contract/fields';
import type { MakeUpPart } from '../../../contract/branch/dashboard';
import { dayOfInstant, monthBeside, monthOf } from '../../../domain/time/local-day';
import { monthInterval } from '../../../domain/time/month-interval';
import type { Interval } from '../../../domain/time/interval';
import { ATTENDANCES } from '../study/attendance-document';
import type { Reading, Stage } from '../together';
import { studiesOfMonth } from './count-months';
import { linesOf } from './counted-lines';
import type { MonthStudy } from './month-studies';

/** A term ends within 42 days, so no older study is looked for; who comes back later stands in its month. */
const MONTHS_BACK = 2;

/** In what span the studies lie whose make-ups a month shows. */
export function makeUpSpan(month: string, nowMs: number): Interval {
  let first = month;
  if (isPresent(month, nowMs)) {
    for (let back = 0; back < MONTHS_BACK; back += 1) first = monthBeside(first, -1);
  }
  return { startAtMs: monthInterval(first).startAtMs, endAtMs: monthInterval(month).endAtMs };
}

const isPresent = (month: string, nowMs: number) => month === monthOf(dayOfInstant(nowMs));

/**
 * Make-ups of the studies of a month; of the present one also those from before it that can still be
 * done. docs/rules.md#R-139
 * @param studies of the branch, at least of `makeUpSpan`
 */
function makeUpsOf(
  branchId: string,
  month: string,
  studies: readonly MonthStudy[],
  nowMs: number,
): readonly Stage[] {
  const own = studiesOfMonth(month, studies).map(({ studyId }) => studyId);
  const { startAtMs, endAtMs } = makeUpSpan(month, nowMs);
  const inSpan = studies.filter(
    ({ lastCloseAtMs }) => lastCloseAtMs >= startAtMs && lastCloseAtMs < endAtMs,
  );
  return [
    // By the index: a make-up ends after its study has closed.
    { $match: { branchId, 'makeUp.untilAtMs': { $gte: startAtMs } } },
    ...linesOf(inSpan),
    {
      $match: {
        $or: [
          { studyId: { $in: own } },
          { 'makeUp.doneAtMs': { $exists: false }, 'makeUp.untilAtMs': { $gt: nowMs } },
        ],
      },
    },
  ];
}

/** Neither made up nor entered as in since. */
const UNDONE = { 'makeUp.doneAtMs': { $exists: false }, isIn: false };

/** What of them is counted where. docs/rules.md#R-139 */
function isOf(part: MakeUpPart | undefined, nowMs: number): object {
  switch (part) {
    case undefined:
      return UNDONE;
    case 'open':
      return { ...UNDONE, 'makeUp.untilAtMs': { $gt: nowMs } };
    case 'over':
      return { ...UNDONE, 'makeUp.untilAtMs': { $lte: nowMs } };
    case 'done':
      return { 'makeUp.doneAtMs': { $exists: true } };
  }
}

/** How many are open, over and done, and of how many people one is not done. */
export function makeUpCountsReading(
  branchId: string,
  month: string,
  studies: readonly MonthStudy[],
  nowMs: number,
): Reading {
  const isDone = { $gt: ['$makeUp.doneAtMs', 0] };
  const isOpen = { $gt: ['$makeUp.untilAtMs', nowMs] };
  const countIf = (condition: object) => ({ $sum: { $cond: [condition, 1, 0] } });
  const isUndone = { $not: [isDone] };
  return {
    from: ATTENDANCES.collection,
    pipeline: [
      ...makeUpsOf(branchId, month, studies, nowMs),
      { $match: { $or: [{ 'makeUp.doneAtMs': { $exists: true } }, { isIn: false }] } },
      {
        $group: {
          _id: '$memberId',
          done: countIf(isDone),
          open: countIf({ $and: [isUndone, isOpen] }),
          over: countIf({ $and: [isUndone, { $not: [isOpen] }] }),
          nextUntilAtMs: {
            $min: { $cond: [{ $and: [isUndone, isOpen] }, '$makeUp.untilAtMs', NEVER_MS] },
          },
        },
      },
      {
        $group: {
          _id: null,
          people: countIf({ $gt: [{ $add: ['$open', '$over'] }, 0] }),
          done: { $sum: '$done' },
          open: { $sum: '$open' },
          over: { $sum: '$over' },
          nextUntilAtMs: { $min: '$nextUntilAtMs' },
        },
      },
    ],
  };
}

/** Later than any end. */
const NEVER_MS = 9_000_000_000_000_000;

const Counts = v.object({
  people: Count,
  done: Count,
  open: Count,
  over: Count,
  nextUntilAtMs: v.number(),
});

export function makeUpCountsIn(rows: readonly unknown[]) {
  const [row] = v.parse(v.array(Counts), rows);
  if (row === undefined) return { people: 0, done: 0, open: 0, over: 0, nextUntilAtMs: null };
  const { nextUntilAtMs, ...counts } = row;
  return { ...counts, nextUntilAtMs: nextUntilAtMs === NEVER_MS ? null : nextUntilAtMs };
}

/** Who has a make-up of this part, and which; without one, who has something left to make up. */
export function makeUpsReading(
  branchId: string,
  month: string,
  studies: readonly MonthStudy[],
  nowMs: number,
  part?: MakeUpPart,
): Reading {
  return {
    from: ATTENDANCES.collection,
    pipeline: [
      ...makeUpsOf(branchId, month, studies, nowMs),
      { $match: isOf(part, nowMs) },
      { $sort: { lastCloseAtMs: 1, _id: 1 } },
      {
        $group: {
          _id: '$memberId',
          name: { $last: '$name' },
          crewId: { $last: '$crewId' },
          makeUps: {
            $push: {
              studyId: '$studyId',
              untilAtMs: '$makeUp.untilAtMs',
              doneAtMs: { $ifNull: ['$makeUp.doneAtMs', null] },
            },
          },
        },
      },
    ],
  };
}

const WithMakeUps = v.object({
  _id: Id,
  name: v.string(),
  crewId: v.nullable(Id),
  makeUps: v.array(v.object({ studyId: Id, untilAtMs: AtMs, doneAtMs: v.nullable(AtMs) })),
});

export const makeUpsIn = (rows: readonly unknown[]) =>
  v.parse(v.array(WithMakeUps), rows).map(({ _id, ...person }) => ({ memberId: _id, ...person }));
