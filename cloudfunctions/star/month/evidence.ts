import { markedState, wasThere } from '../../../domain/study/attendance';
import { dayOfInstant } from '../../../domain/time/local-day';
import { monthInterval } from '../../../domain/time/month-interval';
import type { NominationDocument } from '../../_store/star/nominations';
import { attendances } from '../../_store/study/attendances';
import { notes } from '../../_store/note/notes';

type StoredEvidence = NominationDocument['evidence'][number];
type Evidence = StoredEvidence & { readonly id: string };

/** As phones read it; those of 0.1.0 know of no record that opens. docs/rules.md#R-169 */
export const shownEvidence = (evidence: readonly StoredEvidence[], readsLeniently: boolean) =>
  evidence.map(({ kind, id, title, day }) => ({
    kind,
    title,
    day,
    ...(readsLeniently && id !== undefined && { id }),
  }));

/** Of one month, more than anybody writes. */
const MOST_NOTES = 60;

/**
 * Records of a member in a month that `readerId`, of the branch, may show of them, the newest first: of
 * oneself all; of others what they have shared in the branch with their name. docs/rules.md#R-280
 */
export async function evidenceOf(
  memberId: string,
  branchId: string,
  month: string,
  readerId: string,
): Promise<readonly Evidence[]> {
  const { startAtMs, endAtMs } = monthInterval(month);
  const isOwn = readerId === memberId;
  const [lines, written] = await Promise.all([
    isOwn ? attendances.ofMemberWithStudies(memberId, startAtMs, endAtMs) : [],
    notes.ofOwner(memberId, null, MOST_NOTES),
  ]);
  const ofStudies = lines.flatMap(({ line, study }): Evidence[] => {
    const { makeUp, record, corrections } = line;
    const { _id: id, topic: title, firstStartAtMs } = study;
    const state = markedState(line);
    if (wasThere(state)) {
      return [{ kind: 'study', id, title, day: dayOfInstant(record?.atMs ?? firstStartAtMs) }];
    }
    if (state !== 'made-up') return [];
    const atMs = makeUp?.doneAtMs ?? corrections.at(-1)?.atMs ?? firstStartAtMs;
    return [{ kind: 'make-up', id, title, day: dayOfInstant(atMs) }];
  });
  const ofNotes = written.documents
    .filter(({ firstAtMs }) => startAtMs <= firstAtMs && firstAtMs < endAtMs)
    .filter(({ branchId: noteBranchId, state, sharedAtMs, sharing }) =>
      isOwn
        ? state !== 'returned'
        : noteBranchId === branchId && sharedAtMs !== null && sharing?.isSigned === true,
    )
    .map(({ _id, title, firstAtMs }): Evidence => ({
      kind: 'note',
      id: _id,
      title,
      day: dayOfInstant(firstAtMs),
    }));
  return [...ofStudies, ...ofNotes].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}
