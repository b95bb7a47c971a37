import type { exportLedger as action } from '../../../contract/branch/ledger';
import { dayOfInstant } from '../../../domain/time/local-day';
import type { Handler } from '../../_kit/serve';
import { askedPeopleIn, peopleReading } from '../../_store/branch/listed-lines';
import { madeFile } from '../../_store/people/made-file';
import { readTogether } from '../../_store/together';
import { readLedger } from '../ledger/ledger';
import { ledgerFileName } from './ledger-sheet.text';

/**
 * The sheet says what the ledger says. It names nobody, but says of each meeting how many were there of
 * those who were asked: who is counted in it sees who has it. docs/rules.md#R-131, docs/rules.md#R-138
 */
export const exportLedger: Handler<typeof action> = async (input, ctx) => {
  const { exportId, branchId = ctx.caller.branchId } = input;
  const nowMs = ctx.nowMs();
  const read = await readLedger(branchId, nowMs, true);
  if (read === null) return ctx.fail('not-found');
  const { told, counted } = read;
  const made = await madeFile({ exportId, caller: ctx.caller, nowMs }, async () => {
    const [found, { ledgerXlsx }] = await Promise.all([
      counted.length === 0 ? null : readTogether(branchId, { people: peopleReading(counted) }),
      import('./ledger-xlsx.lazy'),
    ]);
    const memberIds = askedPeopleIn(found?.people ?? []).map(({ memberId }) => memberId);
    const year = Number(dayOfInstant(nowMs).slice(0, 4));
    return {
      branchId,
      fileName: ledgerFileName(told),
      type: 'xlsx',
      content: await ledgerXlsx(told),
      says: { what: { kind: 'exported-ledger' as const, year }, memberIds },
    };
  });
  return made === null ? ctx.fail('bad-input', { path: 'exportId' }) : ctx.answer(made);
};
