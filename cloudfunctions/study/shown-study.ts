import type { Study } from '../../contract/study/study-shapes';
import { finalAtMs, heldSittings } from '../../domain/study/sitting';
import type { StoredSitting, StudyDocument } from '../_store/study/studies';

/** A study as the contract shows it: what the contract does not name, above all secrets, stays here. */
export function toStudy(study: StudyDocument): Study {
  return {
    studyId: study._id,
    branchId: study.branchId,
    branchName: study.branchName,
    topic: study.topic,
    why: study.why,
    kind: study.kind,
    minutes: study.minutes,
    audience: study.audience,
    materials: study.materials,
    sittings: study.sittings.map(withoutSecret),
    state: study.state,
    cancelReason: study.cancelReason,
    revision: study.revision,
    expected: study.expected,
    createdByName: study.createdBy.name,
  };
}

export function sittingOf(study: StudyDocument, sittingId: string): StoredSitting | undefined {
  return study.sittings.find((sitting) => sitting.sittingId === sittingId);
}

/** Whether the register takes no more check-ins and marks; never so for a draft or a cancelled study. */
export function isFinal(study: StudyDocument, nowMs: number): boolean {
  return study.state === 'published' && nowMs >= finalAtMs(study.sittings);
}

/** Sittings of a cancelled study that were held all the same; none of a study that stands. */
export function heldOf(study: StudyDocument): readonly StoredSitting[] {
  return study.state === 'cancelled' ? heldSittings(study.sittings) : [];
}

function withoutSecret(sitting: StoredSitting): Study['sittings'][number] {
  const { sittingId, place, startAtMs, endAtMs, opensAtMs, lateAfterAtMs, closesAtMs, closedAtMs } =
    sitting;
  return {
    sittingId,
    place,
    startAtMs,
    endAtMs,
    opensAtMs,
    lateAfterAtMs,
    closesAtMs,
    closedAtMs,
  };
}
