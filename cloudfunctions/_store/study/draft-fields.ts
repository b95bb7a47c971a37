import { isDeepStrictEqual } from 'node:util';
import type { StudyDraft } from '../../../contract/study/study-shapes';
import { finalAtMs, firstStartAtMs } from '../../../domain/study/sitting';
import type { StoredSitting, StudyDocument } from './studies';

type DraftFields = Pick<
  StudyDocument,
  | 'topic'
  | 'why'
  | 'kind'
  | 'minutes'
  | 'audience'
  | 'materials'
  | 'sittings'
  | 'firstStartAtMs'
  | 'lastCloseAtMs'
>;

/**
 * What a draft says, as the document keeps it. A sitting that was there keeps its secret; it keeps
 * a closing by hand unless it is moved.
 */
export function fieldsOf(
  draft: StudyDraft,
  before: readonly StoredSitting[],
  newSecret: () => string,
): DraftFields {
  const sittings = draft.sittings.map((sitting): StoredSitting => {
    const known = before.find(({ sittingId }) => sittingId === sitting.sittingId);
    const isMoved = known?.startAtMs !== sitting.startAtMs;
    return {
      ...sitting,
      closedAtMs: isMoved ? null : known.closedAtMs,
      secret: known?.secret ?? newSecret(),
    };
  });
  const { topic, why, kind, minutes, audience, materials } = draft;
  return {
    topic,
    why: why ?? null,
    kind,
    minutes,
    audience,
    materials,
    sittings,
    firstStartAtMs: firstStartAtMs(sittings),
    lastCloseAtMs: finalAtMs(sittings),
  };
}

/** Whether a study says what the draft says. */
export function says(study: DraftFields, draft: StudyDraft): boolean {
  const { sittings, ...said } = fieldsOf(draft, study.sittings, () => '');
  const { topic, why, kind, minutes, audience, materials, firstStartAtMs, lastCloseAtMs } = study;
  const now = { topic, why, kind, minutes, audience, materials, firstStartAtMs, lastCloseAtMs };
  return (
    isDeepStrictEqual(now, said) &&
    isDeepStrictEqual(study.sittings.map(timesOf), sittings.map(timesOf))
  );
}

const timesOf = (sitting: StoredSitting) => {
  const { sittingId, place, startAtMs, endAtMs, opensAtMs, lateAfterAtMs, closesAtMs } = sitting;
  return [sittingId, place, startAtMs, endAtMs, opensAtMs, lateAfterAtMs, closesAtMs];
};

/** A draft that nobody has saved before. */
export function newDraft(
  studyId: string,
  draft: StudyDraft,
  written: Pick<
    StudyDocument,
    'branchId' | 'branchName' | 'createdBy' | 'createdAtMs' | 'lastRequestId'
  >,
  newSecret: () => string,
): StudyDocument {
  return {
    ...fieldsOf(draft, [], newSecret),
    ...written,
    _id: studyId,
    state: 'draft',
    cancelReason: null,
    revision: 0,
    settledRevision: 0,
    expected: 0,
    publishedAtMs: null,
    schemaVersion: 1,
  };
}
