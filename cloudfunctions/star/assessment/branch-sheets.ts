import type { branchSheets as action } from '../../../contract/star/assessment';
import type { OutputOf } from '../../../contract/action';
import { assessorsOf } from '../../../domain/star/assessment/decide-on-sheet';
import { itemPoints, openAppeals } from '../../../domain/star/assessment/sheet';
import { dayOfInstant, monthBeside, monthOf } from '../../../domain/time/local-day';
import type { MemberCtx } from '../../_kit/context';
import type { Handler } from '../../_kit/serve';
import { organisationOnHotPath } from '../../_store/people/organisation';
import { assessments } from '../../_store/star/assessments';
import { asOf } from '../../_store/star/decided-by-time';
import { ownerOf, type SheetDocument } from '../../_store/star/sheet-document';
import { sheets } from '../../_store/star/sheets';
import { standards, type StandardDocument } from '../../_store/star/standards';
import { whatWaits } from '../../_store/star/waiting-sheets';
import { mayRead, seesAll } from './may-read';
import { lostItems } from './to-sheet';

type Row = OutputOf<typeof action>['rows'][number];

/** Three requests, whatever the branch; two more when this instance knows neither organisation nor list. */
export const branchSheets: Handler<typeof action> = async (input, ctx) => {
  const { caller } = ctx;
  const nowMs = ctx.nowMs();
  const branchId = input.branchId ?? caller.branchId;
  const [organisation, [newest, before]] = await Promise.all([
    organisationOnHotPath([]),
    assessments.newestOf(branchId, input.month),
  ]);
  const lastMonth = monthBeside(monthOf(dayOfInstant(nowMs)), -1);
  const month = input.month ?? newest?.month ?? lastMonth;
  const later = month < lastMonth ? monthBeside(month, 1) : null;
  const common = {
    nowMs,
    branchName: organisation.branchName(branchId),
    month,
    seesAll: seesAll(caller),
  };
  if (newest === undefined || newest.month !== month) {
    const earlierMonth = newest?.month ?? null;
    return ctx.answer({
      ...common,
      terms: null,
      version: 0,
      rows: [],
      earlierMonth,
      laterMonth: later,
    });
  }
  const [standard, all] = await Promise.all([
    standards.byId(newest.standardId),
    sheets.ofBranch(branchId, month),
  ]);
  const crews = organisation.crews.map(({ crewId }) => crewId);
  const rows = all
    .filter((sheet) => mayRead(caller, sheet))
    .sort((a, b) => placeOf(crews, a) - placeOf(crews, b) || a.name.localeCompare(b.name, 'zh'))
    .map((sheet) => toRow(standard, asOf(standard, sheet, nowMs), ctx));
  return ctx.answer({
    ...common,
    terms: newest.terms,
    version: standard.version,
    rows,
    earlierMonth: before?.month ?? null,
    laterMonth: later,
  });
};

/** Crews in the order of the rotations, who is in none last. */
function placeOf(crews: readonly string[], { crewId }: SheetDocument): number {
  const at = crewId === null ? -1 : crews.indexOf(crewId);
  return at === -1 ? crews.length : at;
}

function toRow(
  standard: StandardDocument,
  sheet: SheetDocument,
  { caller, readsLeniently, ...ctx }: Pick<MemberCtx<never>, 'caller' | 'readsLeniently' | 'nowMs'>,
): Row {
  const nowMs = ctx.nowMs();
  const points = itemPoints(standard, sheet);
  const counts = points.filter(({ earnedTenths }) => earnedTenths !== null).length;
  const lost = lostItems(standard, sheet);
  const [first] = lost;
  const appeals = openAppeals(sheet, nowMs);
  const [open] = appeals;
  const { stage, isTheirs } = whatWaits(caller, standard, sheet, nowMs);
  const nameOf = (itemId: string) =>
    standard.items.find((item) => item.itemId === itemId)?.name ?? '';
  return {
    sheetId: sheet._id,
    memberId: sheet.memberId,
    name: sheet.name,
    crewName: sheet.crewName,
    groupId: sheet.groupId,
    stage,
    ...(readsLeniently && {
      isMine: isTheirs,
      assessors: assessorsOf(ownerOf(sheet)),
    }),
    setApart: sheet.setApart,
    counts,
    leftOut: points.length - counts,
    lost:
      first === undefined
        ? null
        : {
            name: first.name,
            tenths: lost.reduce((sum, { tenths }) => sum + tenths, 0),
            items: lost.length,
          },
    appeal: open === undefined ? null : { name: nameOf(open.itemId), text: open.text },
  };
}
