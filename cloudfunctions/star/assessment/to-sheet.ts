import type { Sheet, ShownAppeal, ShownItem } from '../../../contract/star/sheet-shapes';
import {
  answersAppeals,
  assessorsOf,
  marksAs,
  refusalOfAppeal,
  refusalOfSettling,
  restoredPoints,
  type Actor,
} from '../../../domain/star/assessment/decide-on-sheet';
import {
  isFinal,
  itemPoints,
  lastMark,
  permilleOf,
  stageOf,
  sumOf,
  type ItemPoints,
} from '../../../domain/star/assessment/sheet';
import { rangeOf, startingPoints } from '../../../domain/star/assessment/standard';
import type { Member } from '../../_store/people/member-document';
import { asOf } from '../../_store/star/decided-by-time';
import {
  ownerOf,
  type SheetDocument,
  type StoredAppeal,
  type StoredMark,
} from '../../_store/star/sheet-document';
import type { StandardDocument } from '../../_store/star/standards';
import { foundOn } from './found-on';

/** Who a sheet is shown to, and whom it is about where that was read. */
export interface Reader {
  readonly actor: Actor;
  /** For what the records say of the day of an appeal. */
  readonly owner: Member | null;
  readonly readsLeniently: boolean;
}

/** A stored sheet as it is shown to somebody at an instant. */
export function toSheet(
  standard: StandardDocument,
  stored: SheetDocument,
  reader: Reader,
  nowMs: number,
): Sheet {
  const sheet = asOf(standard, stored, nowMs);
  const sum = sumOf(standard, sheet);
  const isOwn = reader.actor.memberId === sheet.memberId;
  const maySettle = marksAs(reader.actor, ownerOf(sheet), 'secretary') === 'secretary';
  return {
    sheetId: sheet._id,
    month: sheet.month,
    memberId: sheet.memberId,
    name: sheet.name,
    crewName: sheet.crewName,
    groupName: sheet.groupName,
    version: standard.version,
    base: standard.base,
    stage: stageOf(standard, sheet, nowMs),
    ...(reader.readsLeniently && { assessors: assessorsOf(ownerOf(sheet)) }),
    terms: sheet.terms,
    setApart: sheet.setApart,
    sum: { ...sum, permille: permilleOf(sum) },
    startingPoints: startingPoints(standard.base),
    items: itemPoints(standard, sheet).map((points) =>
      toItem(points, standard, sheet, reader, nowMs),
    ),
    notes: sheet.notes,
    summary: sheet.summary,
    canSummarise: isOwn && sheet.setApart === null && nowMs < sheet.terms.summaryUntilMs,
    settled:
      sheet.settled === null
        ? null
        : { byName: sheet.settled.by?.name ?? null, atMs: sheet.settled.atMs },
    canSettle: maySettle && refusalOfSettling(standard, sheet, nowMs) === undefined,
  };
}

function toItem(
  { item, earnedTenths }: ItemPoints,
  standard: StandardDocument,
  sheet: SheetDocument,
  reader: Reader,
  nowMs: number,
): ShownItem {
  const counted = sheet.counted.find(({ itemId }) => itemId === item.itemId);
  const { start, least } = rangeOf(item, standard.base);
  const isOwn = reader.actor.memberId === sheet.memberId;
  const isOpen = sheet.settled === null && nowMs < sheet.terms.marksUntilMs;
  const mayMark = marksAs(reader.actor, ownerOf(sheet), item.by) !== undefined;
  return {
    itemId: item.itemId,
    name: item.name,
    aspect: item.aspect,
    source: item.source,
    points: item.points,
    by: item.by,
    bands: item.bands === null ? null : item.bands.map((band) => ({ ...band })),
    start: item.source === 'judged' ? start : item.points,
    least,
    earnedTenths,
    done: counted?.done ?? 0,
    chances: counted?.chances ?? 0,
    proofs: counted?.proofs ?? [],
    missed: counted?.missed ?? [],
    leftOut: counted?.leftOut ?? [],
    leftOutCount: counted?.leftOutCount ?? 0,
    marks: sheet.marks.filter(({ itemId }) => itemId === item.itemId).map(toMark),
    appeals: sheet.appeals
      .filter(({ itemId }) => itemId === item.itemId)
      .map((appeal) => toAppeal(appeal, standard, sheet, reader, nowMs)),
    canAppeal: isOwn && refusalOfAppeal(standard, sheet, item.itemId, nowMs) === undefined,
    canMark: item.source === 'judged' && sheet.setApart === null && isOpen && mayMark,
  };
}

function toMark({
  markId,
  points,
  reason,
  evidence,
  proof,
  aboutDay,
  by,
  as,
  atMs,
  appealId,
}: StoredMark) {
  const isOfAppeal = appealId !== null;
  return {
    markId,
    points,
    reason,
    evidence,
    proof: proof ?? null,
    aboutDay,
    byName: by?.name ?? '',
    as,
    atMs,
    isOfAppeal,
  };
}

function toAppeal(
  { appealId, itemId, markId, text, atMs, answer }: StoredAppeal,
  standard: StandardDocument,
  sheet: SheetDocument,
  { actor, owner }: Reader,
  nowMs: number,
): ShownAppeal {
  const item = standard.items.find((each) => each.itemId === itemId);
  const mark = sheet.marks.find((each) => each.markId === markId);
  const points = item === undefined ? 0 : restoredPoints(item, standard);
  const restored = { markId: 'restored', itemId, points, appealId };
  const sum = sumOf(standard, { counted: sheet.counted, marks: [...sheet.marks, restored] });
  const isOpen = answer === null && !isFinal(sheet, nowMs);
  return {
    appealId,
    text,
    atMs,
    answer:
      answer === null
        ? null
        : {
            outcome: answer.outcome,
            reason: answer.reason,
            byName: answer.by?.name ?? null,
            atMs: answer.atMs,
          },
    canAnswer: isOpen && answersAppeals(actor, ownerOf(sheet), mark?.by?.memberId ?? null),
    restoredPoints: points,
    ifRestored: { earnedTenths: sum.earnedTenths, permille: permilleOf(sum) },
    found: isOpen && owner !== null ? foundOn(owner, mark?.aboutDay ?? null) : [],
  };
}

/** Judged items that have lost something by the mark that counts, in the order of the list. */
export function lostItems(standard: StandardDocument, sheet: SheetDocument) {
  return itemPoints(standard, sheet).flatMap(({ item, earnedTenths }) => {
    if (item.source !== 'judged' || earnedTenths === null) return [];
    const lost = rangeOf(item, standard.base).start * 10 - earnedTenths;
    const isMarked = lastMark(sheet.marks, item.itemId) !== undefined;
    return isMarked && lost > 0 ? [{ name: item.name, tenths: lost }] : [];
  });
}
