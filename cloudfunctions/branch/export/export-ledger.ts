import type { exportLedger as action } from '../../../contract/branch/ledger';
import type { Handler } from '../../_kit/serve';
import { madeFile } from '../../_store/people/made-file';
import { readLedger } from '../ledger/ledger';
import { ledgerFileName } from './ledger-sheet.text';

/** The sheet says what the ledger says; it names nobody. docs/rules.md#R-138 */
export const exportLedger: Handler<typeof action> = async (input, ctx) => {
  const { exportId, branchId = ctx.caller.branchId } = input;
  const nowMs = ctx.nowMs();
  const told = await readLedger(branchId, nowMs, true);
  if (told === null) return ctx.fail('not-found');
  const made = await madeFile({ exportId, caller: ctx.caller, nowMs }, async () => {
    const { ledgerXlsx } = await import('./ledger-xlsx.lazy');
    return {
      branchId,
      fileName: ledgerFileName(told),
      type: 'xlsx',
      content: await ledgerXlsx(told),
      says: null,
    };
  });
  return made === null ? ctx.fail('bad-input', { path: 'exportId' }) : ctx.answer(made);
};
