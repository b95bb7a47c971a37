import * as v from 'valibot';
import { AtMs, Id } from '../../../contract/fields';
import type { AttendanceState } from '../../../domain/study/attendance';
import { ATTENDANCES, Leave } from '../study/attendance-document';
import type { Reading } from '../together';
import { finalStateOf, linesOf, SAID, Saying } from './counted-lines';
import type { MonthStudy } from './month-studies';

/** A line of a decided study, as the lists behind the figures show it. */
export interface ListedLine {
  readonly studyId: string;
  readonly memberId: string;
  readonly name: string;
  readonly crewId: string | null;
  readonly state: AttendanceState;
}

/** Somebody who was asked, and what. */
export interface AskedPerson {
  readonly memberId: string;
  readonly name: string;
  /** Of the study that was read last. */
  readonly crewId: string | null;
  readonly studyIds: readonly string[];
}

const LINE = { studyId: 1, memberId: 1, name: 1, crewId: 1, ...SAID };

/** @param crewId undefined: of every crew */
export function linesReading(
  studies: readonly MonthStudy[],
  crewId: string | null | undefined,
): Reading {
  return {
    from: ATTENDANCES.collection,
    pipeline: [
      ...linesOf(studies.filter(({ isDecided }) => isDecided)),
      ...(crewId === undefined ? [] : [{ $match: { crewId } }]),
      { $project: LINE },
    ],
  };
}

const Line = v.object({
  studyId: Id,
  memberId: Id,
  name: v.string(),
  crewId: v.nullable(Id),
  ...Saying,
});

export function listedLinesIn(rows: readonly unknown[]): ListedLine[] {
  return v.parse(v.array(Line), rows).map(toListed);
}

const toListed = (line: v.InferOutput<typeof Line>): ListedLine => ({
  studyId: line.studyId,
  memberId: line.memberId,
  name: line.name,
  crewId: line.crewId,
  state: finalStateOf(line),
});

/** A line as a sheet shows it: with why somebody was not there, and what they have to make up. */
export interface ReasonedLine extends ListedLine {
  readonly reason: string | null;
  /** Asked beforehand, whatever became of it; null: none was. */
  readonly leave: Leave | null;
  readonly makeUp: { readonly untilAtMs: number; readonly doneAtMs: number | null } | null;
}

/** Lines of decided studies with their reasons. */
export const reasonedReading = (studies: readonly MonthStudy[]): Reading => ({
  from: ATTENDANCES.collection,
  pipeline: [
    ...linesOf(studies.filter(({ isDecided }) => isDecided)),
    {
      $project: {
        ...LINE,
        reasons: [{ $arrayElemAt: ['$corrections.reason', -1] }, '$record.reason', '$reply.reason'],
        makeUp: { $ifNull: ['$makeUp', null] },
        leave: { $cond: [{ $eq: ['$reply.kind', 'excused'] }, '$reply', null] },
      },
    },
  ],
});

const Reasoned = v.object({
  ...Line.entries,
  leave: v.nullable(Leave),
  reasons: v.array(v.nullish(v.string())),
  makeUp: v.nullable(v.object({ untilAtMs: AtMs, doneAtMs: v.nullish(AtMs) })),
});

export function reasonedLinesIn(rows: readonly unknown[]): ReasonedLine[] {
  return v.parse(v.array(Reasoned), rows).map(({ reasons, leave, makeUp, ...line }) => ({
    ...toListed(line),
    leave,
    reason: reasons.find((reason) => (reason ?? '') !== '') ?? null,
    makeUp:
      makeUp === null ? null : { untilAtMs: makeUp.untilAtMs, doneAtMs: makeUp.doneAtMs ?? null },
  }));
}

export function peopleReading(studies: readonly MonthStudy[]): Reading {
  return {
    from: ATTENDANCES.collection,
    pipeline: [
      ...linesOf(studies),
      { $sort: { _id: 1 } },
      {
        $group: {
          _id: '$memberId',
          name: { $last: '$name' },
          crewId: { $last: '$crewId' },
          studyIds: { $push: '$studyId' },
        },
      },
    ],
  };
}

const Asked = v.object({
  _id: Id,
  name: v.string(),
  crewId: v.nullable(Id),
  studyIds: v.array(Id),
});

export function askedPeopleIn(rows: readonly unknown[]): AskedPerson[] {
  return v.parse(v.array(Asked), rows).map(({ _id, ...asked }) => ({ memberId: _id, ...asked }));
}
