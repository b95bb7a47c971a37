import type { takedownList as action } from '../../../contract/content/takedown';
import { dayOfInstant, monthBeside, monthOf, parseLocalDay } from '../../../domain/time/local-day';
import type { Handler } from '../../_kit/serve';
import { itemComments } from '../../_store/content/item-comments';
import { listDue, type DueLine, type DuePlace } from '../../_store/content/takedown-due';

const PAGE = 30;

/** Two requests beside that for who asks. docs/rules.md#R-308 */
export const takedownList: Handler<typeof action> = async ({ kind, months, cursor }, ctx) => {
  const after = cursor === undefined ? null : placeOf(cursor);
  if (after === undefined) return ctx.fail('bad-input', { path: 'cursor' });
  const nowMs = ctx.nowMs();
  const nextMonth = monthBeside(monthOf(dayOfInstant(nowMs)), 1);
  const found = await listDue(
    ctx.caller.branchId,
    kind,
    { months, month: nextMonth },
    { after, limit: PAGE + 1 },
  );
  const lines = found.slice(0, PAGE);
  const last = lines.at(-1);
  const comments =
    kind === 'document' || lines.length === 0
      ? new Map<string, number>()
      : await itemComments.shownUnder(lines.map(({ _id }) => _id));
  return ctx.answer({
    nowMs,
    nextMonth,
    rows: lines.map(({ _id, title, day, name, branchNames }) => ({
      id: _id,
      title,
      day,
      branchName: branchNames[0] ?? '',
      name,
      comments: comments.get(_id) ?? 0,
    })),
    nextCursor: found.length > PAGE && last !== undefined ? cursorOf(last) : null,
  });
};

const cursorOf = ({ day, _id }: DueLine): string => `${day}_${_id}`;

/** undefined: nobody was given this cursor. */
function placeOf(cursor: string): DuePlace | undefined {
  const [, text, id] = /^(\d{4}-\d\d-\d\d)_([A-Za-z0-9-]{1,40})$/u.exec(cursor) ?? [];
  const day = parseLocalDay(text ?? '');
  return day === undefined || id === undefined ? undefined : { day, id };
}
