import type { branchNotes as action } from '../../../contract/note/reviewing';
import { dayOfInstant, monthOf } from '../../../domain/time/local-day';
import type { Handler } from '../../_kit/serve';
import { noteBoard, type BoardSection } from '../../_store/note/note-board';
import { monthInterval } from '../../../domain/time/month-interval';
import { toRow } from './to-row';

/** Rows of each section before somebody asks for more. */
const FIRST_ROWS = 5;

export const branchNotes: Handler<typeof action> = async (input, ctx) => {
  const nowMs = ctx.nowMs();
  const { branchId = ctx.caller.branchId, month = monthOf(dayOfInstant(nowMs)), type } = input;
  const of = { branchId, ...(type !== undefined && { type }) };
  const found = await noteBoard(of, monthInterval(month), FIRST_ROWS);
  const before = found.find(({ _id }) => _id.isBefore);
  return ctx.answer({
    nowMs,
    month,
    sections: found.filter(({ _id }) => !_id.isBefore).map(toSection),
    before: before === undefined ? null : toSection(before),
  });
};

function toSection({ _id, count, lines }: BoardSection) {
  return { state: _id.state, count, notes: lines.map(toRow) };
}
