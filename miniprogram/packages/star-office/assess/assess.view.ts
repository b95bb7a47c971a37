import { MOST_CHARACTERS } from '../../../../contract/limits';
import type { OutputOf } from '../../../../contract/action';
import type { memberSheet } from '../../../../contract/star/assessment';
import type { Sheet, ShownItem } from '../../../../contract/star/sheet-shapes';
import { dayOfInstant } from '../../../../domain/time/local-day';
import type { Placeholder, Shown } from '../../../state/shown';
import type { Badge } from '../../../text/fit';
import { offlineText } from '../../../text/offline';
import {
  countedText,
  markText,
  notCountedText,
  percentText,
  pointsText,
  putBackText,
  ownSheetText,
  setApartText,
  stageBadge,
  untilDayText,
} from '../../../text/sheet';
import { openAppeals, type AppealView, type Outcome } from './appeal.view';
import { toLine, type Line } from './line.view';
import { unbroken } from '../../../text/star';
import { momentText, monthText } from '../../../text/when';
import { wordsFault } from '../../../text/too-long';

export type Opened = OutputOf<typeof memberSheet>;

export interface ItemView {
  readonly itemId: string;
  readonly name: string;
  readonly note: string;
  readonly points: string;
  readonly reason: string;
  /** What the figure rests on, or what stood before; shown when the row is opened. */
  readonly lines: readonly Line[];
  /** The record that the mark rests on. */
  readonly record: Line | null;
  readonly canMark: boolean;
}

export type AssessView =
  | Placeholder
  | {
      readonly kind: 'content';
      readonly offline: string;
      readonly navigation: string;
      readonly name: string;
      readonly initial: string;
      readonly place: string;
      readonly badge: Badge;
      readonly apart: string;
      /** Why the reader does nothing here, of their own sheet; ''. */
      readonly own: string;
      /** That opening it is written down; '' of their own. docs/rules.md#R-141 */
      readonly trail: string;
      readonly sum: string;
      readonly percent: string;
      readonly appeals: readonly AppealView[];
      readonly judged: readonly ItemView[];
      readonly recorded: readonly ItemView[];
      readonly leftOut: readonly ItemView[];
      readonly leftOutNote: string;
      readonly summary: string;
      readonly summaryNote: string;
      readonly settled: string;
      /** The appeal on whose card the form stands, the first that the reader answers; '' none. */
      readonly answering: string;
      readonly canMarkRest: boolean;
      readonly canSettle: boolean;
      readonly dockNote: string;
    };

export const opening: AssessView = { kind: 'loading' };
export const unknownSheet: Shown<Opened> = { kind: 'loading' };

/** @param readerId whose own sheet nobody marks but others */
export function toView(state: Shown<Opened>, readerId: string, nowMs: number): AssessView {
  if (state.kind !== 'known') return state;
  const { sheet } = state.output;
  const isOwn = sheet.memberId === readerId;
  const today = dayOfInstant(nowMs);
  const { earnedTenths, possibleTenths, leftOutTenths, permille } = sheet.sum;
  const counts = sheet.items.filter((item) => item.earnedTenths !== null);
  const leftOut = sheet.items.filter((item) => item.earnedTenths === null);
  const judged = counts.filter(({ source }) => source === 'judged');
  const appeals = sheet.items.flatMap((item) => openAppeals(item, sheet, nowMs));
  const unmarked = judged.filter(({ canMark, marks }) => canMark && marks.length === 0);
  return {
    kind: 'content',
    offline: offlineText(state.asOfAtMs, nowMs),
    navigation: `${sheet.name} ${monthText(sheet.month, today)}`,
    name: sheet.name,
    initial: sheet.name.slice(0, 1),
    place: [
      sheet.crewName ?? '',
      unbroken(
        leftOutTenths === 0
          ? `能算的 ${pointsText(possibleTenths)} 分`
          : `能算的 ${pointsText(possibleTenths)} 分，另 ${pointsText(leftOutTenths)} 分不计入`,
      ),
    ]
      .filter((part) => part !== '')
      .join(' · '),
    badge:
      sheet.stage === 'waits-member'
        ? { text: '等本人小结', tone: 'plain' }
        : stageBadge(sheet.stage, sheet.assessors),
    apart:
      sheet.setApart === null
        ? ''
        : `${setApartText(sheet.setApart)}，另列：不打分，不进评星名单。`,
    own: isOwn ? `${ownSheetText(sheet.assessors)}。` : '',
    trail: isOwn ? '' : '你打开这张表会记下来，本人看得到。',
    sum: `${pointsText(earnedTenths)} / ${pointsText(possibleTenths)}`,
    percent: permille === null ? '没有能算的项目' : `折成 ${percentText(permille)}`,
    appeals,
    judged: judged.map(toItem),
    recorded: counts.filter(({ source }) => source !== 'judged').map(toItem),
    leftOut: leftOut.map((item) => ({
      ...toItem(item),
      note: notCountedText(item, '他'),
      points: `${item.points} 分`,
    })),
    leftOutNote: `${leftOut.length} 项，共 ${pointsText(leftOutTenths)} 分`,
    summary: sheet.summary?.text ?? '',
    summaryNote: summaryNote(sheet, nowMs),
    settled: settledText(sheet, nowMs),
    answering: appeals.find(({ canAnswer }) => canAnswer)?.appealId ?? '',
    canMarkRest: unmarked.length > 0,
    canSettle: sheet.canSettle,
    dockNote: dockText(sheet, appeals.length, unmarked.length, nowMs),
  };
}

function dockText(
  { terms, canSettle, stage }: Sheet,
  appeals: number,
  unmarked: number,
  nowMs: number,
): string {
  if (appeals > 0) return '答复的原因本人看得到';
  if (unmarked > 0)
    return `没扣的不用写。${untilDayText(terms.marksUntilMs, nowMs)}没评的，按没有扣分算`;
  if (canSettle) return '定了以后本人收到，还能申诉';
  return stage === 'waits-member' ? '本人交了小结，或到期了就能定' : '';
}

const summaryNote = ({ summary, terms }: Sheet, nowMs: number): string => {
  if (summary !== null) return `${momentText(summary.atMs, nowMs)} 交的`;
  return nowMs < terms.summaryUntilMs
    ? `还没交，${untilDayText(terms.summaryUntilMs, nowMs)}`
    : '没有交，分照样算';
};

function settledText({ settled }: Sheet, nowMs: number): string {
  if (settled === null) return '';
  const when = momentText(settled.atMs, nowMs);
  return settled.byName === null ? `${when} 到期定了` : `${settled.byName} ${when} 定的`;
}

function toItem(item: ShownItem): ItemView {
  const { itemId, name, source, marks, start, earnedTenths, points, canMark } = item;
  const last = marks.at(-1);
  const isJudged = source === 'judged';
  return {
    itemId,
    name,
    note: isJudged ? judgedNote(item) : countedText(item),
    points: `${pointsText(earnedTenths ?? 0)} / ${points}`,
    reason: last?.reason ?? '',
    lines: isJudged
      ? marks
          .slice(0, -1)
          .map((mark) => `${mark.byName}：${markText(mark.points, start)}。${mark.reason ?? ''}`)
          .map((text) => ({ text, page: '' }))
      : [
          ...item.proofs.map((proof) => toLine(proof)),
          ...item.missed.map((proof) => toLine(proof, '没有做到：')),
          ...item.leftOut.map((proof) => toLine(proof, '不计入：')),
        ],
    record: last?.proof ? toLine(last.proof) : null,
    canMark,
  };
}

function judgedNote(item: ShownItem): string {
  const { marks, start } = item;
  const last = marks.at(-1);
  if (last === undefined) return '还没评';
  if (last.isOfAppeal) return putBackText(item);
  const evidence = last.evidence === null ? '' : `，依据：${last.evidence}`;
  return `${last.byName} · ${markText(last.points, start)}${evidence}`;
}

/** How an appeal is answered is chosen by hand: neither answer is suggested. docs/rules.md#R-194 */
export const noOutcome: Outcome | '' = '';
export const NO_DAY_TEXT = '不写';
const OUTCOME_MISSING_TEXT = '先选改回还是维持，再答复。';
const REASON_MISSING_TEXT = '写了原因再答复，本人看得到。';

/** Of an answer; '' where nothing is missing. */
export function missingText(outcome: Outcome | '', reason: string): string {
  if (outcome === '') return OUTCOME_MISSING_TEXT;
  return wordsFault(reason, MOST_CHARACTERS.reason, REASON_MISSING_TEXT);
}

export const DONE_TEXT = {
  marked: '评好了。',
  rest: '评完了，没有再扣分。',
  settled: '定了，他会收到。',
  answered: '答复了，他会收到。',
} as const;
