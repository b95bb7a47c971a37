import type { CodeSource } from '../../../domain/study/check-in-code';
import { LEAST_DIGITS } from '../../../domain/study/check-in';
import type { StudyDocument } from '../../_store/study/studies';

/** What the codes of a sitting of the study are made of. */
export function codeSourceOf(
  { _id: studyId, digitCount = LEAST_DIGITS }: StudyDocument,
  sittingId: string,
  secret: string,
): CodeSource {
  return { secret, ref: { studyId, sittingId }, digitCount };
}
