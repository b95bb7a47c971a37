import type { OutputOf } from '../../../../contract/action';
import type { mySheet } from '../../../../contract/star/assessment';
import type { Sheet, ShownItem, ShownProof } from '../../../../contract/star/sheet-shapes';
import { addDays, dayOfInstant, monthBeside, monthOf } from '../../../../domain/time/local-day';
import type { Placeholder, Shown } from '../../../state/shown';
import { chipOf, type Badge, type Chip } from '../../../text/fit';
import { offlineText } from '../../../text/offline';
import {
  countedText,
  markText,
  notCountedText,
  percentText,
  pointsText,
  proofPage,
  proofText,
  putBackText,
  setApartText,
  stageBadge,
  untilDayText,
} from '../../../text/sheet';
import { unbroken } from '../../../text/star';
import { fullDayText, momentText, monthText } from '../../../text/when';

export type Mine = OutputOf<typeof mySheet>;

export interface ProofView {
  readonly key: string;
  readonly text: string;
  readonly page: string;
}

export interface AppealView {
  readonly key: string;
  readonly title: string;
  readonly when: string;
  readonly text: string;
  readonly answer: string;
  readonly tone: 'ok' | 'warn';
}

export interface ItemView {
  readonly itemId: string;
  readonly name: string;
  readonly points: string;
  readonly full: string;
  readonly note: string;
  readonly proofs: readonly ProofView[];
  /** What was not done. */
  readonly missed: readonly ProofView[];
  readonly evidence: string;
  /** The record that the mark rests on. */
  readonly record: ProofView | null;
  /** The reason of the mark that counts. */
  readonly reason: string;
  /** Marks that do not count any more, with their reasons. */
  readonly before: readonly string[];
  readonly appeals: readonly AppealView[];
}

export interface SheetContent {
  readonly kind: 'content';
  readonly offline: string;
  readonly title: string;
  readonly who: string;
  readonly badge: Badge;
  readonly hasEarlier: boolean;
  readonly hasLater: boolean;
  /** Set apart: nothing else is shown. */
  readonly apart: string;
  readonly points: string;
  readonly possible: string;
  readonly percent: string;
  readonly sum: string;
  readonly recorded: readonly ItemView[];
  readonly judged: readonly ItemView[];
  readonly leftOut: readonly {
    readonly itemId: string;
    readonly name: string;
    readonly why: string;
    readonly points: string;
    readonly chip: Chip | null;
    readonly page: string;
  }[];
  readonly leftOutNote: string;
  readonly summary: string;
  readonly summaryNote: string;
  readonly canWrite: boolean;
  readonly appealable: readonly { readonly itemId: string; readonly name: string }[];
  readonly appealAct: string;
  /** Once nobody appeals any more: whom to turn to; ''. docs/rules.md#R-194 */
  readonly appealsOver: string;
  readonly act: string;
  readonly dockNote: string;
}

export type SheetView = Placeholder | SheetContent;

export const opening: SheetView = { kind: 'loading' };
export const unknownSheet: Shown<Mine> = { kind: 'loading' };

export function toView(state: Shown<Mine>, asked: string, nowMs: number): SheetView {
  if (state.kind !== 'known') return state;
  const { sheet, earlierMonth } = state.output;
  const today = dayOfInstant(nowMs);
  if (sheet === null) {
    const month = asked === '' ? '' : monthText(asked, today);
    return { kind: 'empty', text: `${month}还没有你的考核表。每月 1 号开上个月的，到时告诉你。` };
  }
  const { earnedTenths, possibleTenths, leftOutTenths, permille } = sheet.sum;
  const counts = sheet.items.filter((item) => item.earnedTenths !== null);
  const leftOut = sheet.items.filter((item) => item.earnedTenths === null);
  const lastMonth = monthBeside(monthOf(today), -1);
  const appealable = sheet.items.filter(({ canAppeal }) => canAppeal);
  const hasAppealed = sheet.items.some(({ appeals }) => appeals.length > 0);
  return {
    kind: 'content',
    offline: offlineText(state.asOfAtMs, nowMs),
    title: `${monthText(sheet.month, today)}考核表`,
    who: [sheet.name, sheet.crewName, unbroken(`第 ${sheet.version} 版清单`)]
      .filter(Boolean)
      .join(' · '),
    badge: stageBadge(sheet.stage, sheet.assessors),
    hasEarlier: earlierMonth !== null,
    hasLater: sheet.month < lastMonth,
    apart:
      sheet.setApart === null
        ? ''
        : `这个月你${setApartText(sheet.setApart)}，超过一半的日子不在，所以另列：不打分，也不进评星名单。`,
    points: pointsText(earnedTenths),
    possible: pointsText(possibleTenths),
    percent: permille === null ? '这个月没有能算的项目' : `折成百分 ${percentText(permille)}`,
    sum: sumText(sheet, leftOut.length, leftOutTenths),
    recorded: counts
      .filter(({ source }) => source !== 'judged')
      .map((item) => toItem(item, sheet, nowMs)),
    judged: counts
      .filter(({ source }) => source === 'judged')
      .map((item) => toItem(item, sheet, nowMs)),
    leftOut: leftOut.map((item) => ({
      itemId: item.itemId,
      name: item.name,
      why: notCountedText(item, '你'),
      points: `${item.points} 分`,
      chip: chipOf(item.leftOut[0]?.shift ?? null),
      page: item.leftOut[0] === undefined ? '' : proofPage(item.leftOut[0]),
    })),
    leftOutNote: `${leftOut.length} 项，共 ${pointsText(leftOutTenths)} 分`,
    summary: sheet.summary?.text ?? '',
    summaryNote: sheet.summary === null ? '' : `${momentText(sheet.summary.atMs, nowMs)} 交的`,
    canWrite: sheet.canSummarise,
    appealable: appealable.map(({ itemId, name }) => ({ itemId, name })),
    appealAct: hasAppealed ? '再申诉一项' : '申诉',
    appealsOver: appealsOverText(sheet, nowMs),
    act: sheet.summary === null ? '交小结' : '再交一次',
    dockNote: dockText(sheet, nowMs),
  };
}

function sumText({ base, startingPoints }: Sheet, leftOut: number, tenths: number): string {
  const all = base === 100 ? '清单共 100 分' : `基础分 ${startingPoints}，连清单共 100 分`;
  return leftOut === 0
    ? `${all}，都计入。`
    : `${all}，${leftOut} 项你没有机会做，${pointsText(tenths)} 分不计入。`;
}

/** Where nothing was lost there is nothing to say. */
function appealsOverText({ terms, items }: Sheet, nowMs: number): string {
  const isLost = items.some(
    ({ earnedTenths, points }) => earnedTenths !== null && earnedTenths < points * TENTHS,
  );
  if (nowMs < terms.appealsUntilMs || !isLost) return '';
  const lastDay = addDays(dayOfInstant(terms.appealsUntilMs), -1);
  return `申诉收到${fullDayText(lastDay, dayOfInstant(nowMs))}为止。还有话说，找书记，或者在专题会上提。`;
}
const TENTHS = 10;

function dockText({ canSummarise, terms, items }: Sheet, nowMs: number): string {
  if (canSummarise) {
    return `${untilDayText(terms.summaryUntilMs, nowMs)}。不交也算分，只是没有你的话`;
  }
  return items.some(({ canAppeal }) => canAppeal)
    ? `${untilDayText(terms.appealsUntilMs, nowMs)}可以申诉`
    : '';
}

function toItem(item: ShownItem, sheet: Sheet, nowMs: number): ItemView {
  const last = item.marks.at(-1);
  const isJudged = item.source === 'judged';
  const own = item.marks.filter(({ isOfAppeal }) => !isOfAppeal);
  const judged = own.at(-1);
  const isRestored = last?.isOfAppeal === true;
  const missing = item.chances - item.done;
  return {
    itemId: item.itemId,
    name: item.name,
    points: pointsText(item.earnedTenths ?? 0),
    full: String(item.points),
    note: isJudged ? judgedNote(item) : countedText(item),
    proofs: proofsOf(item),
    missed:
      isJudged || missing <= 0 ? [] : item.missed.map((proof) => toProof(proof, '没有做到：')),
    evidence: judged?.evidence ?? '',
    record: judged?.proof ? toProof(judged.proof) : null,
    reason: isRestored ? '' : (last?.reason ?? ''),
    before: item.marks
      .filter((mark) => mark !== last && !mark.isOfAppeal && mark.reason !== null)
      .map(
        ({ points, reason, byName }) =>
          `${byName}原来${markText(points, item.start)}：${reason ?? ''}`,
      ),
    appeals: item.appeals.map((appeal) => toAppeal(appeal, isJudged, sheet, nowMs)),
  };
}

const toProof = (proof: ShownProof, before = ''): ProofView => ({
  key: `${proof.kind}-${proof.id}`,
  text: `${before}${proofText(proof)}`,
  page: proofPage(proof),
});

function judgedNote(item: ShownItem): string {
  const { marks, start } = item;
  const last = marks.at(-1);
  if (last === undefined) return '还没有评，没评就是没有扣分';
  const as = last.as === 'group-leader' ? '组长' : '书记';
  if (last.isOfAppeal) return putBackText(item);
  return `${as} ${last.byName} · ${markText(last.points, start)}`;
}

function proofsOf({ source, proofs, done }: ShownItem): readonly ProofView[] {
  const rows = proofs.map((proof) => toProof(proof));
  const more = done - proofs.length;
  if (more <= 0 || source !== 'attendance') return rows;
  return [
    ...rows,
    {
      key: 'more',
      text: `还有 ${more} 次，在我的考勤里`,
      page: '/packages/me/attendance/attendance',
    },
  ];
}

function toAppeal(
  { appealId, text, atMs, answer }: ShownItem['appeals'][number],
  isJudged: boolean,
  { terms }: Sheet,
  nowMs: number,
): AppealView {
  const when = momentText(atMs, nowMs);
  if (answer === null) {
    const until = untilDayText(terms.answersUntilMs, nowMs);
    const lapse = isJudged ? '没答复的，评的扣分不算。' : '没答复的，登记的照旧。';
    const next = `${until}答复，写明理由。${lapse}`;
    return { key: appealId, title: '你已申诉', when, text, answer: next, tone: 'warn' };
  }
  const { outcome, reason, byName } = answer;
  const told = `${byName ?? ''}：${reason ?? ''}`;
  if (outcome === 'unanswered') {
    return {
      key: appealId,
      title: '到时没有答复',
      when,
      text,
      answer: isJudged ? '评的扣分不算。' : '登记的照旧。登记有错，请书记更正。',
      tone: isJudged ? 'ok' : 'warn',
    };
  }
  const isRestored = outcome === 'restored';
  const title = isRestored ? '申诉后改回来了' : '申诉有答复，维持原来的';
  return { key: appealId, title, when, text, answer: told, tone: isRestored ? 'ok' : 'warn' };
}

export const NOT_KEPT_TEXT = '手机存满了，没有存住。先别离开，交了就在。';

export const DONE_TEXT = {
  summary: '小结交了。到期前还能改了再交。',
  appeal: '申诉送出了，答复会告诉你。',
} as const;
