import type { DeliveryDocument, DeliveryGroup } from '../_store/delivery/delivery-document';
import type { StoredReason } from '../_store/delivery/stored-reason';
import { peopleIn } from './inbox-entry';

/** People who get a message at the same instant for the same reason. */
export interface Moment {
  readonly atMs: number;
  readonly why: StoredReason;
  readonly memberIds: string[];
}

/** Groups of all documents; those of the same instant and reason together, by instant. */
export function byMoment(
  documents: readonly DeliveryDocument[],
  isWanted: (group: DeliveryGroup) => boolean = () => true,
): readonly Moment[] {
  const moments = new Map<string, Moment>();
  for (const group of documents.flatMap(({ groups }) => groups).filter(isWanted)) {
    const { atMs, why } = group;
    const key = JSON.stringify([atMs, why.code, why.because, why.label]);
    const moment = moments.get(key) ?? { atMs, why, memberIds: [] };
    moment.memberIds.push(...peopleIn(group));
    moments.set(key, moment);
  }
  return [...moments.values()].sort((a, b) => a.atMs - b.atMs);
}
