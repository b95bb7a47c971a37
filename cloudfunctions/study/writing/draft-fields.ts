import type { StudyDraft } from '../../../contract/study/study-shapes';
import { unknownInAudience } from '../../../domain/people/audience';
import { finalAtMs, firstStartAtMs } from '../../../domain/study/sitting';
import { dayOfInstant } from '../../../domain/time/local-day';
import type { BranchDocument } from '../../_store/people/branches';
import type { Member } from '../../_store/people/members';
import { personOn } from '../../_store/people/person-on';
import type { StoredSitting, StudyDocument } from '../../_store/study/studies';

export type DraftFields = Pick<
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

/** Whether everything that the audience of a draft names is in the branch. */
export function isAudienceKnown(
  draft: StudyDraft,
  branch: BranchDocument,
  people: readonly Member[],
  nowMs: number,
): boolean {
  const day = dayOfInstant(nowMs);
  const persons = people.map((member) => personOn(member, day));
  const groupIds = branch.groups.map(({ groupId }) => groupId);
  return unknownInAudience(draft.audience, persons, groupIds).length === 0;
}
