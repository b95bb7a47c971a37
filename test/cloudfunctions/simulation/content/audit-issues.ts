import type { ItemDocument } from '../../../../cloudfunctions/_store/content/item-document';
import type { DeliveryDocument } from '../../../../cloudfunctions/_store/delivery/delivery-document';
import type { Member } from '../../../../cloudfunctions/_store/people/member-document';
import { referenceStateAt } from '../../../domain/delivery/reference-planner';
import { BRANCHES } from '../organisation';
import type { ContentLog } from './log';

/** What became of an item for one person who was of a branch when it came out. */
export type Account = 'in-inbox' | 'withdrawn' | 'left' | 'too-late';

const isIssue = ({ kind }: DeliveryDocument) =>
  kind === 'party-issue' || kind === 'integrity-issue';
/** The issue that a message speaks of, by its page. */
const issueIn = ({ page }: DeliveryDocument) => {
  const [, channel = '', day = ''] = /channel=(\w+)&day=([\d-]+)/u.exec(page ?? '') ?? [];
  return `${channel} ${day}`;
};
const issueOf = ({ channel, issueDay }: ItemDocument) => `${channel} ${issueDay}`;
const wasOut = ({ steps }: ItemDocument) => steps.some(({ kind }) => kind === 'published');

/** Each branch is told of each issue once, all of its people; of one that is withdrawn nobody is. */
export function wrongIssues(log: ContentLog): string[] {
  const { items, deliveries } = log.stored;
  const out = items.filter(wasOut);
  const known = new Set(out.map(issueOf));
  const told = deliveries.filter(isIssue);
  const asks = deliveries.filter(({ kind }) => kind === 'pre-shift');
  const wrong = [...told, ...asks]
    .filter((each) => !known.has(issueIn(each)))
    .map(({ _id }) => `${_id} tells of what is not out`);
  for (const issue of known) {
    const ofIssue = out.filter((item) => issueOf(item) === issue);
    const isStanding = ofIssue.some(({ state }) => state === 'published');
    for (const branchId of BRANCHES) {
      const messages = told.filter((each) => each.branchId === branchId && issueIn(each) === issue);
      const standing = messages.filter(({ cancelledAtMs }) => cancelledAtMs === null);
      const wanted = isStanding ? 1 : 0;
      if (standing.length !== wanted) {
        wrong.push(`${issue} to ${branchId}: ${standing.length} messages, not ${wanted}`);
      }
      if (messages.length > 1) wrong.push(`${issue} to ${branchId}: told twice`);
    }
    const isNoneToTell = ofIssue.some((item) => item.forShift && item.state === 'withdrawn');
    const open = asks.filter((each) => issueIn(each) === issue && each.cancelledAtMs === null);
    if (isNoneToTell && open.length > 0) wrong.push(`${issue}: leaders are asked for nothing`);
  }
  return [...wrong, ...wrongRecipients(log), ...rungOnShift(log)];
}

function wrongRecipients({ tellings, stored }: ContentLog): string[] {
  const there = new Map(tellings.map(({ deliveryId, memberIds }) => [deliveryId, memberIds]));
  return stored.deliveries.filter(isIssue).flatMap(({ _id, memberIds }) => {
    const expected = [...(there.get(_id) ?? [])].sort();
    const asked = [...memberIds].sort();
    return expected.join() === asked.join() ? [] : [`${_id} is for others than its branch`];
  });
}

/** Who has chosen nothing is not told of an issue on shift, around it or in the rest after a night. */
function rungOnShift({ notices, stored }: ContentLog): string[] {
  const issues = new Set(
    stored.deliveries.filter(isIssue).map(({ messageId }) => `${messageId}_1`),
  );
  const plain = new Set(
    stored.members.filter(({ preferences }) => preferences === null).map(({ _id }) => _id),
  );
  return notices.sends
    .filter(({ memberId, told }) => plain.has(memberId) && told.some((id) => issues.has(id)))
    .filter(({ schedule, atMs }) => !isFree(referenceStateAt(schedule, atMs)))
    .map(({ memberId, told }) => `${memberId} was told of ${told.join()} on shift`);
}

const isFree = (state: string) => state === 'free' || state === 'office';

/** For each item that was out and each person who was to get it: where it is, or 'lost'. */
export const accountsOf = (log: ContentLog): readonly (Account | 'lost')[] =>
  everyAccount(log).map(({ account }) => account);

function everyAccount(log: ContentLog) {
  const people = new Map(log.stored.members.map((member) => [member._id, member]));
  const inboxes = new Map(
    log.notices.inboxes
      .filter(({ isLast }) => isLast)
      .map(({ memberId, shown }) => [memberId, shown]),
  );
  const told = log.stored.deliveries.filter(isIssue);
  const there = new Map(log.tellings.map(({ deliveryId, memberIds }) => [deliveryId, memberIds]));
  return log.stored.items.filter(wasOut).flatMap((item) =>
    told
      .filter((each) => issueIn(each) === issueOf(item))
      .flatMap((delivery) =>
        (there.get(delivery._id) ?? []).map((memberId) => {
          const shown = inboxes.get(memberId) ?? [];
          const times = shown.filter((id) => id === `${delivery.messageId}_1`).length;
          const isLeft = hasLeft(people.get(memberId), delivery);
          const account = accountOf({ item, delivery, memberId, times, isLeft });
          return { account, text: `${delivery._id} to ${memberId}, ${times} times in the inbox` };
        }),
      ),
  );
}

function accountOf({
  item,
  delivery,
  memberId,
  times,
  isLeft,
}: {
  readonly item: ItemDocument;
  readonly delivery: DeliveryDocument;
  readonly memberId: string;
  /** How often it stands in the inbox at the end. */
  readonly times: number;
  readonly isLeft: boolean;
}): Account | 'lost' {
  if (item.state === 'withdrawn') return 'withdrawn';
  if (isLeft) return 'left';
  if (times !== 1) return 'lost';
  if (delivery.tooLate.includes(memberId)) return 'too-late';
  return isInWindow(delivery, memberId) ? 'in-inbox' : 'lost';
}

const hasLeft = (member: Member | undefined, { branchId }: DeliveryDocument) =>
  member === undefined || member.leftDay !== null || member.branchId !== branchId;

/** It came before its deadline, once; where the clock was set back, before the instant at which it was written. */
function isInWindow({ groups, deadlineAtMs }: DeliveryDocument, memberId: string) {
  const own = groups.filter(
    ({ subscribe, inboxOnly }) =>
      subscribe.includes(memberId) || inboxOnly.some((each) => each.memberId === memberId),
  );
  const [group] = own;
  if (group === undefined || own.length > 1) return false;
  const cameAtMs = group.shown?.atMs ?? group.atMs;
  return cameAtMs < deadlineAtMs;
}

/** The first of them by name. */
export const lostItems = (log: ContentLog): string[] =>
  everyAccount(log)
    .filter(({ account }) => account === 'lost')
    .slice(0, 20)
    .map(({ text }) => `lost: ${text}`);
