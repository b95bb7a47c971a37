import type { Study } from '../../contract/study/study-shapes';
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
