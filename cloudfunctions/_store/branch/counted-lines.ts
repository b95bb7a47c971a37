import * as v from 'valibot';
import { Count, Id } from '../../../contract/fields';
import type { AskedMinutes } from '../../../domain/branch/burden';
import type { CountedLines } from '../../../domain/branch/month-figures';
import { notedOf, stateAsNoted } from '../../../domain/study/attendance';
import { ATTENDANCES, AttendanceDocument } from '../study/attendance-document';
import type { Reading, Stage } from '../together';
import type { MonthStudy } from './month-studies';

/** What is entered on a line last; null: nothing stands beside the record. */
const LAST = { $ifNull: [{ $arrayElemAt: ['$corrections.to', -1] }, null] };

/**
 * Lines that the registers of these studies show: of a cancelled study those of people who took part
 * in what was held, or wait to have that confirmed, as `tookPart` of domain/study says. docs/rules.md#R-70
 */
export function linesOf(studies: readonly MonthStudy[]): readonly Stage[] {
  const inRegister = {
    $match: {
      studyId: { $in: studies.map(({ studyId }) => studyId) },
      $or: [{ isExpected: true }, { record: { $ne: null } }],
    },
  };
  const held = studies.filter(({ heldSittingIds }) => heldSittingIds !== null);
  if (held.length === 0) return [inRegister];
  const isInOrWaits = [
    { isIn: true },
    { last: 'to-confirm' },
    { last: null, 'record.state': 'to-confirm' },
  ];
  const tookPart = held.map(({ studyId, heldSittingIds }) => ({
    studyId,
    $and: [
      { $or: isInOrWaits },
      { $or: [{ last: { $ne: null } }, { 'record.sittingId': { $in: heldSittingIds } }] },
    ],
  }));
  const isStanding = { studyId: { $nin: held.map(({ studyId }) => studyId) } };
  return [
    inRegister,
    { $addFields: { last: LAST } },
    { $match: { $or: [isStanding, ...tookPart] } },
  ];
}

/**
 * Lines of decided studies by what they say; the state itself is the domain's to tell.
 * @param isByCrew otherwise all crews are counted as none
 */
export function countsReading(studies: readonly MonthStudy[], isByCrew = true): Reading {
  const crewId = isByCrew ? '$crewId' : { $literal: null };
  const saying = { studyId: '$studyId', crewId, ...SAID };
  return {
    from: ATTENDANCES.collection,
    pipeline: [
      ...linesOf(studies.filter(({ isDecided }) => isDecided)),
      { $group: { _id: saying, count: { $sum: 1 } } },
    ],
  };
}

/** As `isOnLeave` of domain/study says: leave that is declined, or has to be granted first. docs/rules.md#R-105 */
export const LEAVE_IS_NONE = {
  $or: [
    { $eq: ['$reply.answer.verdict', 'declined'] },
    {
      $and: [{ $eq: ['$reply.needsGrant', true] }, { $ne: ['$reply.answer.verdict', 'granted'] }],
    },
  ],
};

/** What Saying is read from. */
export const SAID = {
  last: LAST,
  recorded: { $ifNull: ['$record.state', null] },
  reply: { $cond: [LEAVE_IS_NONE, null, { $ifNull: ['$reply.kind', null] }] },
  wasOnDuty: { $ifNull: ['$wasOnDuty', false] },
  wasAsleep: { $ifNull: ['$wasAsleep', false] },
  wasAway: { $ifNull: ['$wasAway', false] },
  // docs/rules.md#R-103
  madeUpLast: {
    $gt: [
      { $ifNull: ['$makeUp.doneAtMs', 0] },
      { $ifNull: [{ $arrayElemAt: ['$corrections.atMs', -1] }, 0] },
    ],
  },
};

const { record, corrections } = AttendanceDocument.entries;
/** What a line says, of a register that is final. */
export const Saying = {
  last: v.nullable(corrections.item.entries.to),
  recorded: v.nullable(record.wrapped.entries.state),
  reply: v.nullable(v.picklist(['coming', 'excused'])),
  wasOnDuty: v.boolean(),
  wasAsleep: v.boolean(),
  wasAway: v.boolean(),
  /** Made up after everything that was entered. */
  madeUpLast: v.boolean(),
};
const Counted = v.object({
  _id: v.object({ studyId: Id, crewId: v.nullable(Id), ...Saying }),
  count: Count,
});

export function countedLinesIn(rows: readonly unknown[]): readonly CountedLines[] {
  return v.parse(v.array(Counted), rows).map(({ _id, count }) => ({
    studyId: _id.studyId,
    crewId: _id.crewId,
    state: finalStateOf(_id),
    keptBy: notedOf(_id) ?? null,
    count,
  }));
}

/** The state of a line in a final register, by what was noted of it. docs/rules.md#R-39 */
export function finalStateOf(says: v.InferOutput<v.ObjectSchema<typeof Saying, undefined>>) {
  const line = {
    record: says.recorded === null ? null : { state: says.recorded },
    reply: says.reply === null ? null : { kind: says.reply },
    corrections: says.last === null ? [] : [{ to: says.last, atMs: 1 }],
    wasOnDuty: says.wasOnDuty,
    wasAsleep: says.wasAsleep,
    wasAway: says.wasAway,
    ...(says.madeUpLast && { makeUp: { doneAtMs: 2 } }),
  };
  return stateAsNoted(line);
}

/** How many people were asked the very same studies of one branch, over or not. */
export function askedReading(studies: readonly MonthStudy[]): Reading {
  return {
    from: ATTENDANCES.collection,
    pipeline: [
      ...linesOf(studies),
      {
        $group: {
          _id: { memberId: '$memberId', branchId: '$branchId' },
          studyIds: { $push: '$studyId' },
        },
      },
      { $group: { _id: '$studyIds', people: { $sum: 1 } } },
    ],
  };
}

const Asked = v.object({ _id: v.array(Id), people: Count });

/** Of those rows that speak of these studies: of each branch its own. */
export function askedMinutesIn(
  rows: readonly unknown[],
  studies: readonly MonthStudy[],
): readonly AskedMinutes[] {
  const minutesOf = new Map(studies.map(({ studyId, minutes }) => [studyId, minutes]));
  return v
    .parse(v.array(Asked), rows)
    .filter(({ _id: [first = ''] }) => minutesOf.has(first))
    .map(({ _id, people }) => ({
      minutes: _id.reduce((sum, studyId) => sum + (minutesOf.get(studyId) ?? 0), 0),
      people,
    }));
}
