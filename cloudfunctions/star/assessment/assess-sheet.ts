import type * as actions from '../../../contract/star/assessment';
import {
  marksAs,
  refusalOfMark,
  refusalOfSettling,
  type Actor,
  type MarkRefusal,
  type SettleRefusal,
} from '../../../domain/star/assessment/decide-on-sheet';
import { lastMark, openAppeals, sumOf } from '../../../domain/star/assessment/sheet';
import { rangeOf } from '../../../domain/star/assessment/standard';
import { tellOfMark, tellOfSettling } from '../../_deliver/tell-of-sheet';
import type { Handler } from '../../_kit/serve';
import { derivedId } from '../../_store/derived-id';
import { noteLook } from '../../_store/people/trail';
import { asOf } from '../../_store/star/decided-by-time';
import { listAndPerson } from '../../_store/star/list-and-person';
import { ownerOf, type SheetDocument, type StoredMark } from '../../_store/star/sheet-document';
import { sheets } from '../../_store/star/sheets';
import { standards, type StandardDocument } from '../../_store/star/standards';
import { mayRead } from './may-read';
import { toSheet } from './to-sheet';

/**
 * Two requests besides the caller and the sheet, the list (with the person, where somebody appeals) and the
 * line of the trail; fewer where the list is known or the sheet is the caller's own; whatever the month contained.
 */
export const memberSheet: Handler<typeof actions.memberSheet> = async (input, ctx) => {
  const { caller } = ctx;
  const nowMs = ctx.nowMs();
  const sheet = await sheets.justRead(input.sheetId);
  if (sheet === null || !mayRead(caller, sheet)) return ctx.fail('not-found');
  const isAppealed = openAppeals(sheet, nowMs).length > 0;
  const [{ standard, person: owner }] = await Promise.all([
    isAppealed ? listAndPerson(sheet.standardId, sheet.memberId) : listOf(sheet),
    noteLook(caller, sheet, { kind: 'saw-sheet', month: sheet.month }, nowMs),
  ]);
  const reader = { actor: caller, owner, readsLeniently: ctx.readsLeniently };
  return ctx.answer({ nowMs, sheet: toSheet(standard, sheet, reader, nowMs) });
};

const listOf = async ({ standardId }: SheetDocument) => ({
  standard: await standards.byId(standardId),
  person: null,
});

/** Whose it is not: nobody marks themselves, nor what is for others to mark. */
function standsBack(
  actor: Actor,
  sheet: SheetDocument,
  by: Parameters<typeof marksAs>[2],
): 'own-sheet' | 'not-yours' | undefined {
  if (actor.memberId === sheet.memberId) return 'own-sheet';
  return marksAs(actor, ownerOf(sheet), by) === undefined ? 'not-yours' : undefined;
}

export const markItem: Handler<typeof actions.markItem> = async (input, ctx) => {
  const { caller } = ctx;
  const nowMs = ctx.nowMs();
  const { sheetId, itemId, markId, points, reason, evidence, aboutDay } = input;
  const known = await sheets.justRead(sheetId);
  if (known === null || !mayRead(caller, known)) return ctx.fail('not-found');
  const standard = await standards.byId(known.standardId);
  const item = standard.items.find((each) => each.itemId === itemId);
  if (item === undefined) return ctx.fail('not-judged');
  const back = standsBack(caller, known, item.by);
  if (back !== undefined) return ctx.fail(back);
  const as = marksAs(caller, ownerOf(known), item.by) ?? 'secretary';
  const by = { memberId: caller.memberId, name: caller.name };
  const proof = input.proof === undefined ? undefined : recordOn(known, input.proof);
  if (input.proof !== undefined && proof === undefined) return ctx.fail('no-such-record');
  const mark: StoredMark = {
    markId,
    itemId,
    points,
    reason,
    evidence,
    ...(proof !== undefined && { proof }),
    aboutDay,
    by,
    as,
    atMs: nowMs,
    appealId: null,
  };
  const verdict = await sheets.change<MarkRefusal | 'done'>(
    sheetId,
    (sheet) => {
      const made = sheet.marks.find((each) => each.markId === markId);
      if (made !== undefined) return isSameMark(made, mark) ? 'done' : 'changed-meanwhile';
      return refusalOfMark(standard, sheet, input, nowMs) ?? withMarks(standard, sheet, [mark]);
    },
    nowMs,
  );
  if (verdict.kind === 'missing') return ctx.fail('not-found');
  if (verdict.kind === 'refused' && verdict.code !== 'done') return ctx.fail(verdict.code);
  const isLower = points < rangeOf(item, standard.base).start;
  const call = { requestId: ctx.requestId, nowMs };
  const reachesAtMs = isLower ? await tellOfMark(verdict.sheet, mark, item.name, call) : null;
  return ctx.answer({ reachesAtMs });
};

/** Other points or words under the same id are no repetition. docs/rules.md#R-287 */
const isSameMark = (made: StoredMark, mark: StoredMark): boolean =>
  made.itemId === mark.itemId &&
  made.points === mark.points &&
  made.reason === mark.reason &&
  made.evidence === mark.evidence &&
  made.aboutDay === mark.aboutDay &&
  made.proof?.id === mark.proof?.id;

/** What the sheet was counted from, whether it was done or not. */
function recordOn(
  { counted }: SheetDocument,
  wanted: { readonly kind: string; readonly id: string },
): StoredMark['proof'] {
  const found = counted
    .flatMap(({ proofs, missed, leftOut }) => [...proofs, ...missed, ...leftOut])
    .find(({ kind, id }) => kind === wanted.kind && id === wanted.id);
  if (found === undefined) return undefined;
  const { kind, id, title, atMs } = found;
  return { kind, id, title, atMs };
}

/** The owner hears of it when it is settled: nothing was taken away. */
export const markRest: Handler<typeof actions.markRest> = async (input, ctx) => {
  const { caller } = ctx;
  const nowMs = ctx.nowMs();
  const known = await sheets.justRead(input.sheetId);
  if (known === null || !mayRead(caller, known)) return ctx.fail('not-found');
  const standard = await standards.byId(known.standardId);
  const back = standsBack(caller, known, 'group-leader');
  if (back !== undefined) return ctx.fail(back);
  const verdict = await sheets.change<MarkRefusal | 'done'>(
    input.sheetId,
    (sheet) => {
      const rest = restOf(standard, sheet, caller, input.deedId, nowMs);
      if (rest.length === 0) return 'done';
      const refusals = rest.map((mark) =>
        refusalOfMark(standard, sheet, { ...mark, over: null }, nowMs),
      );
      const refusal = refusals.find((each) => each !== undefined);
      return refusal ?? withMarks(standard, sheet, rest);
    },
    nowMs,
  );
  if (verdict.kind === 'missing') return ctx.fail('not-found');
  if (verdict.kind === 'refused' && verdict.code !== 'done') {
    const { code } = verdict;
    if (
      code === 'not-judged' ||
      code === 'points' ||
      code === 'reason-missing' ||
      code === 'appeal-granted'
    ) {
      throw new Error(`a mark that changes nothing was refused as ${code}`);
    }
    // Somebody has marked one of them meanwhile: that stands.
    return code === 'changed-meanwhile' ? ctx.answer({ reachesAtMs: null }) : ctx.fail(code);
  }
  return ctx.answer({ reachesAtMs: null });
};

/** Marks that leave every item which they may mark, and nobody has, where it starts. */
function restOf(
  standard: StandardDocument,
  sheet: SheetDocument,
  { memberId, name, ...actor }: Actor & { readonly name: string },
  deedId: string,
  nowMs: number,
): StoredMark[] {
  return standard.items.flatMap((item) => {
    const as = marksAs({ memberId, ...actor }, ownerOf(sheet), item.by);
    const isDone = item.source !== 'judged' || lastMark(sheet.marks, item.itemId) !== undefined;
    if (isDone || as === undefined) return [];
    const { itemId } = item;
    const { start: points } = rangeOf(item, standard.base);
    const none = { reason: null, evidence: null, aboutDay: null, appealId: null };
    const markId = derivedId('rest', deedId, itemId);
    return [{ markId, itemId, points, by: { memberId, name }, as, atMs: nowMs, ...none }];
  });
}

export const settleSheet: Handler<typeof actions.settleSheet> = async (input, ctx) => {
  const { caller } = ctx;
  const nowMs = ctx.nowMs();
  const known = await sheets.justRead(input.sheetId);
  if (known === null || !mayRead(caller, known)) return ctx.fail('not-found');
  const standard = await standards.byId(known.standardId);
  const back = standsBack(caller, known, 'secretary');
  if (back !== undefined) return ctx.fail(back);
  const by = { memberId: caller.memberId, name: caller.name };
  const verdict = await sheets.change<SettleRefusal | 'done'>(
    input.sheetId,
    (stored) => {
      if (stored.settled?.deedId === input.deedId) return 'done';
      const sheet = asOf(standard, stored, nowMs);
      const refusal = refusalOfSettling(standard, sheet, nowMs);
      return refusal ?? { settled: { deedId: input.deedId, by, atMs: nowMs } };
    },
    nowMs,
  );
  if (verdict.kind === 'missing') return ctx.fail('not-found');
  if (verdict.kind === 'refused' && verdict.code !== 'done') return ctx.fail(verdict.code);
  await tellOfSettling(verdict.sheet, by, { requestId: ctx.requestId, nowMs });
  return ctx.answer({ atMs: verdict.sheet.settled?.atMs ?? nowMs });
};

function withMarks(standard: StandardDocument, sheet: SheetDocument, added: readonly StoredMark[]) {
  const marks = [...sheet.marks, ...added];
  return { marks, sum: sumOf(standard, { counted: sheet.counted, marks }) };
}
