import { DEFAULT_DELIVERY_RULES } from '../../domain/delivery/delivery-rules';
import { planDelivery } from '../../domain/delivery/plan-delivery';
import type { Reply } from '../_store/study/attendance-document';
import { deliveries } from '../_store/delivery/deliveries';
import { studyDeliveries } from '../_store/delivery/study-deliveries';
import { MOST_PEOPLE, type DeliveryDocument } from '../_store/delivery/delivery-document';
import type { Member } from '../_store/people/member-document';
import { deliver } from './deliver';
import { movePerson } from './move-person';
import { organisationOnHotPath, type Rotas } from '../_store/people/organisation';
import { deliveryMessageOf, startOfDay } from './plan-notice';
import { releasePeople } from './release-people';
import { rewriteGroups } from './rewrite-groups';
import { situationsOf } from './situations';
import type { StoredSitting, StudyDocument } from '../_store/study/studies';
import { canBeReminded, sittingToRemind } from './sitting-to-remind';
import { studyMessages } from './study-messages';

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
  const reminders = await studyDeliveries.remindersOf(study._id);
  const mine = reminders.filter(({ memberIds }) => memberIds.includes(member._id));
  for (const document of mine) {
    if (sittingIdOf(document) !== to?.sittingId) await releasePeople(document, [member._id]);
  }
  if (to === undefined || !canBeReminded(to, nowMs)) return;
  const there = reminders.filter((document) => sittingIdOf(document) === to.sittingId);
  if (there.some(({ memberIds }) => memberIds.includes(member._id))) return;
  const open = there.find(({ memberIds }) => memberIds.length < MOST_PEOPLE);
  if (open !== undefined && (await join(open, member, nowMs))) return;
  await begin(study, to, member, requestId, nowMs);
}

/** Puts a person into a reminder that stands; false when it was taken back meanwhile. */
async function join(document: DeliveryDocument, member: Member, nowMs: number): Promise<boolean> {
  const [known, organisation] = await Promise.all([
    deliveries.naming([member._id], startOfDay(nowMs)),
    organisationOnHotPath([member]),
  ]);
  const situation = situationsOf([member], organisation, known).get(member._id);
  if (situation === undefined) throw new Error(`no situation of ${member._id}`);
  const message = deliveryMessageOf(document);
  const plan = planDelivery(situation, message, nowMs, DEFAULT_DELIVERY_RULES);
  return rewriteGroups(document, ({ memberIds, tooLate, groups }) => {
    if (memberIds.includes(member._id)) return undefined;
    const joined = [...memberIds, member._id];
    return plan.kind === 'deliver'
      ? { groups: movePerson(groups, member._id, plan, nowMs), more: { memberIds: joined } }
      : { groups, more: { memberIds: joined, tooLate: [...tooLate, member._id] } };
  });
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
  const organisation = await organisationOnHotPath([member]);
  await deliver(content, [member], nowMs, organisation);
}

const sittingIdOf = ({ about }: DeliveryDocument): string | undefined =>
  about?.kind === 'sitting' ? about.sittingId : undefined;
