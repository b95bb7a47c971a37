import type { OutputOf } from '../../../contract/action';
import type { issueCoverage as action } from '../../../contract/content/coverage';
import { reachOf, type Reach } from '../../../domain/content/channel/coverage';
import { isAwayOn } from '../../../domain/study/away';
import { dayOfInstant } from '../../../domain/time/local-day';
import { isIn } from '../../_deliver/inbox-entry';
import { lookAtUnreadId, noteLookAtUnread } from '../../_deliver/note-look-at-unread';
import { issueMessageId } from '../../_deliver/tell-of-issue';
import type { Handler } from '../../_kit/serve';
import { readIssueRecipients, type Recipient } from '../../_store/content/issue-recipients';
import type { DeliveryDocument } from '../../_store/delivery/delivery-document';
import { crewIdOn, isBound } from '../../_store/people/member-document';

type Crew = OutputOf<typeof action>['crews'][number];

interface Standing {
  readonly crewId: string | null;
  readonly reach: Reach;
  readonly person: Crew['open'][number];
}

/** Said in the trail of those who are named before it is shown, once a day. docs/rules.md#R-229 */
export const issueCoverage: Handler<typeof action> = async (input, ctx) => {
  const { branchId = ctx.caller.branchId, channel, day } = input;
  const nowMs = ctx.nowMs();
  const messageId = issueMessageId(channel, day, branchId);
  // An issue is told in one edition.
  const lookId = lookAtUnreadId(ctx.caller.memberId, { messageId, major: 1 }, nowMs);
  const read = await readIssueRecipients(branchId, messageId, lookId);
  const [first] = read?.documents ?? [];
  if (read === null || first === undefined) return ctx.fail('not-told');
  const { people, documents, said } = read;
  const standings = people.flatMap((member) => standingOf(member, documents, nowMs));
  const crews = [...read.crews, { crewId: null, name: null }].map(({ crewId, name }) => {
    const ofCrew = standings.filter((standing) => standing.crewId === crewId);
    const countOf = (reach: Reach) => ofCrew.filter((each) => each.reach === reach).length;
    return {
      name,
      onPhone: countOf('on-phone'),
      inPerson: countOf('in-person'),
      open: ofCrew
        .filter(({ reach }) => reach !== 'on-phone' && reach !== 'in-person')
        .map(({ person }) => person),
    };
  });
  const namedIds = crews.flatMap(({ open }) => open.map(({ memberId }) => memberId));
  await noteLookAtUnread(first, namedIds, ctx.caller, nowMs, said);
  return ctx.answer({
    nowMs,
    branchId,
    messageId,
    crews: crews.filter((crew) => crew.onPhone + crew.inPerson + crew.open.length > 0),
  });
};

/** None or one: who joined since was not told of it. */
function standingOf(
  member: Recipient,
  documents: readonly DeliveryDocument[],
  nowMs: number,
): Standing[] {
  const { _id: memberId, name, inboxSeenAtMs: seenAtMs } = member;
  const document = documents.find(({ memberIds }) => memberIds.includes(memberId));
  if (document === undefined) return [];
  const group = document.groups.find((each) => isIn(each, memberId));
  const { atMs: comesAtMs } = group?.shown ?? group ?? { atMs: document.createdAtMs };
  const today = dayOfInstant(nowMs);
  const reach = reachOf(
    {
      isTold: document.acks[memberId] !== undefined,
      isSent: group?.outcomes[memberId] === 'sent',
      isBound: isBound(member),
      isAway: isAwayOn(member, today),
      comesAtMs,
      seenAtMs,
    },
    nowMs,
  );
  const waits = reach === 'waits' && group !== undefined;
  return [
    {
      crewId: crewIdOn(member, today),
      reach,
      person: {
        memberId,
        name,
        why: reach,
        waits: waits ? { untilAtMs: comesAtMs, why: group.why } : null,
      },
    },
  ];
}
