import type { OutputOf } from '../../../contract/action';
import type { waitsForMe as action } from '../../../contract/waits-for-me';
import { asksAnswer } from '../../../domain/notice/notice-kinds';
import { inboxEntry, isToAcknowledge } from '../../_deliver/inbox-entry';
import type { Handler } from '../../_kit/serve';
import { readWaitingForOffice } from '../../_store/branch/waiting-for-office';
import type { DeliveryDocument } from '../../_store/delivery/delivery-document';
import { isAskedOf, waitingFor } from '../../_store/delivery/unread-deliveries';
import { memberOfCaller } from '../../_store/people/callers';
import type { Member } from '../../_store/people/member-document';
import { askingOf } from './asking-of';
import { branchesElsewhere, titleOf, type BranchesElsewhere } from './elsewhere';
import { commentTasks } from './comment-tasks';
import { debtTasks } from './debts';
import { meetingsToAnswer } from './meetings-today';
import { officeTasks } from './office-tasks';
import { waitsText } from './waits.text';

type Task = OutputOf<typeof action>['tasks'][number];

/** Of messages; what else waits is a line each, or a line for many. */
const MOST_READ = 100;

/** At most four requests, one of which says who asks; one more where another branch asks too. docs/rules.md#R-230 */
export const waitsForMe: Handler<typeof action> = async (_input, ctx) => {
  const nowMs = ctx.nowMs();
  const member = await memberOfCaller(ctx.openId);
  if (member === null) return ctx.fail('not-bound');
  const [found, office, meetings] = await Promise.all([
    waitingFor(member, nowMs, MOST_READ),
    readWaitingForOffice(member, nowMs),
    meetingsToAnswer({ member, nowMs }),
  ]);
  const elsewhere = await branchesElsewhere(found, member, nowMs);
  const tasks = [
    ...found
      .filter((document) => isAskedOf(document, member))
      .flatMap((document) => ofMessage(document, member, elsewhere, nowMs)),
    ...officeTasks(office, member, nowMs),
    ...commentTasks(office.comments),
    ...debtTasks(office.debts, nowMs),
    ...meetings.map(({ messageId, title, act, page, untilAtMs }): Task => {
      return { taskId: messageId, kind: 'meetings', title, act, page, sinceAtMs: nowMs, untilAtMs };
    }),
  ];
  return ctx.answer({
    nowMs,
    tasks: [...tasks].sort((a, b) => a.sinceAtMs - b.sinceAtMs || (a.taskId < b.taskId ? -1 : 1)),
  });
};

/** None or one. */
function ofMessage(
  document: DeliveryDocument,
  member: Pick<Member, '_id' | 'branchId'>,
  elsewhere: BranchesElsewhere,
  nowMs: number,
): Task[] {
  const { messageId: taskId } = document;
  const title = titleOf(document, elsewhere);
  if (asksAnswer(document.kind)) {
    const asking = askingOf(document, nowMs);
    if (asking === undefined) return [];
    const { act, page, sinceAtMs, untilAtMs } = asking;
    return [{ taskId, kind: 'asked', title, act, page, sinceAtMs, untilAtMs }];
  }
  const entry = inboxEntry(document, member._id, nowMs);
  if (entry === null || !isToAcknowledge(entry, member)) return [];
  const { acknowledge: act } = waitsText;
  const { page } = document;
  return [{ taskId, kind: 'must-read', title, act, page, sinceAtMs: entry.atMs, untilAtMs: null }];
}
