import type { ItemStanding } from '../../../domain/content/channel/decide-on-item';
import type { ItemDocument } from './item-document';

/** A stored item as deciding sees it. */
export function standingOf(item: ItemDocument): ItemStanding {
  const { channel, branchId, state, writers, branchCheckerId, textCheck, pictures } = item;
  return {
    channel,
    branchId,
    state,
    writerIds: writers.map(({ memberId }) => memberId),
    branchCheckerId,
    checks: [textCheck, ...pictures.map(({ check }) => check)],
  };
}
