import type { rosterTemplate as action } from '../../../contract/branch/roster-import';
import type { Handler } from '../../_kit/serve';
import { madeFile } from '../../_store/people/made-file';
import { readOrganisation } from '../../_store/people/organisation';
import { choicesOf } from './read-roster';
import { rosterText } from './roster-sheet.text';

export const rosterTemplate: Handler<typeof action> = async (input, ctx) => {
  const { exportId, branchId = ctx.caller.branchId } = input;
  const organisation = await readOrganisation();
  if (!organisation.hasBranch(branchId)) return ctx.fail('not-found');
  const made = await madeFile({ exportId, caller: ctx.caller, nowMs: ctx.nowMs() }, async () => {
    const { rosterTemplateXlsx } = await import('./roster-template-xlsx.lazy');
    return {
      branchId,
      fileName: rosterText.file(organisation.branchName(branchId)),
      type: 'xlsx',
      content: await rosterTemplateXlsx(choicesOf(organisation, branchId)),
      says: null,
    };
  });
  return made === null ? ctx.fail('bad-input', { path: 'exportId' }) : ctx.answer(made);
};
