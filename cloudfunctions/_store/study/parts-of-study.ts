import { finalAtMs, heldSittings } from '../../../domain/study/sitting';
import type { StoredSitting, StudyDocument } from './studies';

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
