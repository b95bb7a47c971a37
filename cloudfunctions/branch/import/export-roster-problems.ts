import type { exportRosterProblems as action } from '../../../contract/branch/roster-import';
import type { Handler } from '../../_kit/serve';
import { madeFile } from '../../_store/people/made-file';
import { readSent } from './read-roster';
import { markedFileName } from './roster-sheet.text';

/** It says of people what the officer's own list says, so no trail speaks of it; the import has one. */
export const exportRosterProblems: Handler<typeof action> = async (input, ctx) => {
  const { exportId, fileName, branchId = ctx.caller.branchId } = input;
  const nowMs = ctx.nowMs();
  const read = await readSent(input, branchId, { caller: ctx.caller, nowMs });
  if (read.kind === 'refused') return ctx.fail(read.code, read.detail);
  if (read.diff.problems.length === 0) return ctx.fail('no-problems');
  const made = await madeFile({ exportId, caller: ctx.caller, nowMs }, async () => {
    const { markedRosterXlsx } = await import('./marked-roster-xlsx.lazy');
    return {
      branchId,
      fileName: markedFileName(fileName),
      type: 'xlsx',
      content: await markedRosterXlsx(read),
      says: null,
    };
  });
  return made === null ? ctx.fail('bad-input', { path: 'exportId' }) : ctx.answer(made);
};
