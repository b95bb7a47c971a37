import type { exportDashboard as action } from '../../../contract/branch/dashboard';
import type { Handler } from '../../_kit/serve';
import { reasonedLinesIn, reasonedReading } from '../../_store/branch/listed-lines';
import { madeFile } from '../../_store/people/made-file';
import { readTogether } from '../../_store/together';
import { readDashboard } from '../dashboard/read-dashboard';
import { dashboardFileName } from './dashboard-sheet.text';

/** The sheets say what the board and the lists behind it say. docs/rules.md#R-140 */
export const exportDashboard: Handler<typeof action> = async (input, ctx) => {
  const { exportId, month, branchId = ctx.caller.branchId } = input;
  const nowMs = ctx.nowMs();
  const read = await readDashboard(branchId, month, nowMs);
  if (read === null) return ctx.fail('not-found');
  const { told, studies, places } = read;
  const made = await madeFile({ exportId, caller: ctx.caller, nowMs }, async () => {
    const [found, { dashboardXlsx }] = await Promise.all([
      readTogether(branchId, { lines: reasonedReading(studies) }),
      import('./dashboard-xlsx.lazy'),
    ]);
    const order = new Map(studies.map(({ studyId }, at) => [studyId, at]));
    const placeOf = ({ studyId }: { readonly studyId: string }) => order.get(studyId) ?? 0;
    const lines = reasonedLinesIn(found?.lines ?? []).sort(
      (a, b) => placeOf(a) - placeOf(b) || places.byCrewAndName(a, b),
    );
    const named = lines.map((line) => ({ ...line, crewName: places.crewName(line.crewId) }));
    return {
      branchId,
      fileName: dashboardFileName(told),
      type: 'xlsx',
      content: await dashboardXlsx(told, named),
      says: {
        what: { kind: 'exported-dashboard' as const, month },
        memberIds: [...new Set(lines.map(({ memberId }) => memberId))],
      },
    };
  });
  return made === null ? ctx.fail('bad-input', { path: 'exportId' }) : ctx.answer(made);
};
