import type { roll as action } from '../../../contract/study/register';
import { holdsOneOf, ROSTER_KEEPERS, type Role } from '../../../contract/roles';
import type { Handler } from '../../_kit/serve';
import type { AttendanceDocument } from '../../_store/study/attendance-document';
import { attendances } from '../../_store/study/attendances';
import { studies, type StudyDocument } from '../../_store/study/studies';
import { toRollLines } from './roll-line';
import { noteReasonsSeen } from './sees-reasons';
import { settleRegister } from '../../_deliver/settle-register';
import { isFinal } from '../../_store/study/parts-of-study';
import { toStudy } from '../shown-study';

/**
 * Warm: the caller and the lines, nothing else, whatever the size of the branch. To phones that open
 * no reasons by themselves it says all of them, which each time is a look at them.
 */
export const roll: Handler<typeof action> = async (input, ctx) => {
  const { studyId, sittingId, isBySitting = false, opensReasons = false } = input;
  const nowMs = ctx.nowMs();
  const register = await registerOf(studyId, ctx.caller.roles, nowMs);
  if (register === null) return ctx.fail('not-found');
  const { study, lines } = register;
  if (!opensReasons) await noteReasonsSeen(ctx.caller, study, lines, nowMs);
  const setting = {
    study,
    sittingId: sittingId ?? null,
    isBySitting,
    nowMs,
    caller: ctx.caller,
    isLenient: ctx.readsLeniently,
    knowsAsleep: ctx.knowsAsleep,
    saysReasons: !opensReasons,
    showsLeave: ctx.readsLeniently && holdsOneOf(ctx.caller.roles, ROSTER_KEEPERS),
  };
  const shown = await toRollLines(setting, lines);
  return ctx.answer({
    nowMs,
    study: toStudy(study),
    isFinal: isFinal(study, nowMs),
    lines: shown.lines,
    ...(ctx.readsLeniently && shown.gone.length > 0 && { gone: shown.gone }),
  });
};

interface Register {
  readonly study: StudyDocument;
  readonly lines: readonly AttendanceDocument[];
}

/** A register as it stands, settled if a change of the study was cut off; null: not for these roles to see. */
export async function registerOf(
  studyId: string,
  roles: readonly Role[],
  nowMs: number,
): Promise<Register | null> {
  const [remembered, lines] = await Promise.all([
    studies.remembered(studyId),
    attendances.ofStudy(studyId),
  ]);
  // Lines that agree with a newer study than the remembered one say that it is out of date.
  const isOutdated = lines.some((line) => line.studyRevision > (remembered?.revision ?? 0));
  const study = isOutdated ? await studies.byId(studyId) : remembered;
  if (study === null || !maySee(study, roles)) return null;
  const isBehind =
    study.publishedAtMs !== null &&
    (study.settledRevision !== study.revision ||
      lines.some((line) => line.studyRevision < study.revision));
  if (!isBehind) return { study, lines };
  const settled = await settleRegister(study, nowMs);
  return { study: settled, lines: await attendances.ofStudy(studyId) };
}

/** Drafts, also discarded ones, are for those who write them. */
export function maySee(
  { state, publishedAtMs }: Pick<StudyDocument, 'state' | 'publishedAtMs'>,
  roles: readonly Role[],
): boolean {
  const wasPublished = state !== 'draft' && publishedAtMs !== null;
  return wasPublished || holdsOneOf(roles, ROSTER_KEEPERS);
}
