import type { roll as action } from '../../../contract/study/register';
import { holdsOneOf, ROSTER_KEEPERS, type Role } from '../../../contract/roles';
import type { Handler } from '../../_kit/serve';
import { attendances } from '../../_store/study/attendances';
import { studies, type StudyDocument } from '../../_store/study/studies';
import { toRollLines } from './roll-line';
import { settleRegister } from './settle-register';
import { isFinal, toStudy } from '../shown-study';

/** Warm: the caller and the lines, nothing else, whatever the size of the branch. */
export const roll: Handler<typeof action> = async (input, ctx) => {
  const { studyId, sittingId, isBySitting = false } = input;
  const nowMs = ctx.nowMs();
  const [remembered, lines] = await Promise.all([
    studies.remembered(studyId),
    attendances.ofStudy(studyId),
  ]);
  // Lines that agree with a newer study than the remembered one say that it is out of date.
  const isOutdated = lines.some((line) => line.studyRevision > (remembered?.revision ?? 0));
  const study = isOutdated ? await studies.byId(studyId) : remembered;
  if (study === null || !maySee(study, ctx.caller.roles)) return ctx.fail('not-found');
  const isBehind =
    study.publishedAtMs !== null &&
    (study.settledRevision !== study.revision ||
      lines.some((line) => line.studyRevision < study.revision));
  const settled = isBehind ? await settleRegister(study, nowMs) : study;
  const current = isBehind ? await attendances.ofStudy(studyId) : lines;
  const setting = {
    study: settled,
    sittingId: sittingId ?? null,
    isBySitting,
    nowMs,
    caller: ctx.caller,
    countsCodes: ctx.readsLeniently,
  };
  return ctx.answer({
    nowMs,
    study: toStudy(settled),
    isFinal: isFinal(settled, nowMs),
    lines: await toRollLines(setting, current),
  });
};

/** Drafts, also discarded ones, are for those who write them. */
export function maySee(
  { state, publishedAtMs }: Pick<StudyDocument, 'state' | 'publishedAtMs'>,
  roles: readonly Role[],
): boolean {
  const wasPublished = state !== 'draft' && publishedAtMs !== null;
  return wasPublished || holdsOneOf(roles, ROSTER_KEEPERS);
}
