import type { Detail } from '../../../contract/action';
import type { ErrorOf } from '../../../contract/action';
import type { noteMakeUp } from '../../../contract/study/make-up';
import { isIn, markedState } from '../../../domain/study/attendance';
import { isInTerm } from '../../../domain/study/make-up';
import { takeMakeUpBack } from '../../_deliver/tell-of-make-up';
import type { AttendanceDocument, MakeUp } from '../../_store/study/attendance-document';
import { attendances } from '../../_store/study/attendances';
import { studies, type StudyDocument } from '../../_store/study/studies';
import { untilNotOvertaken } from '../../_store/retry';

interface Call {
  readonly memberId: string;
  readonly studyId: string;
  readonly saidAtMs: number | undefined;
  readonly nowMs: number;
}

export type Done =
  | { readonly kind: 'kept'; readonly makeUp: MakeUp }
  | {
      readonly kind: 'refused';
      readonly code: ErrorOf<typeof noteMakeUp>;
      readonly detail?: Detail;
    };

/**
 * Adds to a person's own make-up what `add` makes of it, before its end and while it is not done;
 * `add` gives undefined where all of it is there, and what it was given where nothing is to be
 * written. Of several phones each adds to what the
 * others have written. When it is done, what was said of it is taken back. docs/rules.md#R-104
 */
export async function doMakeUp(
  { memberId, studyId, saidAtMs, nowMs }: Call,
  add: (now: MakeUp, study: StudyDocument) => MakeUp | undefined,
): Promise<Done> {
  const study = await studies.remembered(studyId);
  return untilNotOvertaken(`the make-up of ${memberId}`, async () => {
    const line = await attendances.line(studyId, memberId);
    const now = line?.makeUp;
    if (line === null || study === null || now === undefined) {
      return { kind: 'refused', code: 'no-make-up' };
    }
    const added = add(now, study);
    // A retry, or another phone, after it was done: what was lost is only the answer.
    if (added === undefined) return finished(line, now);
    if (now.doneAtMs !== undefined || isIn(markedState(line))) {
      return { kind: 'refused', code: 'no-longer-needed' };
    }
    if (!isInTerm(now.untilAtMs, saidAtMs, nowMs)) return over(now, study);
    if (added === now) return finished(line, now);
    const isDone = added.doneAtMs !== undefined;
    const written = await attendances.write(line, {
      makeUp: added,
      ...(isDone && { isIn: true }),
    });
    return written === null ? undefined : finished(written, added);
  });
}

async function finished(line: AttendanceDocument, makeUp: MakeUp): Promise<Done> {
  if (makeUp.doneAtMs !== undefined) await takeMakeUpBack(line.studyId, line.memberId);
  return { kind: 'kept', makeUp };
}

const over = ({ untilAtMs }: MakeUp, { createdBy }: StudyDocument): Done => ({
  kind: 'refused',
  code: 'make-up-over',
  detail: { untilAtMs, officer: createdBy.name },
});
