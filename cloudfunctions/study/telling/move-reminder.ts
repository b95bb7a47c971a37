import { DEFAULT_DELIVERY_RULES } from '../../../domain/delivery/delivery-rules';
import { planDelivery } from '../../../domain/delivery/plan-delivery';
import type { Reply } from '../../_store/study/attendances';
import { deliveries } from '../../_store/delivery/deliveries';
import { MOST_PEOPLE, type DeliveryDocument } from '../../_store/delivery/delivery-document';
import type { Member } from '../../_store/people/members';
import { movePerson } from '../../_deliver/move-person';
import { organisationOnHotPath } from '../../_store/people/organisation';
import { deliveryMessageOf, planNotice, startOfDay } from '../../_deliver/plan-notice';
import { releasePeople } from '../../_deliver/release-people';
import { situationsOf } from '../../_deliver/situations';
import type { StoredSitting, StudyDocument } from '../../_store/study/studies';
import type { Rotas } from '../rotas';
import { canBeReminded, sittingToRemind } from './sitting-to-remind';
import { studyMessages } from './study-messages';

const MOST_TRIES = 4;

/**
 * Brings the reminder of one person to the sitting that a reply means. No request when it stays
 * where it is; otherwise one to look, one for what is dropped and two for what is planned. Can be
 * repeated; done before the reply is written, so that a call that was cut off leaves no gap.
 */
export async function moveReminder(
  study: StudyDocument,
  member: Member,
  replies: { readonly before: Reply | null; readonly after: Reply | null },
  rotas: Rotas,
  requestId: string,
  nowMs: number,
): Promise<void> {
  const schedule = rotas.scheduleOf(member);
  const from = sittingToRemind(study, schedule, replies.before, nowMs);
  const to = sittingToRemind(study, schedule, replies.after, nowMs);
  if (from?.sittingId === to?.sittingId) return;
  const reminders = await deliveries.remindersOf(study._id);
  const mine = reminders.filter(({ memberIds }) => memberIds.includes(member._id));
  for (const document of mine) {
    if (document.about?.sittingId !== to?.sittingId) await releasePeople(document, [member._id]);
  }
  if (to === undefined || !canBeReminded(to, nowMs)) return;
  const there = reminders.filter(({ about }) => about?.sittingId === to.sittingId);
  if (there.some(({ memberIds }) => memberIds.includes(member._id))) return;
  const open = there.find(({ memberIds }) => memberIds.length < MOST_PEOPLE);
  if (open !== undefined && (await join(open, member, nowMs))) return;
  await begin(study, to, member, requestId, nowMs);
}

/** Puts a person into a reminder that stands; false when it was taken back meanwhile. */
async function join(document: DeliveryDocument, member: Member, nowMs: number): Promise<boolean> {
  const [known, organisation] = await Promise.all([
    deliveries.naming([member._id], startOfDay(nowMs)),
    organisationOnHotPath(),
  ]);
  const situation = situationsOf([member], organisation, known).get(member._id);
  if (situation === undefined) throw new Error(`no situation of ${member._id}`);
  const message = deliveryMessageOf(document);
  const plan = planDelivery(situation, message, nowMs, DEFAULT_DELIVERY_RULES);
  let now: DeliveryDocument | null = document;
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    if (now === null || now.cancelledAtMs !== null) return false;
    if (now.memberIds.includes(member._id)) return true;
    const { memberIds, tooLate, groups } = now;
    const isPlanned = plan.kind === 'deliver';
    const isWritten = await deliveries.writeGroups(
      now,
      isPlanned ? movePerson(groups, member._id, plan, nowMs) : groups,
      {
        memberIds: [...memberIds, member._id],
        ...(!isPlanned && { tooLate: [...tooLate, member._id] }),
      },
    );
    if (isWritten) return true;
    now = await deliveries.byId(document._id);
  }
  throw new Error(`delivery ${document._id} changed under every one of ${MOST_TRIES} tries`);
}

/** A reminder of a sitting that nobody was to be reminded of. */
async function begin(
  study: StudyDocument,
  sitting: StoredSitting,
  member: Member,
  requestId: string,
  nowMs: number,
): Promise<void> {
  const content = studyMessages(study, study.createdBy, requestId).reminder(sitting, member._id);
  const organisation = await organisationOnHotPath();
  const { documents } = await planNotice(content, [member], organisation, nowMs);
  await deliveries.insertAbsent(documents);
}
