import type { OutputOf } from '../../../contract/action';
import type { previewPublication } from '../../../contract/study/planning';
import { isHeardInTime } from '../../../domain/study/heard-in-time';
import { dayOfInstant } from '../../../domain/time/local-day';
import { peopleIn } from '../../_deliver/inbox-entry';
import type { DeliveryDocument } from '../../_store/delivery/delivery-document';
import { isBound, type Member } from '../../_store/people/member-document';
import type { Organisation } from '../../_store/people/organisation';
import type { OtherSittings } from '../../_store/study/other-sittings';
import type { StudyDocument } from '../../_store/study/studies';
import { chanceAt } from './chances';

type Late = OutputOf<typeof previewPublication>['late'];

/**
 * Who hears of a study, as it is planned, too late for every sitting that they could come to; in the
 * order of what they hear. Who can come to none is left anyway, and who has no account is named by the
 * preview. docs/rules.md#R-96, docs/rules.md#R-148
 */
export function heardLate(
  { sittings }: StudyDocument,
  documents: readonly DeliveryDocument[],
  asked: readonly Member[],
  organisation: Organisation,
  others: Pick<OtherSittings, 'of'>,
): Late {
  const heard = heardAt(documents);
  return asked
    .filter(isBound)
    .flatMap((member) => {
      const schedule = organisation.scheduleOf(member);
      const sits = others.of(member);
      const suitable = sittings.filter(
        (sitting) => chanceAt(schedule, sitting, sits).hindrance === null,
      );
      const atMs = heard.get(member._id) ?? null;
      if (suitable.length === 0 || isHeardInTime(atMs, suitable)) return [];
      const startAtMs = Math.max(...suitable.map((sitting) => sitting.startAtMs));
      const { crewName } = organisation.placeOf(member, dayOfInstant(startAtMs));
      return [{ memberId: member._id, name: member.name, crewName, atMs, startAtMs }];
    })
    .sort((a, b) => (a.atMs ?? Infinity) - (b.atMs ?? Infinity));
}

/** When each hears of it; not who sleeps then, for whom it only lies in the inbox. */
function heardAt(documents: readonly DeliveryDocument[]): ReadonlyMap<string, number> {
  const heard = new Map<string, number>();
  for (const group of documents.flatMap(({ groups }) => groups)) {
    const asleep = new Set(
      group.inboxOnly.filter(({ because }) => because === 'asleep').map(({ memberId }) => memberId),
    );
    for (const memberId of peopleIn(group)) {
      if (!asleep.has(memberId)) heard.set(memberId, group.atMs);
    }
  }
  return heard;
}
