import type { Preview } from '../../contract/notice/notice-shapes';
import { dayOfInstant } from '../../domain/time/local-day';
import type { DeliveryDocument } from '../_store/delivery/delivery-document';
import { isBound, type Member } from '../_store/people/member-document';
import type { Organisation } from '../_store/people/organisation';
import { byMoment } from './by-moment';

/** What a sender sees of a plan: who gets it when and why, and whom only the inbox reaches. */
export function previewOf(
  documents: readonly DeliveryDocument[],
  people: readonly Member[],
  organisation: Organisation,
  nowMs: number,
): Preview {
  const crewNames = new Map(
    people.map((member) => [
      member._id,
      organisation.placeOf(member, dayOfInstant(nowMs)).crewName,
    ]),
  );
  const groups = documents.flatMap((document) => document.groups);
  // No instant reaches who has no account: they are counted apart.
  const bound = new Set(people.filter(isBound).map(({ _id }) => _id));
  const causes = groups.flatMap(({ inboxOnly }) => inboxOnly.map(({ because }) => because));
  const count = (cause: (typeof causes)[number]) => causes.filter((one) => one === cause).length;
  return {
    nowMs,
    total: documents.reduce((sum, { memberIds }) => sum + memberIds.length, 0),
    groups: byMoment(documents)
      .map((moment) => ({ ...moment, reached: moment.memberIds.filter((id) => bound.has(id)) }))
      .filter(({ reached }) => reached.length > 0)
      .map(({ atMs, why, reached }) => ({
        atMs,
        isNow: atMs <= nowMs,
        why,
        count: reached.length,
        crews: crewsOf(reached, crewNames),
      })),
    inboxOnly: {
      noCredit: count('no-credit'),
      notBound: count('not-bound'),
      asleep: count('asleep'),
      dailyLimit: count('daily-limit'),
    },
    tooLate: documents.reduce((sum, { tooLate }) => sum + tooLate.length, 0),
    leastBad: groups
      .filter(({ isLeastBad }) => isLeastBad)
      .reduce((sum, group) => sum + group.subscribe.length + group.inboxOnly.length, 0),
  };
}

function crewsOf(
  memberIds: readonly string[],
  crewNames: ReadonlyMap<string, string | null>,
): { crewName: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const memberId of memberIds) {
    const name = crewNames.get(memberId);
    if (name !== undefined && name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([crewName, count]) => ({ crewName, count }));
}
