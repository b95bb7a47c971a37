import { deliveries } from '../_store/delivery/deliveries';
import type { Member } from '../_store/people/member-document';
import { members } from '../_store/people/members';
import { peopleIn } from './inbox-entry';

/**
 * Takes these messages out of inboxes and plans. Whom any of them had gone out to, their phones rung or
 * not, and who have not left: they are told that it is over. Alike when it is repeated. docs/rules.md#R-342
 */
export async function takeBackTold(
  messageIds: readonly string[],
  nowMs: number,
): Promise<readonly Member[]> {
  await deliveries.cancelEach(messageIds, nowMs);
  // As they are once nothing more of them goes out.
  const told = (await deliveries.ofMessages(messageIds)).flatMap(({ groups }) =>
    groups.filter(({ state }) => state !== 'pending').flatMap(peopleIn),
  );
  if (told.length === 0) return [];
  const people = await members.byIds([...new Set(told)]);
  return people.filter(({ leftDay }) => leftDay === null);
}
