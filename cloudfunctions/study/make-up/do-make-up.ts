import type { Detail } from '../../../contract/action';
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

interface Refused<E> {
  readonly kind: 'refused';
  readonly code: E;
  readonly detail?: Detail;
}

/** Of every step. */
type Ended = 'no-make-up' | 'make-up-over' | 'no-longer-needed';

type Done<E> = { readonly kind: 'kept'; readonly makeUp: MakeUp } | Refused<E>;

/** `E`: refusals of its own. */
interface Step<E> {
  /** Whether all of it was written before. */
  isThere(now: MakeUp): boolean;
  /** What it was given where nothing is to be written. */
  add(now: MakeUp, study: StudyDocument): MakeUp | Promise<MakeUp | Refused<E>>;
}

/**
 * Adds a step to a person's own make-up, before its end and while it is not done. Of several phones
 * each adds to what the others have written. When it is done, what was said of it is taken back.
 * docs/rules.md#R-104
 */
export async function doMakeUp<E extends string = never>(
  { memberId, studyId, saidAtMs, nowMs }: Call,
  step: Step<E>,
): Promise<Done<Ended | E>> {
  const study = await studies.remembered(studyId);
  return untilNotOvertaken(`the make-up of ${memberId}`, async () => {
    const line = await attendances.line(studyId, memberId);
    const now = line?.makeUp;
    if (line === null || study === null || now === undefined) {
      return { kind: 'refused', code: 'no-make-up' };
    }
    // A retry, or another phone, after it was done: what was lost is only the answer.
    if (step.isThere(now)) return finished(line, now);
    if (now.doneAtMs !== undefined || isIn(markedState(line))) {
      return { kind: 'refused', code: 'no-longer-needed' };
    }
    if (!isInTerm(now.untilAtMs, saidAtMs, nowMs)) return over(now, study);
    const added = await step.add(now, study);
    if ('kind' in added) return added;
    if (added === now) return finished(line, now);
    const isDone = added.doneAtMs !== undefined;
    const written = await attendances.write(line, {
      makeUp: added,
      ...(isDone && { isIn: true }),
    });
    return written === null ? undefined : finished(written, added);
  });
}

async function finished(line: AttendanceDocument, makeUp: MakeUp): Promise<Done<never>> {
  if (makeUp.doneAtMs !== undefined) await takeMakeUpBack(line.studyId, line.memberId);
  return { kind: 'kept', makeUp };
}

const over = ({ untilAtMs }: MakeUp, { createdBy }: StudyDocument): Refused<Ended> => ({
  kind: 'refused',
  code: 'make-up-over',
  detail: { untilAtMs, officer: createdBy.name },
});
