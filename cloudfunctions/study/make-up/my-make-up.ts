import type { makeUp as action } from '../../../contract/study/make-up';
import { isIn, markedState } from '../../../domain/study/attendance';
import { laterTerm, makeUpTerm, type MakeUpTerm } from '../../../domain/study/make-up-term';
import { daysBetween, dayOfInstant, instantOf } from '../../../domain/time/local-day';
import type { Handler } from '../../_kit/serve';
import { memberOfCaller } from '../../_store/people/callers';
import type { MakeUp } from '../../_store/study/attendance-document';
import { attendances } from '../../_store/study/attendances';
import { contentAndCredit } from '../../_store/study/content-and-credit';
import type { MakeUpContentDocument } from '../../_store/study/make-up-contents';
import { studies } from '../../_store/study/studies';
import { shiftShownDuring, shiftsFrom } from '../person-days';
import { stateOf } from '../../_store/study/line-state';
import { rotasOnHotPath } from '../rotas';
import { contentOf, minutesOf } from './content-of';

/** The days are shown in one row, or in two. */
const WEEK = 7;

/** By the caller's own line, so that it stays theirs when they are of another branch by now. */
export const makeUp: Handler<typeof action> = async ({ studyId }, ctx) => {
  const nowMs = ctx.nowMs();
  const [member, line, study, { content: written, credit }] = await Promise.all([
    memberOfCaller(ctx.openId),
    attendances.line(studyId, ctx.caller.memberId),
    studies.remembered(studyId),
    contentAndCredit(studyId, ctx.caller.branchId, nowMs),
  ]);
  if (member === null) return ctx.fail('not-bound');
  const mine = line?.makeUp;
  if (study === null || line === null || mine === undefined) return ctx.fail('not-found');
  const content = contentOf(study, written);
  const schedule = (await rotasOnHotPath([member])).scheduleOf(member);
  const term = makeUpTerm(schedule, dayOfInstant(mine.openedAtMs));
  const daysLeft = daysBetween(dayOfInstant(nowMs), dayOfInstant(mine.untilAtMs));
  return ctx.answer({
    nowMs,
    study: {
      studyId,
      topic: study.topic,
      kind: study.kind,
      sittings: study.sittings.map((sitting) => ({
        startAtMs: sitting.startAtMs,
        endAtMs: sitting.endAtMs,
        shift: shiftShownDuring(schedule, sitting),
      })),
      createdByName: study.createdBy.name,
    },
    cause: mine.cause,
    openedBy: openedBy(mine),
    startsAtMs: mine.startsAtMs,
    untilAtMs: mine.untilAtMs,
    termKind: term.kind,
    countedDays: countedDays(term, mine.untilAtMs),
    days: shiftsFrom(schedule, nowMs, daysLeft < WEEK ? WEEK : 2 * WEEK),
    pieces: content.pieces.map(toPiece),
    questions: content.questions.map(withoutAnswer),
    right: mine.right,
    note: mine.note === undefined ? null : { text: mine.note.text, atMs: mine.note.atMs },
    doneAtMs: mine.doneAtMs ?? null,
    way: mine.way ?? null,
    ...(mine.doneAtMs === undefined && isIn(markedState(line)) && { isIn: true }),
    ...(stateOf(line, study, schedule, nowMs) === 'absent' && { isAbsent: true }),
    minutes: mine.minutes ?? minutesOf(study, content, credit),
  });
};

export function openedBy({ openedBy: by }: MakeUp) {
  return by === undefined ? null : { name: by.name, reason: by.reason };
}

/** None where the end is another than these days say, as it was promised before their shifts changed. */
function countedDays(term: MakeUpTerm, untilAtMs: number) {
  const isByDays = laterTerm(untilAtMs, term) === untilAtMs && term.untilAtMs === untilAtMs;
  return isByDays ? [...term.days] : term.days.filter((day) => instantOf(day, 0) < untilAtMs);
}

function toPiece(piece: MakeUpContentDocument['pieces'][number]) {
  const { pieceId, title, minutes } = piece;
  const text = piece.kind === 'text' ? piece.text : null;
  const url = piece.kind === 'link' ? piece.url : null;
  return { pieceId, title, minutes, text, url };
}

/** Which option is right stays here until it is answered. docs/rules.md#R-102 */
function withoutAnswer({
  questionId,
  kind,
  text,
  options,
}: MakeUpContentDocument['questions'][number]) {
  return {
    questionId,
    kind,
    text,
    options: options.map((option) => ({ optionId: option.optionId, text: option.text })),
  };
}
