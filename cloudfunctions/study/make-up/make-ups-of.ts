import { holdsOneOf, OFFICERS, ROSTER_KEEPERS } from '../../../contract/roles';
import type { makeUpsOf as action } from '../../../contract/study/make-up';
import { isIn, markedState } from '../../../domain/study/attendance';
import { isLeaveRefused } from '../../../domain/study/leave';
import type { Handler } from '../../_kit/serve';
import { isInRegister, type AttendanceDocument } from '../../_store/study/attendance-document';
import { noteLooks } from '../../_store/people/trail';
import { attendances } from '../../_store/study/attendances';
import { makeUpContents } from '../../_store/study/make-up-contents';
import { studies } from '../../_store/study/studies';
import { absencesOf } from '../register/absences-of';
import { stateOf } from '../../_store/study/line-state';
import { peopleOnHotPath } from '../register/people';
import { maySee } from '../register/roll';
import { seesReasons } from '../register/sees-reasons';
import { rotasOnHotPath } from '../rotas';
import { isFinal } from '../../_store/study/parts-of-study';
import { contentOf } from './content-of';
import { openedBy } from './my-make-up';

export const makeUpsOf: Handler<typeof action> = async ({ studyId }, ctx) => {
  const nowMs = ctx.nowMs();
  const { roles } = ctx.caller;
  const [study, lines, written] = await Promise.all([
    studies.byId(studyId),
    attendances.ofStudy(studyId),
    makeUpContents.ofStudy(studyId),
  ]);
  if (study === null || !maySee(study, roles)) return ctx.fail('not-found');
  const listed = lines.filter(isInRegister);
  const people = await peopleOnHotPath(
    study.branchId,
    listed.map(({ memberId }) => memberId),
  );
  const rotas = await rotasOnHotPath([...people.values()]);
  const content = contentOf(study, written);
  const seesNotes = holdsOneOf(roles, OFFICERS);
  const final = isFinal(study, nowMs);
  const nameOf = ({ memberId, name, crewId }: AttendanceDocument) => ({
    memberId,
    name,
    crewName: rotas.crewName(crewId),
  });
  const isAbsent = (line: AttendanceDocument) => {
    const member = people.get(line.memberId);
    const schedule = member === undefined ? null : rotas.scheduleOf(member);
    return line.makeUp === undefined && stateOf(line, study, schedule, nowMs) === 'absent';
  };
  const seesLeaveOf = (line: AttendanceDocument) =>
    seesReasons(ctx.caller, (people.get(line.memberId) ?? line).groupId);
  const absent = final ? listed.filter(isAbsent) : [];
  const ids = absent.map(({ memberId }) => memberId);
  const rows = seesNotes ? await absencesOf(ids, study.branchId, nowMs) : undefined;
  if (seesNotes) {
    const written = listed.filter(({ makeUp }) => makeUp?.note !== undefined);
    const memberIds = written.map(({ memberId }) => memberId);
    const what = { kind: 'saw-make-up' as const, studyId, topic: study.topic };
    await noteLooks(ctx.caller, { branchId: study.branchId, memberIds }, what, nowMs);
  }
  return ctx.answer({
    nowMs,
    topic: study.topic,
    isFinal: final,
    pieces: content.pieces.length,
    questions: content.questions.length,
    people: listed
      .flatMap((line) => {
        const { makeUp } = line;
        const isDone = makeUp?.doneAtMs !== undefined;
        // Whoever was entered as in since has nothing to make up.
        if (makeUp === undefined || (!isDone && isIn(markedState(line)))) return [];
        const { cause, startsAtMs, untilAtMs, doneAtMs = null, way = null, note } = makeUp;
        const isUnsure = seesNotes && note?.check === 'to-look-at';
        const own = {
          note: seesNotes ? (note?.text ?? null) : null,
          ...(isUnsure && { isNoteUnsure: true }),
          openedBy: openedBy(makeUp),
        };
        return [{ ...nameOf(line), cause, startsAtMs, untilAtMs, doneAtMs, way, ...own }];
      })
      .sort(
        (a, b) =>
          Number(a.doneAtMs !== null) - Number(b.doneAtMs !== null) ||
          a.name.localeCompare(b.name, 'zh-CN'),
      ),
    absent: absent.map((line) => ({
      ...nameOf(line),
      inARow: rows?.get(line.memberId) ?? null,
      ...(isLeaveRefused(line.reply) && seesLeaveOf(line) && { isLeaveRefused: true }),
    })),
    canOpen: holdsOneOf(roles, ROSTER_KEEPERS),
  });
};
