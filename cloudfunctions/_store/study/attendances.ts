import type { KeptBy } from '../../../domain/study/attendance';
import { MAX_WRONG_TYPED } from '../../../domain/study/check-in';
import { branchMonths } from '../branch/branch-months';
import { collection, command, type Changes, type Operator, type Query } from '../database';
import {
  ATTENDANCES,
  lineId,
  type AttendanceDocument,
  type AttendanceRecord,
  type Correction,
  type Leave,
  type MakeUp,
  type Reply,
} from './attendance-document';
import { linesWithStudies, type LineWithStudy } from './lines-with-studies';
import { countsOf } from './study-counts';

/** A study that is moved more often keeps the last answers. */
const MOST_PAST_REPLIES = 10;

const documents = () => collection(ATTENDANCES);
export const attendances = {
  line: (studyId: string, memberId: string) => documents().byId(lineId(studyId, memberId)),

  /** All lines of a study, by id. */
  ofStudy: (studyId: string) => documents().all({ studyId }),

  /** Lines of these studies on which the person has said something, or something was entered; by id. */
  answered(studyIds: readonly string[]): Promise<readonly AttendanceDocument[]> {
    const studyId = command.in(studyIds);
    return documents().all(
      { studyId, reply: command.neq(null) },
      { studyId, record: command.neq(null) },
    );
  },

  /** Lines of a member whose register closes in [fromMs, toMs); the last first. */
  ofMember(
    memberId: string,
    fromMs: number,
    toMs: number | null,
  ): Promise<readonly AttendanceDocument[]> {
    const closes =
      toMs === null ? command.gte(fromMs) : command.and(command.gte(fromMs), command.lt(toMs));
    return documents().find(
      { memberId, lastCloseAtMs: closes },
      { orderBy: { lastCloseAtMs: 'desc', _id: 'desc' } },
    );
  },

  /** As ofMember, each line with its study, in one request; lines whose study is gone or does not fit are left out. */
  ofMemberWithStudies(
    memberId: string,
    fromMs: number,
    toMs: number | null,
  ): Promise<readonly LineWithStudy[]> {
    const closes =
      toMs === null ? command.gte(fromMs) : command.and(command.gte(fromMs), command.lt(toMs));
    return linesWithStudies({ memberId, lastCloseAtMs: closes });
  },

  /** Lines of a member whose register closes after `nowMs`, or whose make-up is open, with their studies; one request. */
  openWithStudies(memberId: string, nowMs: number): Promise<readonly LineWithStudy[]> {
    const open = { memberId, lastCloseAtMs: command.gt(nowMs) };
    return linesWithStudies(command.anyOf(open, openMakeUp(memberId, nowMs)));
  },

  /** Of these people, lines of a branch whose register closed in [fromMs, toMs], both included. */
  closedOf: (memberIds: readonly string[], branchId: string, fromMs: number, toMs: number) =>
    documents().all({
      memberId: command.in(memberIds),
      branchId,
      lastCloseAtMs: command.and(command.gte(fromMs), command.lte(toMs)),
    }),

  /** Lines of these people whose make-up is open, by id. */
  withOpenMakeUp: (memberIds: readonly string[], nowMs: number) =>
    documents().all(openMakeUp(command.in(memberIds), nowMs)),

  insertMany: (lines: readonly AttendanceDocument[]) => documents().insertMany(lines),
  insertIfAbsent: (line: AttendanceDocument) => documents().insertIfAbsent(line),

  /**
   * Enters a record where there is none, in one request. False when there is no line, the person is
   * not expected, something was entered or corrected, the study was changed after `studyRevision`, or, for a
   * typed code, five wrong ones came before.
   */
  async enter(
    studyId: string,
    memberId: string,
    studyRevision: number,
    record: AttendanceRecord,
  ): Promise<boolean> {
    const empty: Query = {
      _id: lineId(studyId, memberId),
      isExpected: true,
      record: null,
      'corrections.0': command.exists(false),
      studyRevision: command.lte(studyRevision),
    };
    const query = record.way === 'typed' ? { ...empty, ...typingAllowed(record.sittingId) } : empty;
    const changes = { record, isIn: isInBy(record.state), version: command.inc(1) };
    return (await documents().update(query, changes)) === 1;
  },

  /** Counts a wrong typed code; how many there are now, or null when the line takes no more typing. */
  async countWrongTyped(
    studyId: string,
    memberId: string,
    sittingId: string,
  ): Promise<number | null> {
    const line = await documents().updateAndRead(
      {
        _id: lineId(studyId, memberId),
        isExpected: true,
        isIn: false,
        ...typingAllowed(sittingId),
      },
      { [`wrongTyped.${sittingId}`]: command.inc(1) },
    );
    return line === null ? null : (line.wrongTyped[sittingId] ?? 0);
  },

  /**
   * Writes record, correction, reply or make-up of a line that nobody wrote to since it was read. Where its
   * month is over, the figures of that month stand no longer: one request more. docs/rules.md#R-122
   */
  async write(
    line: AttendanceDocument,
    fields: {
      readonly record?: AttendanceRecord;
      readonly correction?: Correction;
      readonly reply?: Reply | null;
      readonly decidedAtMs?: number;
      readonly declined?: Leave;
      readonly makeUp?: MakeUp;
      readonly isIn?: boolean;
    },
  ): Promise<AttendanceDocument | null> {
    const { correction, ...whole } = fields;
    const { record, makeUp } = fields;
    await branchMonths.willChange(line, correction?.atMs ?? record?.atMs ?? makeUp?.doneAtMs ?? 0);
    const changes: Changes = {
      ...whole,
      ...(correction && { corrections: command.push([correction]) }),
      version: command.inc(1),
    };
    return documents().updateAndRead({ _id: line._id, version: line.version }, changes);
  },

  /** Puts an answer beside the line, which is open again; false when somebody wrote to it meanwhile. */
  async askAgain(line: AttendanceDocument, reply: Reply, studyRevision: number): Promise<boolean> {
    const past = [...(line.pastReplies ?? []), { reply, studyRevision }].slice(-MOST_PAST_REPLIES);
    const query = { _id: line._id, version: line.version };
    const changes = { reply: null, pastReplies: past, version: command.inc(1) };
    return (await documents().update(query, changes)) === 1;
  },

  /** One of these sittings in which somebody was entered, or null. */
  async sittingInUse(studyId: string, sittingIds: readonly string[]): Promise<string | null> {
    if (sittingIds.length === 0) return null;
    const among = command.in(sittingIds);
    const [recorded] = (
      await documents().countBy('record.sittingId', { studyId, 'record.sittingId': among })
    ).keys();
    if (recorded !== undefined) return recorded;
    const [line] = await documents().find(
      { studyId, 'corrections.arrival.sittingId': among },
      { limit: 1 },
    );
    const came = line?.corrections.flatMap(({ arrival }) => arrival?.sittingId ?? []) ?? [];
    return came.find((sittingId) => sittingIds.includes(sittingId)) ?? null;
  },

  /** Asks these people again, or no longer; lines that agree with a newer revision stay as they are. */
  async setExpected(
    studyId: string,
    studyRevision: number,
    memberIds: readonly string[],
    isExpected: boolean,
  ): Promise<void> {
    if (memberIds.length === 0) return;
    const ids = memberIds.map((memberId) => lineId(studyId, memberId));
    await documents().update(
      { _id: command.in(ids), studyRevision: command.lte(studyRevision) },
      { isExpected },
    );
  },

  /**
   * Makes every line agree with a revision of the study. After it no check-in that was decided by an
   * older revision can be entered.
   */
  async agreeWith(studyId: string, studyRevision: number, lastCloseAtMs: number): Promise<void> {
    await documents().update(
      { studyId, studyRevision: command.lt(studyRevision) },
      { studyRevision, lastCloseAtMs },
    );
  },

  /** Notes of these people, in a final register, what kept them from all of it; once for all. */
  async noteKept(
    studyId: string,
    memberIds: readonly string[],
    keptBy: KeptBy | null,
  ): Promise<void> {
    if (memberIds.length === 0) return;
    const ids = memberIds.map((memberId) => lineId(studyId, memberId));
    await documents().update(
      { _id: command.in(ids), wasOnDuty: command.exists(false) },
      {
        wasOnDuty: keptBy === 'on-duty',
        wasAsleep: keptBy === 'asleep',
        ...(keptBy === 'away' && { wasAway: true }),
      },
    );
  },

  /** Opens the same make-up for these people, but for who is in by now or has one. */
  async openMakeUps(studyId: string, memberIds: readonly string[], makeUp: MakeUp): Promise<void> {
    const ids = memberIds.map((memberId) => lineId(studyId, memberId));
    await documents().update(
      { _id: command.in(ids), isIn: false, makeUp: command.exists(false) },
      { makeUp, version: command.inc(1) },
    );
  },

  countsOf,
} as const;

const openMakeUp = (memberId: string | Operator, nowMs: number) => ({
  memberId,
  'makeUp.untilAtMs': command.gt(nowMs),
  'makeUp.doneAtMs': command.exists(false),
});

const typingAllowed = (sittingId: string): Query => ({
  [`wrongTyped.${sittingId}`]: command.or(command.exists(false), command.lt(MAX_WRONG_TYPED)),
});

const isInBy = (state: AttendanceRecord['state']) => state === 'attended' || state === 'late';
