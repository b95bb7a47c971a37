import type { OutputOf } from '../../../contract/action';
import type { waitsForMe } from '../../../contract/waits-for-me';
import { decideOnItem } from '../../../domain/content/channel/decide-on-item';
import { mayCheckInCommittee, mayWrite } from '../../../domain/content/channel/desks';
import { dutyEndsAtMs } from '../../../domain/content/channel/duty-hours';
import type { WaitingForOffice } from '../../_store/branch/waiting-for-office';
import { standingOf } from '../../_store/content/item-standing';
import type { Member } from '../../_store/people/member-document';
import type { WaitingSheets } from '../../_store/star/waiting-sheets';
import type { WaitingStar } from '../../_store/star/waiting-stars';
import { ofBranchText } from '../../_kit/of-branch.text';
import { waitsText } from './waits.text';

type Task = OutputOf<typeof waitsForMe>['tasks'][number];

/** What waits for the offices of somebody without a message that says so. docs/rules.md#R-230, docs/rules.md#R-298 */
export function officeTasks(office: WaitingForOffice, member: Member, nowMs: number): Task[] {
  const { branchId } = member;
  const notes = [office.notes ?? []].flat().map(({ count, sinceAtMs }): Task => {
    const page = 'packages/note-office/notes/notes';
    const what = { taskId: 'notes', kind: 'notes' } as const;
    return { ...waitsText.notes(count), ...what, page, sinceAtMs, untilAtMs: null };
  });
  /** Of another branch, for which the committee office acts; undefined of one's own. */
  const abroad = (id: string) =>
    id === branchId ? undefined : (office.branchNames.find(({ _id }) => _id === id)?.name ?? '');
  const sheets = office.sheets.map((waiting) => sheetsTask(waiting, abroad(waiting.branchId)));
  const withoutDuty = office.withoutDuty.map(({ _id, channel, day, steps }): Task => ({
    ...waitsText.withoutDuty(channel, day),
    taskId: _id,
    kind: 'duty',
    page: `packages/channel-office/duty/duty?channel=${channel}&day=${day}`,
    sinceAtMs: steps.at(-1)?.atMs ?? nowMs,
    untilAtMs: dutyEndsAtMs(channel, day),
  }));
  const stars = office.stars.map((star) => starTask(star, abroad(star.branchId) ?? ''));
  return [...itemTasks(office, member), ...notes, ...sheets, ...stars, ...withoutDuty];
}

/** A line for each that is to be checked or written anew, and one for all that are to be planned. */
function itemTasks(
  { items, editors }: Pick<WaitingForOffice, 'items' | 'editors'>,
  member: Member,
): Task[] {
  const { _id: memberId, branchId, roles } = member;
  const editor = { memberId, branchId, roles };
  const lines = items.flatMap((item): Task[] => {
    const { _id: taskId, title, state, sinceAtMs } = item;
    const page = `packages/channel-office/check/check?itemId=${taskId}`;
    const task = { taskId, page, sinceAtMs, untilAtMs: null };
    if (state === 'draft') {
      return mayWrite(editor, item)
        ? [{ ...waitsText.itemBack(title), ...task, kind: 'item-back' }]
        : [];
    }
    return decideOnItem(standingOf(item), 'pass', editor, editors).kind === 'done'
      ? [{ ...waitsText.item(title), ...task, kind: 'item' }]
      : [];
  });
  const [first, ...more] = items.filter(
    (item) => item.state === 'ready' && mayCheckInCommittee(editor, item),
  );
  if (first === undefined) return lines;
  const page = 'packages/channel-office/calendar/calendar';
  const what = { taskId: 'items-to-plan', kind: 'items-to-plan', page } as const;
  const { sinceAtMs } = first;
  const words = waitsText.itemsToPlan(more.length + 1);
  return [...lines, { ...words, ...what, sinceAtMs, untilAtMs: null }];
}

function sheetsTask(
  { stage, branchId, month, count, sinceAtMs, untilAtMs }: WaitingSheets,
  branchName: string | undefined,
): Task {
  const page = `packages/star-office/sheets/sheets?branchId=${branchId}&month=${month}`;
  const kind = stage === 'appeal' ? 'appeals' : 'sheets';
  const { title, act } = waitsText.sheets(stage, month, count);
  const task = { kind, act, page, sinceAtMs, untilAtMs } as const;
  return branchName === undefined
    ? { ...task, taskId: `${stage}-${month}`, title }
    : {
        ...task,
        taskId: `${stage}-${month}-${branchId}`,
        title: ofBranchText(branchName, title),
      };
}

const STAR_PAGES: Readonly<Record<WaitingStar['what'], string>> = {
  list: 'packages/star/nominations/nominations',
  poll: 'packages/star/month/month',
  round: 'packages/star/outcome/outcome',
  'no-result': 'packages/star/outcome/outcome',
  decision: 'packages/star/outcome/outcome',
  objections: 'packages/star/outcome/outcome',
};

/** @param branchName of another branch, for which the committee office acts; '' of one's own */
function starTask(
  { what, branchId, month, count, sinceAtMs }: WaitingStar,
  branchName: string,
): Task {
  const page = `${STAR_PAGES[what]}?branchId=${branchId}&month=${month}`;
  const { title, act } = waitsText.star[what](month, count);
  const taskId = branchName === '' ? `${what}-${month}` : `${what}-${month}-${branchId}`;
  const task = { taskId, kind: 'star', act, page, sinceAtMs, untilAtMs: null } as const;
  return { ...task, title: branchName === '' ? title : ofBranchText(branchName, title) };
}
